import Media
import Primitives

extension SongAnalysis {
  /// All that was heard as JSON: the same analysis gives the same text.
  package var json: String {
    JSONText.object([
      ("length", seconds(length.seconds)),
      ("sampleRate", .number(Double(sampleRate), decimals: 0)),
      ("channels", .number(Double(channels), decimals: 0)),
      (
        "loudness",
        .object([
          ("integrated", optional(loudness.integrated)), ("range", optional(loudness.range)),
          ("truePeak", optional(loudness.truePeak)),
        ])
      ),
      ("tempo", rhythm.tempo > 0 ? .number(rhythm.tempo, decimals: 3) : .null),
      ("metre", rhythm.beats.isEmpty ? .null : .text(rhythm.metre.description)),
      ("steady", .flag(rhythm.isSteady)),
      (
        "tempoChanges",
        .list(
          rhythm.tempoChanges.map {
            .object([("time", seconds($0.time)), ("tempo", .number($0.tempo, decimals: 2))])
          })
      ),
      ("key", key.map { .text($0.description) } ?? .null),
      (
        "confidence",
        .object([
          ("beats", share(rhythm.beatConfidence)), ("downbeats", share(rhythm.downbeatConfidence)),
          ("key", share(keyConfidence)), ("sections", share(sectionConfidence)),
        ])
      ),
      ("beats", .numbers(rhythm.beats, decimals: 4)),
      ("downbeats", .numbers(rhythm.downbeatTimes, decimals: 4)),
      (
        "sections",
        .list(
          sections.map {
            .object([
              ("start", seconds($0.start)), ("end", seconds($0.end)), ("label", .text($0.label)),
              ("letter", .text($0.letter)), ("confidence", share($0.confidence)),
            ])
          })
      ),
      (
        "moments",
        .list(
          moments.map {
            .object([
              ("t", seconds($0.time)), ("kind", .text($0.kind.rawValue)),
              ("confidence", share($0.confidence)),
            ])
          })
      ),
      ("phrases", ranges(phrases)),
      ("silences", ranges(silences)),
      ("onsets", .numbers(onsets.map(\.time), decimals: 3)),
      (
        "onsetsByBand",
        .object(
          Band.allCases.map { band in
            (band.rawValue, .numbers(onsets.filter { $0.bands.contains(band) }.map(\.time), decimals: 3))
          })
      ),
      (
        "energy",
        .object(
          [("rate", .number(Double(Energy.rate), decimals: 0)), ("all", .numbers(energy.all, decimals: 3))]
            + Band.allCases.map { ($0.rawValue, .numbers(energy[$0], decimals: 3)) })
      ),
      (
        "timbre",
        .object([
          ("rate", .number(Double(Timbre.rate), decimals: 0)),
          ("centroid", .numbers(timbre.centroid, decimals: 0)),
          ("mfcc", .list(timbre.mfcc.map { .numbers($0, decimals: 2) })),
          ("chroma", .list(timbre.chroma.map { .numbers($0, decimals: 3) })),
        ])
      ),
    ]).written() + "\n"
  }

  /// How clearly sections begin, on the whole.
  package var sectionConfidence: Double {
    let inner = sections.dropFirst()
    return inner.isEmpty ? 0 : inner.reduce(0) { $0 + $1.confidence } / Double(inner.count)
  }

  private func seconds(_ time: Double) -> JSONText { .number(time, decimals: 4) }
  private func share(_ share: Double) -> JSONText { .number(share, decimals: 3) }
  private func optional(_ value: Double?) -> JSONText { value.map { .number($0, decimals: 2) } ?? .null }

  private func ranges(_ ranges: [Range<Double>]) -> JSONText {
    .list(ranges.map { .object([("start", seconds($0.lowerBound)), ("end", seconds($0.upperBound))]) })
  }
}
