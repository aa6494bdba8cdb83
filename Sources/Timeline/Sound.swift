package import Primitives

/// A stretch of a sound file and where it plays.
package struct SoundClip: Hashable, Sendable {
  package var path: AssetPath
  package var digest: Fingerprint
  /// Where in the film it begins.
  package var start: Time
  /// Where in the file it begins.
  package var from: Time
  /// How long it is heard in the film.
  package var length: Time
  package var treatment: SoundTreatment

  package init(
    path: AssetPath, digest: Fingerprint, start: Time, from: Time, length: Time, treatment: SoundTreatment
  ) {
    self.path = path
    self.digest = digest
    self.start = start
    self.from = from
    self.length = length
    self.treatment = treatment
  }
}
