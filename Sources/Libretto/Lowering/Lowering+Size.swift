import Primitives

extension Lowering {
  /// An element said in simpler ones.
  func unfolded(_ layer: Layer, in parent: Size) -> Layer {
    layer.payload.unfolded(layer, in: parent, by: self)
  }

  /// As large as an element is when it begins.
  func size(of layer: Layer, in parent: Size) -> Size {
    let unfolded = unfolded(layer, in: parent)
    let told = toldSize(of: unfolded, in: parent)
    let own = unfolded.payload.ownSize(told, in: parent, at: unfolded.site, by: self)
    return Size(width: told.width ?? own.width, height: told.height ?? own.height)
  }

  /// As large as its frame says at first.
  func toldSize(of layer: Layer, in parent: Size) -> Frame {
    func start(_ measure: Animated<Measure>?) -> Measure? {
      let stage = Stage(at: layer.site, to: .zero, size: parent)
      return measure.map { curve($0, or: .zero, on: stage).value(at: .zero) }
    }
    return (start(layer.look.width)?.width(in: parent), start(layer.look.height)?.height(in: parent))
  }

  /// The box parts are laid out in: the frame, as far as it is said, else the parent's.
  func boxSize(of layer: Layer, in parent: Size) -> Size {
    let told = toldSize(of: layer, in: parent)
    return Size(width: told.width ?? parent.width, height: told.height ?? parent.height)
  }
}

extension PixelSize {
  /// How large a picture is: with one side told, the other follows from its shape.
  func fitted(_ frame: Frame, in parent: Size) -> Size {
    let shape = Double(width) / Double(height)
    return Size(
      width: frame.height.map { $0 * shape } ?? parent.width,
      height: frame.width.map { $0 / shape } ?? parent.height)
  }
}

extension Layer {
  /// The same with what it asks of a parent in pixels.
  func measured(in parent: Size) -> Layer {
    var box = parent
    if case .constant(let width)? = look.width?.source { box.width = width.width(in: parent) }
    if case .constant(let height)? = look.height?.source { box.height = height.height(in: parent) }
    var copy = self
    copy.payload = payload.measured(in: parent, box: box)
    return copy
  }

  /// The same with a frame that stays as it is in pixels.
  func framed(in parent: Size) -> Layer {
    var copy = self
    if case .constant(let width)? = look.width?.source {
      copy.look.width = .pixels(width.width(in: parent))
    }
    if case .constant(let height)? = look.height?.source {
      copy.look.height = .pixels(height.height(in: parent))
    }
    return copy
  }
}
