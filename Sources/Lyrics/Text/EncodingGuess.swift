/// What encoding a text that isn't UTF-8 is likely in, told from which bytes stand beside which.
///
/// Only good for a hint: short texts look like many encodings.
struct EncodingGuess {
  private static let reach = 1 << 16

  /// Pairs of bytes in a grammar of two-byte characters.
  private struct Pairs {
    var leads = [Int](repeating: 0, count: 256)
    var lowTrails = 0  // below 0xA1
    var count = 0
    var bad = 0

    var isSound: Bool { count > 0 && bad * 30 <= count }

    /// How many of a hundred begin with bytes in a range.
    func share(_ range: ClosedRange<Int>) -> Int { leads[range].reduce(0, +) * 100 / max(1, count) }
  }

  private let bytes: Bytes

  /// The likeliest first; empty if it is UTF-8 but for a few bytes.
  static func likely(_ text: Bytes) -> [String] {
    let guess = EncodingGuess(bytes: text.prefix(reach))
    if guess.isNearlyUTF8 { return [] }
    return guess.eastern ?? guess.western
  }

  private var isNearlyUTF8: Bool {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let foreign = scalars.count { !$0.isASCII }
    let bad = scalars.count { $0 == "\u{FFFD}" }
    return bad * 2 < foreign
  }

  private func pairs(lead: (UInt8) -> Bool, lowestTrail: UInt8, single: (UInt8) -> Bool = { _ in false })
    -> Pairs
  {
    var pairs = Pairs()
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 || single(byte) { continue }
      guard lead(byte), index < bytes.endIndex, bytes[index] >= lowestTrail, bytes[index] != 0x7F,
        bytes[index] != 0xFF
      else {
        pairs.bad += 1
        continue
      }
      pairs.count += 1
      pairs.leads[Int(byte)] += 1
      if bytes[index] < 0xA1 { pairs.lowTrails += 1 }
      index += 1
    }
    return pairs
  }

  /// Chinese, Japanese and Korean, by what their commonest characters begin with.
  private var eastern: [String]? {
    let even = pairs(lead: { (0xA1...0xFE).contains($0) }, lowestTrail: 0xA1)
    if even.isSound {
      if even.share(0xA4...0xA5) > 25 { return ["euc-jp"] }
      if even.share(0xB0...0xC8) + even.share(0xA1...0xA3) > 96 { return ["euc-kr", "gb18030"] }
      if even.share(0xB0...0xD7) > 60 { return ["gb18030"] }
    }
    let japanese = pairs(
      lead: { (0x81...0x9F).contains($0) || (0xE0...0xFC).contains($0) }, lowestTrail: 0x40,
      single: { (0xA1...0xDF).contains($0) })
    if japanese.isSound, japanese.share(0x81...0x97) > 70, japanese.share(0x82...0x83) > 15 {
      return ["shift_jis"]
    }
    let chinese = pairs(lead: { (0x81...0xFE).contains($0) }, lowestTrail: 0x40)
    guard chinese.isSound else { return nil }
    if chinese.share(0xA1...0xF9) > 95, chinese.lowTrails * 5 > chinese.count {
      return ["big5", "gb18030"]
    }
    return chinese.count > 3 ? ["gb18030", "big5"] : nil
  }

  /// Cyrillic stands in whole words of high bytes, accents one by one.
  private var western: [String] {
    let letters = bytes.count { $0.isLetter }
    let high = bytes.count { $0 >= 0xC0 }
    if high > letters {
      let isUpper = bytes.count { (0xC0...0xDF).contains($0) } > bytes.count { $0 >= 0xE0 }
      return isUpper ? ["koi8-r", "windows-1251"] : ["windows-1251", "koi8-r"]
    }
    // What Central Europe's letters are in the West are signs such as ³ and ¾.
    let central = bytes.count { [0x9D, 0xA3, 0xB3, 0xB9, 0xBE, 0xCC, 0xD8, 0xEC, 0xF8].contains($0) }
    let accents = bytes.count { $0 >= 0x80 }
    return central * 5 > accents ? ["windows-1250", "windows-1252"] : ["windows-1252", "windows-1250"]
  }
}
