internal import Primitives

/// How loud a track is on the left and on the right, sample by sample.
struct TrackShape {
  private let volume: Contour
  private let balance: Contour
  /// In steps of the contour a sample.
  private let volumeStep: Double
  private let balanceStep: Double
  private let fadeIn: Int64
  private let fadeOut: Int64
  private let shape: FadeShape
  private let length: Int64
  /// What there is most of the time.
  private let plain: (Float, Float)?

  init(_ treatment: SoundTreatment, length: Int64) {
    let rate = EncodedSound.sampleRate
    func steps(_ contour: Contour) -> Double { 1 / (contour.step.seconds * Double(rate)) }
    (volume, balance) = (treatment.volume, treatment.balance)
    (volumeStep, balanceStep) = (steps(treatment.volume), steps(treatment.balance))
    fadeIn = max(0, treatment.fadeIn.samples(rate: rate))
    fadeOut = max(0, treatment.fadeOut.samples(rate: rate))
    shape = treatment.fadeShape
    self.length = length
    if let volume = volume.fixed, let balance = balance.fixed {
      plain = TrackShape.sides(volume, balance)
    } else {
      plain = nil
    }
  }

  /// What the two sides are multiplied with so many samples after the track's begin.
  func gains(at index: Int64) -> (left: Float, right: Float) {
    let (left, right) =
      plain
      ?? TrackShape.sides(
        volume.value(at: Double(index) * volumeStep), balance.value(at: Double(index) * balanceStep))
    let rest = length - 1 - index
    guard index < fadeIn || rest < fadeOut else { return (left, right) }
    let fade = Float(fade(at: index, rest: rest))
    return (left * fade, right * fade)
  }

  /// The first sample of a fade-in and the last one of a fade-out are silent.
  private func fade(at index: Int64, rest: Int64) -> Double {
    let rising = index < fadeIn ? Double(index) / Double(fadeIn) : 1
    let falling = rest < fadeOut ? Double(max(0, rest)) / Double(fadeOut) : 1
    switch shape {
    case .straight: return rising * falling
    case .equalPower: return (rising * falling).squareRoot()
    }
  }

  /// The side that is turned to stays as it is, so that nothing gets louder than it was.
  private static func sides(_ volume: Double, _ balance: Double) -> (Float, Float) {
    let balance = max(-1, min(1, balance))
    return (Float(volume * (1 - max(0, balance))), Float(volume * (1 + min(0, balance))))
  }
}
