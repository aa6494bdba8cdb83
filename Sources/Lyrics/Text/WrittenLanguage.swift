/// How something is written, and in which language as far as its commonest words tell.
enum WrittenLanguage {
  enum Script: Hashable { case latin, greek, cyrillic, hebrew, arabic, indic, thai, hangul, japanese, han }

  /// The script of most of its letters; nil for what has none. Kana make Japanese of any Chinese characters.
  static func script(of text: String) -> Script? {
    var counts: [Script: Int] = [:]
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      if let script = script(of: scalar) { counts[script, default: 0] += 1 }
    }
    if let kana = counts[.japanese], kana > 0 {
      counts[.japanese] = kana + (counts.removeValue(forKey: .han) ?? 0)
    }
    return counts.max { ($0.value, "\($1.key)") < ($1.value, "\($0.key)") }?.key
  }

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case ..<0x250, 0x1E00..<0x1F00, 0xFF21...0xFF5A: .latin
    case 0x370..<0x400, 0x1F00..<0x2000: .greek
    case 0x400..<0x530: .cyrillic
    case 0x590..<0x600: .hebrew
    case 0x600..<0x780, 0xFB50..<0xFE00, 0xFE70..<0xFF00: .arabic
    case 0x900..<0xE00: .indic
    case 0xE00..<0x1000: .thai
    case 0x1100..<0x1200, 0xAC00..<0xD7B0: .hangul
    case 0x3040..<0x3100, 0xFF66..<0xFFA0: .japanese
    case 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x40000: .han
    default: nil
    }
  }

  /// A tag such as `de`, for a text of some length in Latin letters; nil where no language has clearly more of
  /// its commonest words in it.
  static func language(of text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    let scores = commonWords.map { tag, common in
      (tag: tag, count: words.count { common.contains(String($0)) })
    }
    .sorted { ($1.count, $0.tag) < ($0.count, $1.tag) }
    guard scores[0].count >= max(3, words.count / 12), scores[0].count * 2 >= scores[1].count * 3 else {
      return nil
    }
    return scores[0].tag
  }

  private static let commonWords: [(String, Set<String>)] = [
    (
      "de",
      "ich du er sie es wir ihr und der die das den dem ein eine ist nicht mit mir mich dich auf für zu im wie nur"
    ),
    (
      "en",
      "i you he she it we they and the a of to in is are not with me my your on for that this so all was i'm don't"
    ),
    (
      "es",
      "yo tú él ella y el la los las un una es no con me mi te tu en por para que se lo como más de todo"
    ),
    (
      "fr",
      "je tu il elle nous vous et le la les un une est pas avec me mon ma te ton dans pour que qui ce des du c'est"
    ),
    (
      "id", "aku kau dia kita dan yang di ke dari ini itu tidak tak dengan untuk pada ku mu akan bila hanya"
    ),
    (
      "it",
      "io tu lui lei e il lo la gli le un una è non con mi mio ti tuo in per che si di sono come più c'è"
    ),
    (
      "nl", "ik jij je hij zij wij en de het een is niet met mij mijn op voor te in dat van zo maar ben wat"
    ),
    ("pl", "ja ty on ona i w na nie z się to że jest mi mnie cię jak ale do po za tak co"),
    (
      "pt", "eu você ele ela e o a os as um uma é não com me meu te teu em por para que se no na do da mais"
    ),
    ("sv", "jag du han hon vi och det den en ett är inte med mig min dig på för att som i av så men"),
    ("tr", "ben sen o biz ve bir bu şu ne değil ile için gibi çok da de mi var yok beni seni her"),
  ].map { tag, words in (tag, Set(words.split(separator: " ").map(String.init))) }
}
