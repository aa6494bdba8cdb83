package import Media
package import Primitives

/// All that was heard in a song.
package struct SongAnalysis: Sendable {
  package var length: Time
  package var sampleRate: Int
  package var channels: Int
  package var loudness: Loudness
  package var rhythm: Rhythm
  package var key: Key?
  package var keyConfidence: Double
  package var onsets: [Onset]
  package var sections: [Section]
  package var moments: [Moment]
  package var phrases: [Range<Double>]
  package var silences: [Range<Double>]
  package var energy: Energy
  package var timbre: Timbre
  /// The largest magnitude by hundredth of a second, 255 at full scale.
  package var peaks: [UInt8]

  /// Something begins to sound.
  package struct Onset: Hashable, Codable, Sendable {
    /// In seconds.
    package var time: Double
    /// From 0 to 1: how sure it is.
    package var strength: Double
    package var bands: [Band]
  }

  /// - Parameter facts: what is known beforehand, and wins.
  package init(_ spectrogram: Spectrogram, facts: KnownFacts = .none) {
    let features = SpectralFeatures(spectrogram)
    var activations = Network.learnt.activations(of: features)
    activations.onset = Silence.heeded(by: activations.onset, in: spectrogram)
    var accented = activations
    accented.beat = Accents.heeded(by: activations.beat, in: features.flux)
    let sounding = Silence.sounding(spectrogram)
    let chromagram = Chromagram(spectrogram)
    length = spectrogram.length
    sampleRate = spectrogram.sampleRate
    channels = spectrogram.channels
    loudness = spectrogram.loudness
    peaks = spectrogram.peaks
    rhythm = RhythmFinder(
      heard: activations, activations: accented, facts: facts, sounding: sounding,
      onsets: OnsetPicker.onsets(in: activations.onset).map(\.frame)
    ).rhythm()
    energy = Energy(spectrogram)
    timbre = Timbre(spectrogram, chromagram)
    silences = Silence.stretches(spectrogram).map {
      Spectrogram.seconds($0.lowerBound)..<Spectrogram.seconds($0.upperBound)
    }
    onsets = OnsetPicker.onsets(in: MetricalPrior(rhythm: rhythm).raised(activations.onset)).map { onset in
      Onset(
        time: Spectrogram.seconds(onset.frame), strength: onset.strength,
        bands: features.bands(risingAt: onset.frame))
    }
    let found = facts.key.map { ($0, 1.0) } ?? chromagram.key()
    (key, keyConfidence) = (found?.0, found?.1 ?? 0)
    let blocks = BarFeatures(spectrogram, features, chromagram, rhythm: rhythm, sounding: sounding)
    let similarity = SelfSimilarity(features, blocks, beatsPerBar: rhythm.metre.beatsPerBar)
    sections = facts.sections ?? SectionFinder(blocks: blocks, similarity: similarity).sections()
    phrases = PhraseFinder.phrases(in: energy, silences: silences, length: length.seconds)
    moments = MomentFinder(sections: sections, energy: energy, rhythm: rhythm).moments()
  }
}
