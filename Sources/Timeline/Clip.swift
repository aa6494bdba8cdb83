package import Primitives

/// Something that is on stage during a range of frames.
///
/// Its own clock is zero at the first frame of its turn.
package struct Clip: Sendable {
  /// When it is seen: its turn, as far as its container and the film last.
  package var frames: Range<FrameIndex>
  /// When it would play if nothing cut it short.
  package var turn: Range<FrameIndex>
  package var content: ClipContent
  package var look: Look
  package var entering: TransitionRun?
  package var exiting: TransitionRun?
  package var site: Site

  package init(
    frames: Range<FrameIndex>, turn: Range<FrameIndex>, content: ClipContent, look: Look,
    entering: TransitionRun?, exiting: TransitionRun?, site: Site
  ) {
    self.frames = frames
    self.turn = turn
    self.content = content
    self.look = look
    self.entering = entering
    self.exiting = exiting
    self.site = site
  }
}

package indirect enum ClipContent: Sendable {
  case solid(Color)
  /// What lies beneath, to which the look's effects are done.
  case backdrop
  /// A still is a move that stays put.
  case picture(PictureAsset, fit: Fit, move: KenBurnsMove)
  case video(VideoAsset, fit: Fit, move: KenBurnsMove, playing: ClipPlayback)
  case text(Lettering)
  case shape(ShapeContent)
  /// Clips painted together, in order, as one layer.
  case group([Clip])
  /// Parts of one text. What lies behind the letters of one lies behind the letters of all.
  case letters([Clip])
  /// Clips that play in turn. Two are live at once only while one enters by an overlapping transition.
  case track([Clip])
  /// In a transition: one of those it is between, as it would be without it, as large as its box.
  case neighbour(Neighbour)
  /// As much of the second clips as a matte says, and of the first as it leaves.
  case mix([Clip], [Clip], MatteRun)
  /// What is seen of the first where the second is, in one box.
  case masked(Clip, by: Clip, Masking)
  /// A canvas of its own, fitted into the box; the clips are laid out on it.
  case canvas([Clip], NestedCanvas)
  /// Clips on a clock of their own, laid out in a room of their own: their frames aren't the film's.
  case replay([Clip], ReplayCourse)
}

/// What a nested film is laid out on.
package struct NestedCanvas: Hashable, Sendable {
  package var size: Size
  package var background: Color
  package var fit: Fit

  package init(size: Size, background: Color, fit: Fit) {
    self.size = size
    self.background = background
    self.fit = fit
  }
}

package enum Shape: Hashable, Sendable {
  case rectangle(cornerRadius: Double)
  case ellipse
  /// In pixels from the box's top left corner, on the grid of drawings.
  case path(Outline)
}

extension Shape {
  /// The same shape with what an author drew on the grid of drawings.
  package var snapped: Shape { if case .path(let outline) = self { .path(outline.snapped) } else { self } }
}
