import Primitives
import Synchronization

/// The pixels of a layer between two filters: rows of planes of 16 bits.
final class DeepPixels {
  private let room: Room
  private let rowCount: Int

  init(_ size: PixelSize, planes: Int) {
    rowCount = planes * size.width
    room = Room.taken(for: rowCount * size.height)
  }

  deinit { Room.leave(room) }

  func row(_ y: Int) -> UnsafeMutablePointer<UInt16> { room.base + y * rowCount }
}

/// Memory for pixels. What was left is taken again: the system takes longer to find that much than most filters do to
/// fill it.
///
/// `@unchecked Sendable`: whoever took it is alone with it.
private struct Room: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt16>
  let count: Int

  private static let left = Mutex<[Room]>([])
  /// Of all that is kept: five layers of 1080p.
  private static let most = 32_000_000

  /// Room for so many numbers, which may be any.
  static func taken(for count: Int) -> Room {
    let fitting = left.withLock { left -> Room? in
      left.lastIndex { $0.count == count }.map { left.remove(at: $0) }
    }
    return fitting ?? Room(base: .allocate(capacity: count), count: count)
  }

  /// Keeps it for others, in the place of what was left longest.
  static func leave(_ room: Room) {
    let excess = left.withLock { left -> [Room] in
      left.append(room)
      var total = left.reduce(0) { $0 + $1.count }
      var excess: [Room] = []
      while total > most {
        excess.append(left.removeFirst())
        total -= excess[excess.count - 1].count
      }
      return excess
    }
    for room in excess { room.base.deallocate() }
  }
}
