import Primitives

/// A picture of a song's sound as the author asked for it.
struct FigureRequest: Sendable {
  /// What has none follows no sound: its clock is its own.
  var song: Song?
  var style = VisualizerStyle.bars()
  var hertz = Reach(Song.usualFrequencies)
  var rising: Length = 0.02
  var falling: Length = 0.22
  var levelling = 1.0
  var delay = Length()
}
