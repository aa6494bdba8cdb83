/// Words to be set, and how.
package struct TextRequest: Hashable, Sendable {
  /// Line ends in it end lines.
  package var text: String
  package var font: FontRequest
  /// Pixels to the em.
  package var size: Double
  /// Distance of baselines, as a multiple of what the font asks for.
  package var lineHeight = 1.0
  /// Extra pixels after every character.
  package var letterSpacing = 0.0
  package var alignment = TextAlignment.center
  /// OpenType features to set, such as `smcp` or `tnum`; later ones win.
  package var features: [FontFeature] = []
  /// A language tag such as `ja` or `tr`, for glyphs and line breaks that depend on it; empty for none.
  package var language = ""
  /// Where lines must be broken, in pixels; unlimited if nil.
  package var maxWidth: Double?
  /// Beyond these limits the type is made smaller, down to an eighth, until everything fits.
  package var maxHeight: Double?
  package var maxLines: Int?

  package init(text: String, font: FontRequest, size: Double) {
    self.text = text
    self.font = font
    self.size = size
  }
}

/// A font as an author asks for it.
package struct FontRequest: Hashable, Sendable {
  package var family: String
  /// Families asked in turn for characters that those before don't have.
  package var fallbacks: [String] = []
  /// 1 to 1000; 400 is regular and 700 bold.
  package var weight: Int
  package var isItalic: Bool
  /// In hundredths of the normal width; 75 is condensed.
  package var width = 100.0
  /// Axes of a variable font other than weight and width, such as `opsz`.
  package var axes: [FontAxis] = []

  package init(family: String, weight: Int, isItalic: Bool) {
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
  }
}

/// An OpenType feature and what it is set to: 0 is off, 1 is on, more choose an alternate.
public struct FontFeature: Hashable, Sendable {
  /// Four letters, such as `smcp`.
  public var tag: String
  /// 0 is off, 1 is on, more choose an alternate.
  public var value: Int

  /// On, unless told otherwise.
  public init(_ tag: String, _ value: Int = 1) {
    self.tag = tag
    self.value = value
  }
}

/// An axis of a variable font and where on it.
public struct FontAxis: Hashable, Sendable {
  /// Four letters, such as `opsz`.
  public var tag: String
  /// In the axis's own units; out of its reach is its nearer end.
  public var value: Double

  /// By the tag that the font's maker gave it.
  public init(_ tag: String, _ value: Double) {
    self.tag = tag
    self.value = value
  }
}

/// Where short lines stand in a block.
public enum TextAlignment: Hashable, Sendable {
  /// At the left, in the middle or at the right of the block, whichever way the script runs.
  case leading, center, trailing

  /// How much of the room beside what is short is on its left.
  package var share: Double {
    switch self {
    case .leading: 0
    case .center: 0.5
    case .trailing: 1
    }
  }
}
