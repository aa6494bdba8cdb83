import Primitives

extension Curve {
  /// How a value runs, in a few words. What an author computes has no words.
  func words(_ detail: DumpDetail, _ print: (Value) -> String) -> String {
    if let fixed { return print(fixed) }
    func whole(_ words: String) -> String { detail == .whole ? words : "" }
    return switch self {
    case .constant(let value): print(value)
    case .keyframes(let keys):
      keys.indices.map { index in
        "\(print(keys[index].value))@\(keys[index].time)" + whole(keys[index].easing.words(after: " "))
      }.joined(separator: "→")
    case .spring(let from, let to, let spring, let start):
      "spring \(print(from))→\(print(to))@\(start)" + whole(spring.words)
    case .noise(let low, let high, let every, let noise, let round):
      "noise \(print(low))…\(print(high)) every \(every)" + (round.map { " through \($0)" } ?? "")
        + whole(" seed \(noise.words)")
    case .sampled(let sampled, let low, let high):
      "follows \(print(low))…\(print(high)) from \(sampled.clock.start)"
        + whole(" \(sampled.words)")
    case .computed: "computed"
    case .repeated(let once, let begin, let every, let count, let isThereAndBack):
      "\(once.words(detail, print)) every \(every)\(isThereAndBack ? " and back" : "")"
        + whole(begin == .zero ? "" : " from \(begin)") + whole(count.map { " \($0) times" } ?? "")
    case .combined(let first, let second, _):
      "\(first.words(detail, print)) with \(second.words(detail, print))"
    }
  }
}

extension Curve<Double> {
  func words(_ detail: DumpDetail) -> String { words(detail, \.brief) }
}

extension Curve<Measure> {
  func words(_ detail: DumpDetail) -> String { words(detail, \.description) }
}

extension Curve<Angle> {
  func words(_ detail: DumpDetail) -> String { words(detail) { "\($0.degrees.brief)°" } }
}

extension Curve<Paint> {
  func words(_ detail: DumpDetail) -> String { words(detail) { $0.words(detail) } }
}

extension Easing {
  /// Nothing for a straight line.
  func words(after space: String) -> String {
    switch self {
    case .linear: ""
    case .easeInOut: space + "eased"
    case .cubic(let x1, let y1, let x2, let y2):
      space + "by \([x1, y1, x2, y2].map(\.brief).joined(separator: ","))"
    case .hold: space + "held"
    case .steps(let count): space + "in \(count) steps"
    case .elastic: space + "elastic"
    case .bounce: space + "bouncing"
    }
  }
}

extension Spring {
  fileprivate var words: String {
    self == .smooth ? "" : " \([mass, stiffness, damping, velocity].map(\.brief).joined(separator: ","))"
  }
}

extension Noise {
  var words: String { String(seed, radix: 16) }
}

extension SampledTrace {
  fileprivate var words: String {
    "\(clock.words) column \(column) \(trace.fingerprint.short)"
  }
}

extension SongClock {
  var words: String {
    let part = heard.map { " within \($0.lowerBound)–\($0.upperBound)" } ?? ""
    return "\(start)\(speed == 1 ? "" : " speed \(speed.brief)")\(part)\(isLooped ? " looped" : "")"
  }
}

extension SoundTrace {
  var fingerprint: Fingerprint {
    var writer = Fingerprinter()
    writer.write(rate)
    writer.write(width)
    for value in values { writer.write(UInt64(value.bitPattern)) }
    return writer.finish()
  }
}

extension Fingerprint {
  init(ofTimes times: [Time]) {
    var writer = Fingerprinter()
    for time in times { writer.write(Int(time.ticks)) }
    self = writer.finish()
  }

  /// Enough of it to tell apart what is in one film.
  var short: String { String(description.prefix(8)) }
}
