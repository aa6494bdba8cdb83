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

extension SoundClip {
  /// The same with its files' names as others say they are.
  package func named(by meant: (AssetPath) -> AssetPath) -> SoundClip {
    var sound = self
    sound.path = meant(path)
    for index in treatment.duckings.indices {
      let whole = AssetPath(treatment.duckings[index].path, from: Site(file: "", line: 0))
      sound.treatment.duckings[index].path = meant(whole).location
    }
    return sound
  }

  /// The same so much later.
  package func moved(by time: Time) -> SoundClip {
    var sound = self
    sound.start = start + time
    return sound
  }

  /// What is left of it between two times of the film; nil if that is nothing.
  package func cut(to stretch: Range<Time>) -> SoundClip? {
    let late = max(.zero, stretch.lowerBound - start)
    var sound = self
    sound.start = start + late
    sound.length = min(start + length, stretch.upperBound) - sound.start
    guard sound.length > .zero else { return nil }
    sound.from = treatment.looped(from + late * treatment.speed)
    sound.treatment.volume = treatment.volume.later(by: late)
    sound.treatment.balance = treatment.balance.later(by: late)
    return sound
  }

  /// The same on a clock that runs so many times as fast.
  package func sped(by speed: Double, keepingPitch keepsPitch: Bool) -> SoundClip {
    var sound = self
    (sound.start, sound.length) = (start / speed, length / speed)
    sound.treatment.speed = treatment.speed * speed
    sound.treatment.keepsPitch =
      sound.treatment.speed == 1 || treatment.keepsPitch && (keepsPitch || speed == 1)
    (sound.treatment.fadeIn, sound.treatment.fadeOut) = (
      treatment.fadeIn / speed, treatment.fadeOut / speed
    )
    sound.treatment.volume = treatment.volume.sped(by: speed)
    sound.treatment.balance = treatment.balance.sped(by: speed)
    for index in sound.treatment.duckings.indices {
      sound.treatment.duckings[index].over = treatment.duckings[index].over / speed
    }
    return sound
  }
}
