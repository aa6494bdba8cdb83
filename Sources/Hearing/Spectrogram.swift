package import Media
package import Primitives

/// A log-frequency spectrogram in decibels, one in semitones, and the song's loudness beside them, in whole numbers.
///
/// Everything else is worked out from this. It takes some 9 kB a second; the samples are gone.
package struct Spectrogram: Sendable {
  /// How many frames a second has.
  package static let rate = 100
  package static let bandCount = 72
  /// A frame of pitches is as long as so many others.
  package static let framesPerPitchFrame = 4
  /// Semitones from C2 up.
  package static let pitchCount = 60
  package static let lowestPitch = 36

  package var length: Time
  package var sampleRate: Int
  package var channels: Int
  package var loudness: Loudness
  /// By frame and band, in half decibels.
  package var levels: [UInt8] = []
  /// By frame of pitches and semitone, in half decibels.
  package var pitches: [UInt8] = []
  /// By frame: the largest magnitude, 255 at full scale.
  package var peaks: [UInt8] = []
  /// By frame: the level of all samples, in half decibels; 255 at full scale.
  package var powers: [UInt8] = []
  /// By frame: the centre of the spectrum, in Hz.
  package var centroids: [UInt16] = []

  package var frameCount: Int { peaks.count }
  package var pitchFrameCount: Int { pitches.count / Spectrogram.pitchCount }

  package static func seconds(_ frame: Int) -> Double { Double(frame) / Double(rate) }

  /// The middle frequency of each band: bins of their own at first, then tones' distances.
  package static let frequencies: [Double] = {
    let bin = Double(ListeningReader.sampleRate) / Double(SpectrogramReader.stretch)
    return (0..<bandCount).map { band in
      band < linearBands
        ? bin * Double(band + 1)
        : bin * Double(linearBands) * ExactMath.power(step, Double(band - linearBands + 1))
    }
  }()

  static let linearBands = 16
  /// From the last band with a bin of its own, at 375 Hz, the others reach up to 11.5 kHz.
  static let step = ExactMath.power(11_500.0 / 375, 1 / Double(bandCount - linearBands))
}
