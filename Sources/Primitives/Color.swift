/// A color in sRGB with its opacity, each channel 0 to 1, not premultiplied.
public struct Color: Hashable, Sendable {
  /// 0 to 1.
  public var red: Double
  /// 0 to 1.
  public var green: Double
  /// 0 to 1.
  public var blue: Double
  /// 0 is not there, 1 hides what is beneath.
  public var alpha: Double

  /// Channels out of range are taken as the nearest that is in it, what is no number as 0.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    func channel(_ value: Double) -> Double {
      value == value ? (max(0, min(1, value)) * 65_535).rounded() / 65_535 : 0
    }
    self.red = channel(red)
    self.green = channel(green)
    self.blue = channel(blue)
    self.alpha = channel(alpha)
  }

  /// A color as designers write it: `0xFF2A6D` is red FF, green 2A, blue 6D.
  public static func hex(_ code: UInt32) -> Color {
    Color(
      red: Double(code >> 16 & 255) / 255, green: Double(code >> 8 & 255) / 255,
      blue: Double(code & 255) / 255)
  }

  /// `#ff2a6d`, `#f26`, or with two digits more, or one, for opacity; with or without the sign. Nil for what is none.
  package init?(code: String) {
    let digits = (code.hasPrefix("#") ? code.dropFirst() : code[...]).map {
      $0.isASCII ? $0.hexDigitValue : nil
    }
    let width = digits.count > 4 ? 2 : 1
    guard [3, 4, 6, 8].contains(digits.count), digits.allSatisfy({ $0 != nil }) else { return nil }
    let channels = stride(from: 0, to: digits.count, by: width).map { start in
      let (high, low) = (digits[start] ?? 0, digits[start + width - 1] ?? 0)
      return Double(high * 16 + low) / 255
    }
    self.init(
      red: channels[0], green: channels[1], blue: channels[2], alpha: channels.count > 3 ? channels[3] : 1)
  }

  /// 0 is black, 1 white.
  public static func gray(_ level: Double) -> Color { Color(red: level, green: level, blue: level) }

  /// The same color, so much of it there.
  public func opacity(_ alpha: Double) -> Color {
    Color(red: red, green: green, blue: blue, alpha: self.alpha * alpha)
  }

  /// This color on its way to another, 0 to 1.
  public func mixed(with other: Color, by progress: Double) -> Color {
    Color.mix(self, other, progress)
  }
}

extension Color: CustomStringConvertible {
  /// As CSS writes it: `#ff2a6d`, with two more digits where it isn't opaque.
  public var description: String {
    let channels = alpha == 1 ? [red, green, blue] : [red, green, blue, alpha]
    return channels.reduce("#") { text, channel in
      let digits = String(Int((channel * 255).rounded()), radix: 16)
      return text + (digits.count == 1 ? "0" : "") + digits
    }
  }
}
