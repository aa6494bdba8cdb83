/// A way of showing lyrics that people know from somewhere: a style, how pages are cut and change, where they
/// stand.
///
/// Each is made of the same words that authors write; what is said after it changes it:
///
///     Captions(lyrics).look(.tikTok).paged(lines: 1)
public struct CaptionLook: Sendable {
  let dress: @Sendable (Captions) -> Captions

  /// What becomes of captions that are given it.
  public init(_ dress: @escaping @Sendable (Captions) -> Captions) { self.dress = dress }
}

extension Captions {
  /// All that a look says of style, pages and place.
  public func look(_ look: CaptionLook) -> Captions { look.dress(self) }
}
