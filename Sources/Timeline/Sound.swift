package import Primitives

/// A stretch of a song and where it plays.
package struct SoundClip: Hashable, Sendable {
  package var path: AssetPath
  package var digest: Fingerprint
  /// Where in the film it begins.
  package var start: Time
  /// Where in the song it begins.
  package var from: Time
  package var length: Time
  package var gain: Double
  package var fadeIn: Time
  package var fadeOut: Time
  /// How long it takes over from another sound, and gives way to one: together both are as loud as either.
  package var crossIn = Time.zero
  package var crossOut = Time.zero

  package init(
    path: AssetPath, digest: Fingerprint, start: Time, from: Time, length: Time, gain: Double,
    fadeIn: Time, fadeOut: Time
  ) {
    self.path = path
    self.digest = digest
    self.start = start
    self.from = from
    self.length = length
    self.gain = gain
    self.fadeIn = fadeIn
    self.fadeOut = fadeOut
  }
}
