/// Which words are painted otherwise than their line, and how.
package struct CaptionEmphasis: Sendable {
  /// Without case and punctuation; those written in `*stars*` besides.
  var words: Set<String>
  var look: @Sendable (TextStyle) -> TextStyle
}

extension Captions {
  /// Words that stand out whether they are sung or not: these, and those that the sheet has in `*stars*`.
  ///
  /// What is said of their fill, outlines, shadows and boxes counts; they are as large as the others.
  public func emphasizing(
    _ words: String..., look: @escaping @Sendable (TextStyle) -> TextStyle = { $0.fill(.yellow) }
  ) -> Captions {
    let plain = Set(words.map(LyricSheet.plain))
    return set { $0.extras.emphasis = CaptionEmphasis(words: plain, look: look) }
  }
}

extension [CaptionLine] {
  /// With marks on the words that stand out, and without stars.
  func emphasized(_ emphasis: CaptionEmphasis?) -> [CaptionLine] {
    guard let emphasis else { return self }
    return map { line in
      var line = line
      line.words = line.words.marked(emphasis.words)
      line.background = line.background.marked(emphasis.words)
      return line
    }
  }
}

extension [CaptionWord] {
  fileprivate func marked(_ wanted: Set<String>) -> [CaptionWord] {
    var isInside = false
    return compactMap { word in
      var word = word
      let stars = word.text.split(separator: "*", omittingEmptySubsequences: false)
      // Before a word a star begins what stands out, behind it one ends it.
      word.isEmphasized =
        isInside || (stars.count > 1 && stars.dropFirst().contains { !$0.isEmpty })
        || wanted.contains(LyricSheet.plain(word.text))
      if stars.count.isMultiple(of: 2) { isInside.toggle() }
      for index in word.syllables.indices { word.syllables[index].text.removeAll { $0 == "*" } }
      return word.text.isEmpty ? nil : word
    }
  }
}
