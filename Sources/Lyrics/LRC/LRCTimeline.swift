internal import Primitives

/// The timed lines of an LRC file in the order they are sung.
///
/// What dialects disagree on is settled for the whole file: whether `[1:02:03]` has hours, and
/// whether two stamps before a line are its start and end or two times it is sung.
struct LRCTimeline {
  private var entries: [LRCEntry]
  private let offset: Time

  init(_ entries: [LRCEntry], offset: Time) {
    self.entries = entries
    self.offset = offset
  }

  mutating func sections(_ remarks: inout Remarks) -> [LyricSection] {
    settleHours(&remarks)
    var builder = SheetBuilder()
    let isSpan = hasEnds
    for entry in entries {
      let base = entry.stamps[0].time
      for stamp in isSpan ? entry.stamps.prefix(1) : entry.stamps[...] {
        let start = placed(stamp.time, entry.number, &remarks)
        // A line that is sung again is so in another section.
        if stamp.time == base, let label = entry.opened { builder.section(label, at: start) }
        switch entry.content {
        case .clear: builder.clear(at: start)
        case .section(let label): builder.section(label, at: start)
        case .line(let line):
          let line = line.joined(with: entry.moreWords, behind: entry.background)
          var placed = line.moved(by: stamp.time - base, offset: offset)
          placed.start = start
          if isSpan { placed.end = max(start, entry.stamps[1].time - offset) }
          builder.line(placed)
        }
      }
    }
    return builder.sections()
  }

  /// `[1:02:03]` is minutes, seconds and hundredths, unless the file says otherwise.
  private mutating func settleHours(_ remarks: inout Remarks) {
    let stamps = entries.lazy.flatMap { $0.stamps }
    guard let doubtful = entries.first(where: { $0.stamps.contains { $0.asHours != nil } }) else { return }
    let hasHours = stamps.contains { $0.hasHours } || (!isRising(\.time) && isRising(\.longest))
    remarks.warn(
      doubtful.number,
      hasHours
        ? "times with two colons were read as hours, minutes and seconds"
        : "times with two colons were read as minutes, seconds and hundredths")
    guard hasHours else { return }
    for index in entries.indices {
      for place in entries[index].stamps.indices {
        entries[index].stamps[place].time = entries[index].stamps[place].longest
      }
    }
  }

  private func isRising(_ time: KeyPath<LRCStamp, Time>) -> Bool {
    let starts = entries.compactMap { $0.stamps.first?[keyPath: time] }
    return zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private func placed(_ time: Time, _ number: Int, _ remarks: inout Remarks) -> Time {
    let moved = time - offset
    if moved < .zero { remarks.warn(number, "the line starts before the song; it was moved to its start") }
    return max(.zero, moved)
  }

  /// Whether every line has a start and an end: none lasts longer than a minute or into the next.
  private var hasEnds: Bool {
    guard entries.count > 1, entries.allSatisfy({ $0.stamps.count == 2 }) else { return false }
    let tolerance = Time(ticks: Time.ticksPerSecond / 4)
    let minute = Time(ticks: Time.ticksPerSecond * 60)
    let spans = entries.map { ($0.stamps[0].time, $0.stamps[1].time) }
    return spans.allSatisfy { $0 <= $1 && $1 - $0 <= minute }
      && zip(spans, spans.dropFirst()).allSatisfy { $0.1 <= $1.0 + tolerance }
  }
}

extension LRCStamp {
  fileprivate var longest: Time { asHours ?? time }
}

extension LyricLine {
  fileprivate func joined(with more: [LyricWord], behind: [LyricWord]) -> LyricLine {
    var line = self
    if !more.isEmpty, let last = words.indices.last { line.words[last].endsRow = true }
    line.words += more
    line.background += behind
    return line
  }

  /// All its times later by a stretch, earlier by another, and never before the song.
  fileprivate func moved(by stretch: Time, offset: Time) -> LyricLine {
    func moved(_ time: Time?) -> Time? { time.map { max(.zero, $0 + stretch - offset) } }
    var line = self
    line.end = moved(end)
    for index in line.words.indices {
      line.words[index].start = moved(line.words[index].start)
      line.words[index].end = moved(line.words[index].end)
    }
    for index in line.background.indices {
      line.background[index].start = moved(line.background[index].start)
      line.background[index].end = moved(line.background[index].end)
    }
    return line
  }
}
