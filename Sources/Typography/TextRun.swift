internal import CEngine

/// A stretch of a paragraph that reads in one direction, is written in one script, and shown by one font.
struct TextRun: Hashable {
  let units: Range<Int>
  /// Even from left to right, odd from right to left.
  let level: UInt8
  /// As HarfBuzz numbers them.
  let script: UInt32
  /// Which font of the chain.
  let font: Int

  var isRightToLeft: Bool { level & 1 == 1 }

  /// Whether its letters hang together, so that spacing would tear them.
  var isCursive: Bool { Self.cursive.contains(script) }

  private static let cursive = [
    HB_SCRIPT_ARABIC, HB_SCRIPT_SYRIAC, HB_SCRIPT_MONGOLIAN, HB_SCRIPT_NKO, HB_SCRIPT_MANDAIC,
    HB_SCRIPT_PHAGS_PA, HB_SCRIPT_MANICHAEAN, HB_SCRIPT_PSALTER_PAHLAVI, HB_SCRIPT_SOGDIAN,
    HB_SCRIPT_HANIFI_ROHINGYA, HB_SCRIPT_ADLAM,
  ].map(\.rawValue)

  /// The script of each unit. What all scripts share (spaces, digits, marks) belongs to the letters
  /// before it, or at the start to those after it. The C function is `hb_unicode_script`.
  static func scripts(of units: [UInt16]) -> [UInt32] {
    let common = HB_SCRIPT_COMMON.rawValue
    let shared = [common, HB_SCRIPT_INHERITED.rawValue, HB_SCRIPT_UNKNOWN.rawValue]
    let unicode = hb_unicode_funcs_get_default()
    var scripts: [UInt32] = []
    var current = common
    for scalar in String(decoding: units, as: UTF16.self).unicodeScalars {
      let script = hb_unicode_script(unicode, scalar.value).rawValue
      if !shared.contains(script) {
        if current == common { scripts = scripts.map { _ in script } }
        current = script
      }
      scripts.append(current)
      if scalar.value > 0xFFFF { scripts.append(current) }
    }
    return scripts
  }
}
