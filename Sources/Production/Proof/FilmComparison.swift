package import Media

/// What tells one film from another, in words.
package enum FilmComparison {
  /// A sentence for each thing that isn't as it should be; none if the files are equal.
  ///
  /// - Parameter segments: where segments lie, in frames of the file.
  package static func differences(
    of found: FilmDigests, from expected: FilmDigests, segments: [Range<Int>]
  ) -> [String] {
    guard found.file != expected.file else { return [] }
    var words: [String] = []
    if found.frames.count != expected.frames.count {
      words.append("it has \(found.frames.count) frames in place of \(expected.frames.count)")
    }
    let common = 0..<min(found.frames.count, expected.frames.count)
    for segment in segments {
      let part = segment.clamped(to: common)
      let runs = runs(part.filter { found.frames[$0] != expected.frames[$0] })
      guard !runs.isEmpty else { continue }
      let names = runs.map { $0.count == 1 ? "frame \($0.lowerBound)" : "frames \($0)" }
      let verb = runs.count == 1 && runs[0].count == 1 ? "differs" : "differ"
      words.append("\(names.joined(separator: ", ")) \(verb) in the segment \(segment)")
    }
    if found.header != expected.header { words.append("what decoders must know beforehand differs") }
    switch (found.sound, expected.sound) {
    case (nil, _?): words.append("it has no sound")
    case (_?, nil): words.append("it has sound where none should be")
    case (let there, let wanted) where there != wanted: words.append("the sound differs")
    default: break
    }
    if words.isEmpty {
      words.append("every frame and the sound are the same, but another program wrote or changed the file")
    }
    return words
  }

  /// Numbers that follow on each other, taken together.
  private static func runs(_ numbers: [Int]) -> [Range<Int>] {
    numbers.reduce(into: []) { runs, number in
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
  }
}
