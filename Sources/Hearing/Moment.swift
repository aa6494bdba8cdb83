/// A moment that stands out.
package struct Moment: Hashable, Codable, Sendable {
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// All comes back at once after little.
    case drop
    /// It grows louder from here to the next section.
    case build
    /// Suddenly louder than before.
    case hit
    case firstChorus = "first_chorus"
  }

  package var kind: Kind
  /// In seconds.
  package var time: Double
  /// From 0 to 1.
  package var confidence: Double

  package init(kind: Kind, time: Double, confidence: Double) {
    self.kind = kind
    self.time = time
    self.confidence = confidence
  }
}

/// Finds moments where sections and energy say so.
struct MomentFinder {
  let sections: [Section]
  let energy: Energy
  let rhythm: Rhythm

  func moments() -> [Moment] {
    var moments: [Moment] = []
    if let chorus = sections.first(where: { $0.label == "chorus" }) {
      moments.append(Moment(kind: .firstChorus, time: chorus.start, confidence: chorus.confidence))
    }
    for (before, section) in zip(sections, sections.dropFirst()) {
      let rise = jump(at: section.start)
      if section.label == "drop", before.label != "drop" {
        moments.append(Moment(kind: .drop, time: section.start, confidence: max(0.3, section.confidence)))
        moments.append(Moment(kind: .build, time: before.start, confidence: 0.5 * section.confidence))
      } else if rise > 0.25 {
        moments.append(Moment(kind: .hit, time: section.start, confidence: min(1, rise * 2)))
      }
    }
    moments += hits(without: moments.map(\.time))
    return moments.sorted { ($0.time, $0.kind.rawValue) < ($1.time, $1.kind.rawValue) }
  }

  /// How much louder two seconds are than the second before them.
  private func jump(at time: Double) -> Double {
    let rate = Double(Energy.rate)
    let after = Energy.mean(energy.all, time + 1 / rate, time + 2)
    return after - Energy.mean(energy.all, time - 1, time - 1 / rate)
  }

  /// The strongest sudden rises elsewhere, at least four seconds apart.
  private func hits(without known: [Double]) -> [Moment] {
    var found: [Moment] = []
    let curve = energy.all
    // That a song begins isn't a hit.
    let begin = (sections.first?.start ?? 0) + 2
    let candidates = curve.indices.map { index in
      (time: Double(index) / Double(Energy.rate), rise: jump(at: Double(index) / Double(Energy.rate)))
    }.filter { $0.rise > 0.3 && $0.time > begin }.sorted { ($0.rise, $1.time) > ($1.rise, $0.time) }
    for candidate in candidates where found.count < 8 {
      let taken = known + found.map(\.time)
      guard !taken.contains(where: { abs($0 - candidate.time) < 4 }) else { continue }
      let beat = rhythm.beats.min { abs($0 - candidate.time) < abs($1 - candidate.time) }
      let time = beat.flatMap { abs($0 - candidate.time) < 0.2 ? $0 : nil } ?? candidate.time
      found.append(Moment(kind: .hit, time: time, confidence: min(1, candidate.rise * 1.5)))
    }
    return found
  }
}
