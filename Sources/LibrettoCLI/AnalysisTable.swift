import Hearing
import Media
import Primitives

/// What was heard in a song, for people.
struct AnalysisTable {
  private let analysis: SongAnalysis

  init(_ analysis: SongAnalysis) { self.analysis = analysis }

  var text: String {
    var lines = [row("length", "\(analysis.length) s, \(channels), \(analysis.sampleRate) Hz")]
    lines += rhythm
    lines.append(row("key", analysis.key.map { "\($0)" } ?? "none", analysis.keyConfidence))
    lines.append(row("loudness", loudness))
    lines.append(row("onsets", "\(analysis.onsets.count)"))
    for section in analysis.sections {
      lines.append(
        row(
          "section", "\(time(section.start))  \(padded(section.label, 13)) \(section.letter)",
          section.confidence))
    }
    for moment in analysis.moments {
      let name = moment.kind == .firstChorus ? "first chorus" : moment.kind.rawValue
      lines.append(row("moment", "\(time(moment.time))  \(name)", moment.confidence))
    }
    for silence in analysis.silences {
      lines.append(row("silence", "\(time(silence.lowerBound))  until \(time(silence.upperBound))"))
    }
    return lines.joined(separator: "\n")
  }

  private var rhythm: [String] {
    let rhythm = analysis.rhythm
    guard rhythm.isTrustworthy else {
      let words = rhythm.beats.isEmpty ? "none" : "not to be trusted; use phrases and energy"
      return [row("rhythm", words, rhythm.beatConfidence)]
        + analysis.phrases.map { row("phrase", "\(time($0.lowerBound))  until \(time($0.upperBound))") }
    }
    let steady = rhythm.isSteady ? "steady" : rhythm.tempoChanges.isEmpty ? "moving" : "changing"
    return [
      row("tempo", "\(((rhythm.tempo * 100).rounded() / 100).brief), \(steady)", rhythm.beatConfidence),
      row("metre", "\(rhythm.metre)", rhythm.downbeatConfidence),
      row("beats", "\(rhythm.beats.count), the first at \(time(rhythm.beats[0]))"),
      row("bars", "\(rhythm.downbeats.count), the first at \(time(rhythm.downbeatTimes.first ?? 0))"),
    ] + rhythm.tempoChanges.map { row("tempo", "\(time($0.time))  \($0.tempo.tenths)") }
  }

  private var channels: String {
    switch analysis.channels {
    case 1: "mono"
    case 2: "stereo"
    case let count: "\(count) channels"
    }
  }

  private var loudness: String {
    guard let integrated = analysis.loudness.integrated else {
      return analysis.loudness.truePeak == nil
        ? "nothing to be heard" : "too short or too soft to be measured"
    }
    let parts = [
      "\(integrated.tenths) LUFS",
      analysis.loudness.range.map { "range \($0.tenths) LU" },
      analysis.loudness.truePeak.map { "true peak \($0.tenths) dBTP" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func time(_ seconds: Double) -> String { "\(Time(seconds: seconds))" }

  private func row(_ name: String, _ words: String, _ confidence: Double? = nil) -> String {
    let line = padded(name, 10) + words
    guard let confidence else { return line }
    return padded(line, 44) + " \(Int((confidence * 100).rounded())) %"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
