internal import CEngine
import FrameGraph
import Primitives

/// When each pixel of an area turns, 0 first and 65,535 last.
final class MatteField {
  let area: PixelArea
  let values: UnsafeMutablePointer<UInt16>
  /// Of squares of 64 pixels, row by row.
  private var least: [UInt16] = []
  private var largest: [UInt16] = []

  init(_ area: PixelArea) {
    self.area = area
    values = .allocate(capacity: area.size.width * area.size.height)
  }

  deinit { values.deallocate() }

  var byteCount: Int { area.size.width * area.size.height * 2 }

  private static let side = Int(LIBRETTO_MATTE_TILE)
  private var columns: Int { (area.size.width + MatteField.side - 1) / MatteField.side }

  /// Remembers where it is early and late, once it is written. The C function is `libretto_matte_extremes`.
  func survey() {
    let count = columns * ((area.size.height + MatteField.side - 1) / MatteField.side)
    (least, largest) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    least.withUnsafeMutableBufferPointer { least in
      largest.withUnsafeMutableBufferPointer { largest in
        libretto_matte_extremes(
          values, Int32(area.size.width), Int32(area.size.height), least.baseAddress, largest.baseAddress)
      }
    }
  }

  /// Where something is left of what goes; nil if that is nowhere.
  func area(before matte: PlacedMatte) -> PixelArea? {
    let (threshold, margin) = MatteField.edge(matte)
    if matte.isReversed { return area { least, _ in 65_535 - least > threshold - margin } }
    return area { _, largest in largest > threshold - margin }
  }

  /// Where something is there of what comes.
  func area(after matte: PlacedMatte) -> PixelArea? {
    let (threshold, margin) = MatteField.edge(matte)
    if matte.isReversed { return area { _, largest in 65_535 - largest < threshold + margin } }
    return area { least, _ in least < threshold + margin }
  }

  /// A moment that turns now, and how far from it the last are that turn, or the first.
  private static func edge(_ matte: PlacedMatte) -> (Double, Double) {
    let middle = matte.progress * (1 + matte.softness) - matte.softness / 2
    // A little more than the kernel asks: at least its steepest slope.
    return (middle * 65_535, max(matte.softness * 65_535, 2048) / 2 + 16)
  }

  /// What lies around all squares whose least and largest moments are as asked.
  private func area(of isWanted: (Double, Double) -> Bool) -> PixelArea? {
    var whole: PixelArea?
    for index in least.indices where isWanted(Double(least[index]), Double(largest[index])) {
      let (left, top) = (
        area.left + index % columns * MatteField.side, area.top + index / columns * MatteField.side
      )
      let tile = PixelArea(
        left: left, top: top, right: left + MatteField.side, bottom: top + MatteField.side)
      whole = whole?.union(tile) ?? tile
    }
    return whole.flatMap { $0.intersection(area) }
  }
}
