/// The word that is sung stands out: in a color, on a box, larger. Its neighbours make room for it.
public struct HighlightCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions
  package var active: Color
  package var box: Color?
  package var scale: Double

  public var stretch: Double { scale.isFinite ? max(1, scale) + (box == nil ? 0 : 0.06) : 1 }

  public func page(_ page: CaptionPage) -> Layers {
    page.set(in: type) { text, _ in
      text.byWord { word, _ in words(word).offset(x: Crowd(word.row, around: word, reaching: reach).shift) }
    }
  }

  /// The word as it is most of the time, and as it is while it is sung.
  private func words(_ word: TextPiece) -> Group {
    var lit = word.fill(active)
    if let box {
      // The box is what the word stands out by; a shadow would only soil it.
      lit.letters.shadows = []
      lit = lit.boxed(
        .color(box), padding: (.pixels(padding(of: word)), 0),
        cornerRadius: .pixels(word.size.height * 0.16))
    }
    return Group {
      word.opacity(
        .keyframes(
          .at(word.start, 1), .at(word.start, 0), .at(word.next, 0, .hold),
          .at(word.next, 1)))
      lit.scale(.spring(from: 1, to: scale, .snappy)).starting(at: word.start).lasting(until: word.next)
    }
  }

  private func padding(of word: TextPiece) -> Double { box == nil ? 0 : word.size.height * 0.12 }

  /// How far a word that is sung reaches beyond itself on either side.
  private func reach(_ word: TextPiece) -> Double {
    guard scale.isFinite else { return 0 }
    return max(0, (word.size.width / 2 + padding(of: word)) * max(1, scale) - word.size.width / 2)
  }
}

/// The words of a row, which move aside for the one that is sung as far as the space between them is too small.
private struct Crowd {
  private let row: [TextPiece]
  private let word: TextPiece
  private let reach: (TextPiece) -> Double

  init(_ row: [TextPiece], around word: TextPiece, reaching reach: @escaping (TextPiece) -> Double) {
    self.row = row
    self.word = word
    self.reach = reach
  }

  /// How far the word has moved to the right, over time.
  var shift: Animated<Measure> {
    var keys: [Keyframe<Measure>] = []
    var last = 0.0
    func move(to shift: Double, at time: SongTime, within length: SongTime) {
      guard shift != last else { return }
      keys.append(.at(Moment(origin: .song(time)), .pixels(last)))
      keys.append(.at(Moment(origin: .song(time + min(Crowd.pace, length / 2))), .pixels(shift), .cubicOut))
      last = shift
    }
    for (index, other) in row.enumerated() {
      guard let sung = other.payload.sung else { continue }
      let end = max(sung.lowerBound, other.payload.next ?? sung.upperBound)
      let next = index + 1 < row.count ? row[index + 1].payload.sung?.lowerBound : nil
      move(to: push(by: other), at: sung.lowerBound, within: end - sung.lowerBound)
      if next != end { move(to: 0, at: end, within: Crowd.pace * 2) }
    }
    return keys.isEmpty ? Animated(.pixels(0)) : .keyframes(keys)
  }

  /// How long a step aside takes.
  private static let pace = SongTime(Time(ticks: Time.ticksPerSecond * 12 / 100))

  /// How far it stands aside for another word: so that most of the space to its neighbours is left.
  private func push(by other: TextPiece) -> Double {
    let side = word.corner.x - other.corner.x
    guard side != 0 else { return 0 }
    let more = max(0, reach(other) - space / 6)
    return side > 0 ? more : -more
  }

  /// The least space between two words of the row.
  private var space: Double {
    let sorted = row.sorted { $0.corner.x < $1.corner.x }
    return zip(sorted, sorted.dropFirst()).map { $1.corner.x - $0.corner.x - $0.size.width }.min() ?? 0
  }
}

extension CaptionStyle where Self == HighlightCaptions {
  /// The word that is sung is so colored, on a box if one is said, and so many times as large.
  public static func highlight(active: Color = .yellow, box: Color? = nil, scale: Double = 1.06)
    -> HighlightCaptions
  {
    HighlightCaptions(active: active, box: box, scale: scale)
  }
}
