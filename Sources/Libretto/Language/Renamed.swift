// Words that meant two things, or meant the same as others. The compiler says which one to take.

extension Element {
  @available(*, unavailable, renamed: "placed(x:y:anchor:)")
  public func position(x: some MeasureForm, y: some MeasureForm, anchor: Anchor? = nil) -> Styled {
    placed(x: x, y: y, anchor: anchor)
  }

  @available(*, unavailable, renamed: "placed(at:)")
  public func aligned(_ anchor: Anchor) -> Styled { placed(at: anchor) }

  @available(*, unavailable, renamed: "padded(_:)")
  public func inside(_ area: SafeArea) -> Padded { padded(area) }

  @available(*, unavailable, renamed: "blooming(_:radius:above:)")
  public func glowing(
    _ strength: some NumberForm = 1, radius: some MeasureForm = Measure.vmin(1.6),
    above threshold: Double = 0.55
  ) -> Styled {
    blooming(strength, radius: radius, above: threshold)
  }

  @available(*, unavailable, message: "say .shadowed(color, x: 0, y: 8, blur: 16)")
  public func shadow(
    _ color: Color = .black.opacity(0.5), radius: some MeasureForm = 16, x: some MeasureForm = 0,
    y: some MeasureForm = 8
  ) -> Styled {
    shadowed(color, x: x, y: y, blur: radius)
  }
}

extension PaintedLetters {
  @available(*, unavailable, renamed: "fill(_:)")
  public func color(_ color: Color) -> Self { fill(color) }
}

extension Transition {
  @available(*, unavailable, renamed: "eased(_:)")
  public func easing(_ easing: Easing) -> Transition { eased(easing) }
}

extension Matte {
  @available(*, unavailable, renamed: "inverted")
  public var reversed: Matte { inverted }
}
