/// How a page of captions comes and goes.
///
/// It comes within what is left before its first word, and goes after its last: words are never sung on a page
/// that is half there. Where one page follows another at once, it cuts.
public struct CaptionChange: Hashable, Sendable {
  enum Manner: Hashable, Sendable {
    case cut, fade, fadeOut
    case slide(Direction)
    case pop
  }

  let manner: Manner
  package let length: Length

  /// Is there at once, and gone at once.
  public static let cut = CaptionChange(manner: .cut, length: 0)

  /// Comes out of nothing, and goes into it; neighbours dissolve into each other.
  public static let fade = fade(over: 0.2)
  /// Comes out of nothing within so long, and goes into it.
  public static func fade(over length: some LengthForm) -> CaptionChange {
    CaptionChange(manner: .fade, length: length.length)
  }

  /// Is there at once, and fades when it goes: for words that come by themselves.
  public static let fadingOut = fadingOut(over: 0.2)
  /// Is there at once, and fades within so long.
  public static func fadingOut(over length: some LengthForm) -> CaptionChange {
    CaptionChange(manner: .fadeOut, length: length.length)
  }

  /// Comes in from its place towards a side, and fades.
  public static func slide(_ direction: Direction, over length: some LengthForm = 0.3) -> CaptionChange {
    CaptionChange(manner: .slide(direction), length: length.length)
  }

  /// Swells from a little smaller, and fades.
  public static let pop = pop(over: 0.25)
  /// Swells from a little smaller within so long, and fades.
  public static func pop(over length: some LengthForm) -> CaptionChange {
    CaptionChange(manner: .pop, length: length.length)
  }
}

extension CaptionChange {
  /// A page that comes within a length and goes within another; at once where there is none.
  func directing(_ page: Layer, coming: Length, going: Length) -> Layer {
    var page = page
    if going != 0, manner != .cut { page = page.exiting(.fade, over: going) }
    guard coming != 0 else { return page }
    return switch manner {
    case .cut, .fadeOut: page
    case .fade: page.entering(.fade, over: coming)
    case .slide(let direction): page.entering(.slide(direction), over: coming)
    case .pop:
      page.scale(.ramp(from: 0.7, to: 1, over: coming, easing: .backOut)).entering(.fade, over: coming / 2)
    }
  }
}
