import Primitives
import Timeline

/// Where and when an element plays: all that it has from its container, and gives to what is in it.
struct Stage {
  /// The line that asked for the element.
  var site: Site
  /// When it is on stage, as it was said.
  var turn: Turn
  /// When its container begins, and where the element ends at the latest: with its container.
  var opening: Time
  var end: Time
  /// Where its own clock is zero.
  var firstFrame: FrameIndex
  /// What it stands in, and its own box.
  var parent: Size
  var size: Size
  /// Whether a camera sees how deep it lies.
  var isFilmed = false
  /// Whether transitions lead in and out.
  var flowsIn = false
  var flowsOut = false
  /// Whether its times hang on a moment of the song that isn't there: nothing is said of them.
  var isLost = false
  /// How the picture before it moves, where one has been chosen.
  var moveBefore: AutoMove.Kind?

  var begin: Time { turn.begin }
  /// The turn as far as its container lasts.
  var seen: Turn { Turn(begin: turn.begin, end: end) }

  /// The stage of a whole film, or of what has a clock of its own.
  init(at site: Site, from begin: Time = .zero, to end: Time, size: Size, firstFrame: FrameIndex = .zero) {
    self.site = site
    self.firstFrame = firstFrame
    turn = Turn(begin: begin, end: end)
    opening = begin
    self.end = end
    parent = size
    self.size = size
  }

  /// The stage that an element in it has, in a box as large as its container until that is known.
  func stage(of layer: Layer, during turn: Turn, from firstFrame: FrameIndex) -> Stage {
    var inner = self
    inner.site = layer.site
    inner.turn = turn
    inner.opening = begin
    inner.end = min(turn.end, end)
    inner.firstFrame = firstFrame
    inner.parent = size
    inner.isLost = isLost || layer.timing.isLost
    inner.flowsIn = layer.entering?.isSeen == true || flowsIn && turn.begin == begin
    inner.flowsOut = layer.exiting?.isSeen == true || flowsOut && turn.end == end
    return inner
  }
}

/// A stretch of the film: when something is on stage.
struct Turn {
  var begin: Time
  var end: Time

  var length: Time { end - begin }
}

extension Stage {
  /// The same as if its container went on as long as its turn.
  var whole: Stage {
    var stage = self
    stage.end = turn.end
    return stage
  }

  /// The stage of what has a clock of its own in it, for so long.
  func within(_ length: Time) -> Stage {
    var stage = self
    stage.turn = Turn(begin: .zero, end: length)
    (stage.opening, stage.end, stage.firstFrame) = (.zero, length, .zero)
    return stage
  }

  /// The same in a box of another size, into which no transition leads.
  func box(_ size: Size) -> Stage {
    var stage = self
    stage.size = size
    (stage.flowsIn, stage.flowsOut) = (false, false)
    return stage
  }
}
