package import Primitives

/// A song, or a part of it, in a film.
package struct SoundTrack: Hashable, Sendable {
  package var path: String
  /// Where in the film it begins.
  package var start: Time
  /// Where in the song it begins.
  package var from: Time
  /// How much of it is heard, no more than there is; to the song's end if nil.
  package var length: Time?
  /// What samples are multiplied with.
  package var gain: Double
  package var fadeIn: Time
  /// Ends with the track, the song or the film, whichever is first.
  package var fadeOut: Time
  /// Fades of equal power: what falls in one track and rises in another is as loud together as either.
  package var crossIn = Time.zero
  package var crossOut = Time.zero

  package init(
    path: String, start: Time = .zero, from: Time = .zero, length: Time? = nil, gain: Double = 1,
    fadeIn: Time = .zero, fadeOut: Time = .zero
  ) {
    self.path = path
    self.start = start
    self.from = from
    self.length = length
    self.gain = gain
    self.fadeIn = fadeIn
    self.fadeOut = fadeOut
  }
}
