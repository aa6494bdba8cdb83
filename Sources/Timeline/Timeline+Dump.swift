import Primitives

/// How much a dump says.
package enum DumpDetail: Sendable {
  /// What an author asked for.
  case plain
  /// What came of it too: clips that play during transitions, turns that are cut short, how letters are set.
  /// Timelines have the same dump if they differ in closures alone, or by less than a thousandth.
  case whole
}

extension Timeline {
  /// The timeline as text, a line a clip: begin, end, kind, what, how.
  package var dump: String { dump(.plain) }

  package func dump(_ detail: DumpDetail) -> String {
    var head = ["film", name, "\(size) at \(rate)", "\(length) s", "\(frameCount) frames", "\(background)"]
    if let loudness { head.append("\(loudness.brief) LUFS") }
    var lines = [head.joined(separator: "  ")] + captions.map(\.text)
    lines += clips.flatMap { $0.dump(detail, rate: rate, indent: "") }
    lines += sounds.map { $0.dump(detail) }
    lines += markers.map { "\(rate.start(of: $0.frame))  marker  \($0.name)" }
    return lines.joined(separator: "\n")
  }
}

extension Clip {
  fileprivate func dump(_ detail: DumpDetail, rate: FrameRate, indent: String) -> [String] {
    func times(_ frames: Range<FrameIndex>) -> String {
      "\(rate.start(of: frames.lowerBound)) \(rate.start(of: frames.upperBound))"
    }
    var words = [indent + times(frames)]
    if detail == .whole, turn != frames { words.append("of \(times(turn))") }
    words += content.words(detail) + look.words(detail)
    var stage: [String] = []
    for case (let way, let run?) in [("in", entering), ("out", exiting)] {
      words.append("\(way) \(run.name) \(rate.start(of: FrameIndex(run.frameCount)))")
      guard detail == .whole else { continue }
      words[words.count - 1] += run.easing.words(after: " ")
      for clip in run.stage { stage += clip.dump(detail, rate: rate, indent: indent + "  \(way): ") }
    }
    let children = content.children.flatMap { $0.dump(detail, rate: rate, indent: indent + "  ") }
    return [words.joined(separator: "  ")] + children + stage
  }
}

extension SoundClip {
  fileprivate func dump(_ detail: DumpDetail) -> String {
    var words = ["\(start) \(start + length)  sound  \(path.name)"]
    if from != .zero { words.append("from \(from)") }
    return (words + treatment.words(detail)).joined(separator: "  ")
  }
}

extension SoundTreatment {
  fileprivate func words(_ detail: DumpDetail) -> [String] {
    var words: [String] = []
    if volume.fixed != 1 { words.append("volume \(volume.words(detail))") }
    if balance.fixed != 0 { words.append("panned \(balance.words(detail))") }
    let cross = fadeShape == .equalPower ? " of equal power" : ""
    if fadeIn != .zero { words.append("in fade \(fadeIn)\(cross)") }
    if fadeOut != .zero { words.append("out fade \(fadeOut)\(cross)") }
    if speed != 1 { words.append("speed \(speed.brief)\(keepsPitch ? "" : " with its pitch")") }
    if let loop { words.append("looping \(loop.lowerBound)–\(loop.upperBound)") }
    words += duckings.map {
      "ducked to \($0.volume.brief) under \($0.path.split(separator: "/").last ?? "")"
        + (detail == .whole ? " over \($0.over)" : "")
    }
    return words
  }
}

extension Contour {
  fileprivate func words(_ detail: DumpDetail) -> String {
    guard fixed == nil, let least = values.min(), let most = values.max() else { return values[0].brief }
    return "\(least.brief)…\(most.brief)" + (detail == .whole ? " \(Fingerprint(of: self).short)" : "")
  }
}
