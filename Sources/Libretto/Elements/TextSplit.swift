/// Into what a text falls apart, and what becomes of the pieces.
struct TextSplit: Sendable {
  enum Unit { case line, word, syllable, character }

  var unit: Unit
  var stagger: Stagger
  var each: @Sendable (TextPiece, Int) -> Layer

  /// Words that can be painted each in its own way.
  static let wordsAsTheyAre = TextSplit(unit: .word, stagger: .none) { word, _ in word.layer }
}

/// How much later each piece begins than the one before it.
public struct Stagger: Sendable {
  package enum Order: Sendable {
    case forward
    case backward
    case fromCenter
    case random(Noise)
  }

  package var step: Length
  package var order: Order

  /// All pieces begin together.
  public static let none = Stagger(step: 0, order: .forward)
  /// From the first to the last.
  public static func forward(_ step: some LengthForm) -> Stagger {
    Stagger(step: step.length, order: .forward)
  }
  /// From the last to the first.
  public static func backward(_ step: some LengthForm) -> Stagger {
    Stagger(step: step.length, order: .backward)
  }
  /// From the middle outwards.
  public static func fromCenter(_ step: some LengthForm) -> Stagger {
    Stagger(step: step.length, order: .fromCenter)
  }
  /// In an order that is the same each time for the same seed.
  public static func shuffled(_ step: some LengthForm, seed: Noise) -> Stagger {
    Stagger(step: step.length, order: .random(seed))
  }

  /// How many steps each of so many pieces waits.
  package func ranks(of count: Int) -> [Double] {
    switch order {
    case .forward: return (0..<count).map(Double.init)
    case .backward: return (0..<count).reversed().map(Double.init)
    case .fromCenter:
      let middle = Double(count - 1) / 2
      return (0..<count).map { (Double($0) - middle).magnitude }
    case .random(let seed):
      let order = (0..<count).sorted { (seed.value($0), $0) < (seed.value($1), $1) }
      var ranks = [Double](repeating: 0, count: count)
      for (rank, index) in order.enumerated() { ranks[index] = Double(rank) }
      return ranks
    }
  }
}

extension Text {
  /// Each line an element of its own, in its place; the closure says how it moves.
  public func byLine<E: Element & SendableMetatype>(
    stagger: Stagger = .none, _ each: @escaping @Sendable (TextPiece, Int) -> E
  ) -> Text {
    split(.line, stagger, each)
  }

  /// Each word an element of its own: `.byWord { word, i in word.opacity(…) }`.
  public func byWord<E: Element & SendableMetatype>(
    stagger: Stagger = .none, _ each: @escaping @Sendable (TextPiece, Int) -> E
  ) -> Text {
    split(.word, stagger, each)
  }

  /// Each syllable an element of its own: as the lyric sheet has them, else as the spelling suggests.
  public func bySyllable<E: Element & SendableMetatype>(
    stagger: Stagger = .none, _ each: @escaping @Sendable (TextPiece, Int) -> E
  ) -> Text {
    split(.syllable, stagger, each)
  }

  /// Each character as readers count them an element of its own. Letters that a font joins into one
  /// shape stay together.
  public func byCharacter<E: Element & SendableMetatype>(
    stagger: Stagger = .none, _ each: @escaping @Sendable (TextPiece, Int) -> E
  ) -> Text {
    split(.character, stagger, each)
  }

  private func split<E: Element & SendableMetatype>(
    _ unit: TextSplit.Unit, _ stagger: Stagger, _ each: @escaping @Sendable (TextPiece, Int) -> E
  ) -> Text {
    setting(
      \.payload.split, to: TextSplit(unit: unit, stagger: stagger) { each($0, $1).layer })
  }
}
