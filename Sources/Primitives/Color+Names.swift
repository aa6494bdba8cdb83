extension Color {
  /// Nothing at all.
  public static let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)
  /// `#000000`.
  public static let black = Color.gray(0)
  /// `#ffffff`.
  public static let white = Color.gray(1)
  /// `#808080`, half-way.
  public static let gray = Color.gray(0.5)
  /// A near-black blue, softer than black under light type.
  public static let ink = Color.hex(0x0B1020)
  /// `#f6f1e7`, a warm white.
  public static let paper = Color.hex(0xF6F1E7)
  /// `#e5383b`.
  public static let red = Color.hex(0xE5383B)
  /// `#f77f00`.
  public static let orange = Color.hex(0xF77F00)
  /// `#ffc857`.
  public static let gold = Color.hex(0xFFC857)
  /// `#ffe14d`.
  public static let yellow = Color.hex(0xFFE14D)
  /// `#2fbf71`.
  public static let green = Color.hex(0x2FBF71)
  /// `#12b5b0`.
  public static let teal = Color.hex(0x12B5B0)
  /// `#4de8f4`.
  public static let cyan = Color.hex(0x4DE8F4)
  /// `#2f6fed`.
  public static let blue = Color.hex(0x2F6FED)
  /// `#2de2ff`, as neon glows.
  public static let electricBlue = Color.hex(0x2DE2FF)
  /// `#101a3d`.
  public static let midnight = Color.hex(0x101A3D)
  /// `#3d348b`.
  public static let indigo = Color.hex(0x3D348B)
  /// `#8338ec`.
  public static let violet = Color.hex(0x8338EC)
  /// `#6a1b9a`.
  public static let purple = Color.hex(0x6A1B9A)
  /// `#e01e9b`.
  public static let magenta = Color.hex(0xE01E9B)
  /// `#ff2e88`, as neon glows.
  public static let hotPink = Color.hex(0xFF2E88)
  /// `#ffb3c6`.
  public static let pink = Color.hex(0xFFB3C6)
  /// `#ff6b5a`.
  public static let coral = Color.hex(0xFF6B5A)
  /// `#6f4e37`.
  public static let brown = Color.hex(0x6F4E37)
}
