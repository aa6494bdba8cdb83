package import Primitives

/// What passes of a clock while one frame of the film is on screen.
package struct Glimpse: Hashable, Sendable {
  /// The earliest moment of it, which is the one that is shown.
  package var begin: Time
  /// How far the clock runs meanwhile; below zero where it runs backwards.
  package var way: Time

  package init(begin: Time, way: Time) {
    self.begin = begin
    self.way = way
  }

  /// What passes between two moments, the first of which is where the film's frame begins.
  package init(from first: Time, to last: Time) {
    self.init(begin: min(first, last), way: last - first)
  }

  /// Where the clock is when the film's frame begins, and when it ends.
  package var first: Time { way < .zero ? begin - way : begin }
  package var last: Time { first + way }
}
