package import Primitives

/// A sound file, or a part of it, in a film.
package struct SoundTrack: Hashable, Sendable {
  package var path: String
  /// Where in the film it begins.
  package var start: Time
  /// Where in the file it begins.
  package var from: Time
  /// How long it is heard, no longer than there is; to the file's end if nil.
  package var length: Time?
  package var treatment: SoundTreatment

  package init(
    path: String, start: Time = .zero, from: Time = .zero, length: Time? = nil,
    treatment: SoundTreatment = .none
  ) {
    self.path = path
    self.start = start
    self.from = from
    self.length = length
    self.treatment = treatment
  }
}
