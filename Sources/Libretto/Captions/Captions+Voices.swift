extension Captions {
  /// The lines of one voice in a look of their own, and in a place of their own if one is said:
  /// `.voice("Ada") { $0.fill(.gold) }`.
  ///
  /// The name is what the sheet calls the voice, or what people call it.
  public func voice(
    _ name: String, placed spot: Spot? = nil,
    _ style: @escaping @Sendable (TextStyle) -> TextStyle = { $0 }
  ) -> Captions {
    set { payload in
      let known = payload.extras.voices.firstIndex { $0.name.lowercased() == name.lowercased() }
      if known == nil { payload.extras.voices.append((name, CaptionRole())) }
      let index = known ?? payload.extras.voices.count - 1
      payload.extras.voices[index].role.take(spot, style)
    }
  }

  /// Puts duets on two sides: whoever sings first on the left.
  public func voicesOnSides(_ isOn: Bool = true) -> Captions { set { $0.extras.usesSides = isOn } }

  /// What others sing behind a line stands under it, smaller, or in a look and a place of its own.
  public func backgroundVocals(
    _ areShown: Bool = true, placed spot: Spot? = nil,
    _ style: @escaping @Sendable (TextStyle) -> TextStyle = { $0 }
  ) -> Captions {
    setting(\.background, shownBy: \.showsBackground, to: areShown, at: spot, style)
  }

  /// The sheet's translation stands under each line, smaller, or in a look and a place of its own.
  public func translated(
    _ isOn: Bool = true, placed spot: Spot? = nil,
    _ style: @escaping @Sendable (TextStyle) -> TextStyle = { $0 }
  ) -> Captions {
    setting(\.translation, shownBy: \.showsTranslation, to: isOn, at: spot, style)
  }

  /// The lines of another sheet stand under those that are sung at their time; where it has no times, under those
  /// of their number.
  public func translated(
    by sheet: LyricSheet, placed spot: Spot? = nil,
    _ style: @escaping @Sendable (TextStyle) -> TextStyle = { $0 }
  ) -> Captions {
    translated(placed: spot, style).set { $0.translation = sheet }
  }

  /// The line in Latin letters stands under it, where the sheet has that.
  public func romanized(
    _ isOn: Bool = true, placed spot: Spot? = nil,
    _ style: @escaping @Sendable (TextStyle) -> TextStyle = { $0 }
  ) -> Captions {
    setting(\.romanization, shownBy: \.showsRomanization, to: isOn, at: spot, style)
  }

  private func setting(
    _ role: WritableKeyPath<CaptionExtras, CaptionRole>, shownBy flag: WritableKeyPath<CaptionExtras, Bool>,
    to isShown: Bool, at spot: Spot?, _ style: @escaping @Sendable (TextStyle) -> TextStyle
  ) -> Captions {
    set {
      $0.extras[keyPath: flag] = isShown
      $0.extras[keyPath: role].take(spot, style)
    }
  }
}
