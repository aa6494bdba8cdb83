import Primitives

/// A picture of a song's sound as the author asked for it.
struct FigureRequest: Sendable {
  var song: Song
  var style = VisualizerStyle.bars()
  var hertz = Reach(Song.usualFrequencies)
  var falling: Length = 0.15
  var delay = Length()
}
