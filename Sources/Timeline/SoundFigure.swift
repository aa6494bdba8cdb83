package import Primitives

/// How a song's sound is drawn, frame by frame, in a box.
package struct SoundFigure: Sendable {
  package var form: Form
  /// What was measured in the song for this form.
  package var trace: SoundTrace
  package var clock: SongClock

  package init(_ form: Form, trace: SoundTrace, clock: SongClock) {
    self.form = form
    self.trace = trace
    self.clock = clock
  }

  package enum Form: Sendable {
    /// Columns as high as bands are loud, from the bottom or from the middle both ways.
    case bars(BarLayout, isMirrored: Bool)
    /// Rays around an inner circle, in shares of the radius; low bands at the top, both sides alike.
    case radial(BarLayout, innerRadius: Double)
    /// The peaks of so much time; now is in the middle.
    case waveform(over: Time)
    /// The peaks of the whole song; what is still to come is seen only so much.
    case wholeWaveform(BarLayout, rest: Double)
    /// The samples of so much time, begun where they rise through zero.
    case oscilloscope(over: Time, line: Double)
    /// Bands over time, now at the right; louder is nearer to the last color.
    case spectrogram(over: Time, colors: [Color])
    /// Lights that fly from where they are born.
    case particles(ParticleSwarm, ParticleBirths)
  }

  package var name: String {
    switch form {
    case .bars(_, let isMirrored): isMirrored ? "mirrored bars" : "bars"
    case .radial: "radial bars"
    case .waveform, .wholeWaveform: "waveform"
    case .oscilloscope: "oscilloscope"
    case .spectrogram: "spectrogram"
    case .particles: "particles"
    }
  }
}

/// Columns side by side.
package struct BarLayout: Hashable, Sendable {
  package var count: Int
  /// How much of a column's room stays empty, 0 to 1.
  package var spacing: Double
  package var cornerRadius: Double

  package init(count: Int, spacing: Double, cornerRadius: Double) {
    self.count = count
    self.spacing = spacing
    self.cornerRadius = cornerRadius
  }
}
