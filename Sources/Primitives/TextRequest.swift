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
  /// 1 to 1000; 400 is regular and 700 bold.
  package var weight: Int
  package var isItalic: Bool

  package init(family: String, weight: Int, isItalic: Bool) {
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
  }
}

/// Where short lines stand in a block.
public enum TextAlignment: Hashable, Sendable { case leading, center, trailing }
