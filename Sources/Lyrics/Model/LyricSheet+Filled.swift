public import Primitives

extension LyricSheet {
  /// The same sheet with a start and an end for every word of every line that has a start.
  ///
  /// Words without times are spread over their line by syllables, and marked as guessed; what was
  /// known stays as it was. A line without an end lasts until the next one starts. The last one, and
  /// one before a gap, lasts 0.35 s a word, at least 2 s.
  public func filled(until songEnd: Time? = nil) -> LyricSheet {
    var sheet = self
    for track in sheet.tracks.indices {
      var next: Time?  // the nearest start after this line's
      var following: Time?
      for section in sheet.tracks[track].sections.indices.reversed() {
        for index in sheet.tracks[track].sections[section].lines.indices.reversed() {
          let line = sheet.tracks[track].sections[section].lines[index]
          guard let start = line.start else { continue }
          if let following, following > start { next = following }
          following = start
          let end = line.end ?? line.likelyEnd(from: start, before: next ?? songEnd)
          sheet.tracks[track].sections[section].lines[index] = line.filled(from: start, to: end)
        }
      }
    }
    return sheet
  }
}

extension LyricLine {
  private static let longestHold = Time(ticks: Time.ticksPerSecond * 8)

  fileprivate func likelyEnd(from start: Time, before next: Time?) -> Time {
    let known = (words + background).compactMap { $0.end ?? $0.start }.max() ?? start
    let hold = Time(
      ticks: max(2 * Time.ticksPerSecond, Int64(words.count) * Time.ticksPerSecond * 35 / 100))
    guard let next, next > start else { return max(known, start + hold) }
    if next - start <= LyricLine.longestHold { return max(known, next) }
    return max(known, min(next, start + hold))
  }

  /// With times for all its words, between those that are known.
  func filled(from start: Time, to end: Time) -> LyricLine {
    var line = self
    line.start = start
    line.end = end
    line.words = words.filled(from: start, to: end)
    let known = background.compactMap { $0.start ?? $0.end }.min()
    line.background = background.filled(from: min(known ?? start, start), to: end)
    return line
  }
}

extension [LyricWord] {
  /// Spreads words between those whose times are known, each as long as its syllables ask.
  fileprivate func filled(from start: Time, to end: Time) -> [LyricWord] {
    var words = self
    var index = 0
    var clock = start
    while index < count {
      var stop = index + 1
      while stop < count, words[stop].start == nil, words[stop - 1].end == nil { stop += 1 }
      let from = words[index].start ?? clock
      let next = stop < count ? words[stop].start : nil
      let to = Swift.max(from, words[stop - 1].end ?? next ?? Swift.max(end, clock))
      words.spread(index..<stop, from: from, to: to)
      clock = to
      index = stop
    }
    return words
  }

  private mutating func spread(_ range: Range<Int>, from: Time, to: Time) {
    let weights = range.map { SyllableWeight.weight(of: self[$0].text) }
    let total = Swift.max(1, weights.reduce(0, +))
    var passed = 0
    for (index, weight) in zip(range, weights) {
      func moment(_ weight: Int) -> Time {
        from + Time(ticks: Int64(clamping: Int128((to - from).ticks) * Int128(weight) / Int128(total)))
      }
      if self[index].start == nil || range.count > 1 { self[index].isGuessed = true }
      self[index].start = moment(passed)
      passed += weight
      self[index].end = moment(passed)
    }
  }
}
