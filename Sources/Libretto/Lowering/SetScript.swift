import Lyrics
import Primitives

/// The words of a text as they are set: one string, and what in it is sung when.
struct SetScript {
  let text: String
  private let runs: [(units: Range<Int>, run: TextPayload.Run)]

  init(_ element: TextPayload) {
    var text = ""
    var runs: [(Range<Int>, TextPayload.Run)] = []
    for run in element.runs {
      let start = text.utf16.count
      text += element.style.letterCase.applied(to: run.text)
      runs.append((start..<text.utf16.count, run))
    }
    self.text = text
    self.runs = runs
  }

  var hasTimes: Bool { runs.contains { $0.run.sung != nil } }

  /// What is sung in one go, in the order of the text. What nobody sings goes with what is before it.
  var strokes: [(units: Range<Int>, sung: Range<SongTime>)] {
    var strokes: [(units: Range<Int>, sung: Range<SongTime>)] = []
    for (units, run) in runs {
      if let sung = run.sung {
        strokes.append((strokes.isEmpty ? 0..<units.upperBound : units, sung))
      } else if let last = strokes.last {
        strokes[strokes.count - 1].units = last.units.lowerBound..<units.upperBound
      }
    }
    return strokes
  }

  /// Where each word stands, with the space after it.
  var wordUnits: [Range<Int>] {
    runs.reduce(into: []) { words, part in
      if part.run.beginsWord || words.isEmpty {
        words.append(part.units)
      } else {
        words[words.count - 1] = words[words.count - 1].lowerBound..<part.units.upperBound
      }
    }
  }

  /// Whether what stands in a stretch stands out.
  func isEmphasized(_ units: Range<Int>) -> Bool {
    runs.contains { $0.units.overlaps(units) && $0.run.isEmphasized }
  }

  struct Piece {
    var units: Range<Int>
    var sung: Range<SongTime>?
    var lineNumber: Int
  }

  /// The pieces of a text that was set, in the order they are read; spaces are left out.
  func pieces(_ unit: TextSplit.Unit, of block: TextBlock) -> [Piece] {
    let clusters = block.lines.enumerated().flatMap { index, line in
      line.clusters.filter { $0.ink != nil }.map { (units: $0.units, line: index) }
    }.sorted { $0.units.lowerBound < $1.units.lowerBound }
    let starts = starts(of: unit)
    var pieces: [Piece] = []
    var (place, start) = (-1, 0)
    for cluster in clusters {
      while start + 1 < starts.count, starts[start + 1] <= cluster.units.lowerBound { start += 1 }
      let here = unit == .line ? cluster.line : start
      if here == place, let last = pieces.last {
        pieces[pieces.count - 1].units = last.units.lowerBound..<cluster.units.upperBound
      } else {
        pieces.append(Piece(units: cluster.units, sung: nil, lineNumber: cluster.line))
        place = here
      }
    }
    return pieces.map { piece in
      var piece = piece
      piece.sung = sung(piece.units)
      return piece
    }
  }

  /// When what stands in a stretch is sung. Part of a run takes part of its time, by its characters.
  private func sung(_ units: Range<Int>) -> Range<SongTime>? {
    let touched = runs.filter { $0.units.overlaps(units) && $0.run.sung != nil }
    guard let first = touched.first, let last = touched.last,
      let start = SetScript.time(at: units.lowerBound, in: first),
      let end = SetScript.time(at: units.upperBound, in: last)
    else { return nil }
    return start..<max(start, end)
  }

  private static func time(at unit: Int, in run: (units: Range<Int>, run: TextPayload.Run)) -> SongTime? {
    guard let sung = run.run.sung else { return nil }
    let length = run.run.text.trimmedEnd.utf16.count
    let place = max(0, min(length, unit - run.units.lowerBound))
    guard length > 0 else { return sung.lowerBound }
    return sung.lowerBound + (sung.upperBound - sung.lowerBound) * (Double(place) / Double(length))
  }

  /// Where pieces begin, in UTF-16 units, ascending.
  private func starts(of unit: TextSplit.Unit) -> [Int] {
    switch unit {
    case .line: return [0]
    case .character:
      var starts: [Int] = []
      var place = 0
      for character in text {
        starts.append(place)
        place += character.utf16.count
      }
      return starts
    case .word: return wordStarts
    case .syllable:
      guard !hasTimes else { return runs.map(\.units.lowerBound) }
      let words = Array(text.utf16)
      return zip(wordStarts, wordStarts.dropFirst() + [words.count]).flatMap { start, end in
        SyllableBreaks.starts(in: String(decoding: words[start..<end], as: UTF16.self)).map { start + $0 }
      }
    }
  }

  private var wordStarts: [Int] {
    if hasTimes { return runs.filter(\.run.beginsWord).map(\.units.lowerBound) }
    var starts: [Int] = []
    var (place, isInside) = (0, false)
    for character in text {
      if !character.isWhitespace, !isInside { starts.append(place) }
      isInside = !character.isWhitespace
      place += character.utf16.count
    }
    return starts
  }
}

extension [SetScript.Piece] {
  /// When the piece after one begins to be sung; not before that one does. Nil after the last.
  func next(after index: Int) -> SongTime? {
    guard index + 1 < count, let next = self[index + 1].sung else { return nil }
    return Swift.max(next.lowerBound, self[index].sung?.lowerBound ?? next.lowerBound)
  }
}

extension String {
  /// Without the spaces at its end.
  fileprivate var trimmedEnd: Substring {
    self[..<(lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex)]
  }
}
