import Synchronization

/// Memory for pixels. What was left is taken again: the system takes longer to find that much than most painting does
/// to fill it.
///
/// `@unchecked Sendable`: whoever took it is alone with it.
package struct PixelMemory: @unchecked Sendable {
  let base: UnsafeMutableRawPointer
  private let byteCount: Int

  private struct Left {
    var kept: [PixelMemory] = []
    /// In bytes, of all that is kept.
    var most = PixelMemory.usual
  }

  private static let left = Mutex(Left())
  /// Five layers of 1080p between two filters.
  package static let usual = 64_000_000
  /// What is smaller is soon found.
  private static let least = 1 << 18

  /// Memory for so many bytes, which may be any.
  static func taken(for byteCount: Int) -> PixelMemory {
    guard byteCount >= least else { return PixelMemory(byteCount) }
    // Layers that grow from frame to frame fit what is a bit larger.
    let step = 1 << (Int.bitWidth - byteCount.leadingZeroBitCount - 4)
    let count = (byteCount + step - 1) / step * step
    let fitting = left.withLock { left -> PixelMemory? in
      left.kept.lastIndex { $0.byteCount == count }.map { left.kept.remove(at: $0) }
    }
    return fitting ?? PixelMemory(count)
  }

  /// Keeps so many bytes at most from now on, in this process.
  package static func keep(atMost byteCount: Int) { left.withLock { $0.most = max(0, byteCount) } }

  /// Keeps it for others, in the place of what was left longest.
  static func leave(_ memory: PixelMemory) {
    guard memory.byteCount >= least else { return memory.base.deallocate() }
    let excess = left.withLock { left -> [PixelMemory] in
      left.kept.append(memory)
      var total = left.kept.reduce(0) { $0 + $1.byteCount }
      var excess: [PixelMemory] = []
      while total > left.most {
        excess.append(left.kept.removeFirst())
        total -= excess[excess.count - 1].byteCount
      }
      return excess
    }
    for memory in excess { memory.base.deallocate() }
  }

  private init(_ byteCount: Int) {
    base = .allocate(byteCount: byteCount, alignment: 64)
    self.byteCount = byteCount
  }
}
