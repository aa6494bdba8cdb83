/// Elements that play together, painted as one, in places that a layout gives them.
struct Arrangement: Sendable {
  var parts: Layers
  /// Nil where each stands where it says, in the whole box.
  var layout: (any Layout)?

  init(_ parts: Layers, by layout: (any Layout)? = nil) {
    self.parts = parts
    self.layout = layout
  }
}

/// How the parts of a container stand in its box.
protocol Layout: Sendable {
  /// Each part in its place, and how large the whole is; nil for as large as its frame or its parent.
  func placing(_ parts: Layers, in space: LayoutSpace) -> (parts: Layers, size: Size?)

  /// What parts are measured in where the container itself is, its parent or its box; nil if they aren't.
  func measures(parent: Size, box: Size) -> Size?
  /// The same with its own lengths in pixels.
  func measured(in size: Size) -> Self
}

extension Layout {
  func measures(parent: Size, box: Size) -> Size? { nil }
  func measured(in size: Size) -> Self { self }
}
