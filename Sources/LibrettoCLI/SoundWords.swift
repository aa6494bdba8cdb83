import Media
import Production

extension RenderRecord.Sound {
  /// How loud it is, and what should be done about it.
  var words: String {
    var words = [isCopied ? "sound copied as it was encoded before" : "sound"]
    if let integrated = loudness?.integrated { words.append("\(integrated.tenths) LUFS") }
    if let peak = loudness?.truePeak {
      words.append("peaks at \(peak.tenths) dB")
      // What is encoded goes a little beyond what was mixed.
      if peak > 0.1, !isCopied {
        words.append("beyond full scale: turn it down, or say --normalize -14")
      }
    }
    return words.joined(separator: "  ")
  }
}
