package import Primitives

/// What a film is before any of it is written.
package struct FilmFacts: Hashable, Sendable {
  package var size: PixelSize
  package var rate: FrameRate
  package var frameCount: Int

  package init(size: PixelSize, rate: FrameRate, frameCount: Int) {
    self.size = size
    self.rate = rate
    self.frameCount = frameCount
  }

  /// Ticks a second in which a frame's and a sample's length are both whole, so that the lengths in
  /// the film's edit lists are exact.
  func ticksPerSecond(with sampleRate: Int) -> Int32 {
    var (a, b) = (rate.numerator, sampleRate)
    while b > 0 { (a, b) = (b, a % b) }
    let common = rate.numerator / max(1, a) * sampleRate
    return Int32(exactly: common) ?? Int32(clamping: rate.numerator)
  }
}
