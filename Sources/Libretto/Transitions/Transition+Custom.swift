extension Transition {
  /// A transition of the author's own: what plays during it, made of the element that goes, of the one
  /// that comes, and of a progress from 0 to 1.
  ///
  ///     Transition.custom("drop") { from, to, progress in
  ///       to
  ///       from.offset(y: progress.from(0, to: .percent(100))).rotation(progress.from(0, to: 20))
  ///     }
  ///
  /// The closure is called once. In a `Series` it composes on all of its room; elsewhere on the element's
  /// own box, with nothing on the other side.
  public static func custom(
    _ name: String,
    @LayersBuilder _ layers:
      @escaping @Sendable (_ from: Side, _ to: Side, _ progress: Animated<Double>) -> Layers
  ) -> Transition {
    Transition(name, .staged(layers))
  }
}
