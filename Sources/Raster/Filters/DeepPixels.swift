import Primitives

/// The pixels of a layer between two filters: rows of planes of 16 bits.
final class DeepPixels {
  private let memory: PixelMemory
  private let numbers: UnsafeMutablePointer<UInt16>
  private let rowCount: Int

  init(_ size: PixelSize, planes: Int) {
    rowCount = planes * size.width
    memory = PixelMemory.taken(for: 2 * rowCount * size.height)
    numbers = memory.base.assumingMemoryBound(to: UInt16.self)
  }

  deinit { PixelMemory.leave(memory) }

  func row(_ y: Int) -> UnsafeMutablePointer<UInt16> { numbers + y * rowCount }
}
