import Primitives
package import Timeline

/// What a visualizer draws.
public struct VisualizerStyle: Sendable {
  package enum Form: Sendable {
    case bars(BarLayout, isMirrored: Bool)
    case radial(BarLayout, innerRadius: Double)
    case waveform(over: Length)
    case wholeWaveform(BarLayout, rest: Double)
    case oscilloscope(over: Length, line: Double)
    case spectrogram(over: Length, bands: Int, colors: [Color])
    case particles(AskedParticles)
  }

  package var form: Form

  /// Columns, low frequencies at the left; as high as each is loud. Spacing is a share of a column's room.
  public static func bars(
    count: Int = 48, spacing: Double = 0.3, cornerRadius: Double = 0
  ) -> VisualizerStyle {
    let layout = BarLayout(count: count, spacing: spacing, cornerRadius: cornerRadius)
    return VisualizerStyle(form: .bars(layout, isMirrored: false))
  }

  /// Columns that grow from the middle upwards and downwards.
  public static func mirroredBars(
    count: Int = 48, spacing: Double = 0.3, cornerRadius: Double = 0
  ) -> VisualizerStyle {
    let layout = BarLayout(count: count, spacing: spacing, cornerRadius: cornerRadius)
    return VisualizerStyle(form: .bars(layout, isMirrored: true))
  }

  /// Rays around a circle, low frequencies at the top; the inner radius is a share of the outer one.
  public static func radial(
    count: Int = 96, innerRadius: Double = 0.5, spacing: Double = 0.35
  ) -> VisualizerStyle {
    let layout = BarLayout(count: count, spacing: spacing, cornerRadius: 0)
    return VisualizerStyle(form: .radial(layout, innerRadius: innerRadius))
  }

  /// How loud so much of the song is; what is played now stands in the middle.
  public static func waveform(over length: some LengthForm = 4) -> VisualizerStyle {
    VisualizerStyle(form: .waveform(over: length.length))
  }

  /// How loud all of the song is; what is still to come is seen only so much.
  public static func wholeWaveform(
    count: Int = 120, spacing: Double = 0.3, rest: Double = 0.35
  ) -> VisualizerStyle {
    let layout = BarLayout(count: count, spacing: spacing, cornerRadius: 0)
    return VisualizerStyle(form: .wholeWaveform(layout, rest: rest))
  }

  /// The sound itself as a line, which stands still on a steady tone; a stroke says how it looks, else it has
  /// the fill's paint and this width.
  public static func oscilloscope(over length: some LengthForm = 0.03, line: Double = 4) -> VisualizerStyle
  {
    VisualizerStyle(form: .oscilloscope(over: length.length, line: line))
  }

  /// Frequencies over time, high ones at the top; now is at the right. Colors go from soft to loud, and what is
  /// nearly silent stays empty.
  public static func spectrogram(
    over length: some LengthForm = 4, bands: Int = 64, colors: [Color] = [.indigo, .hotPink, .gold]
  ) -> VisualizerStyle {
    VisualizerStyle(form: .spectrogram(over: length.length, bands: bands, colors: colors))
  }
}
