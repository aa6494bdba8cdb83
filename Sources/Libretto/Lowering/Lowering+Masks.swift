import Primitives
import Timeline

extension Lowering {
  /// What is seen of an element's content through its mask, if it has one. What must be done to it before it is
  /// masked is taken from its look.
  func masked(
    _ content: ClipContent, of layer: Layer, _ look: inout Look, on stage: Stage,
    _ turn: Range<FrameIndex>, _ frames: Range<FrameIndex>
  ) -> ClipContent {
    guard let mask = layer.look.mask else { return content }
    func filling(_ content: ClipContent, _ effects: [any Effect] = []) -> Clip {
      var look = Look()
      look.width = .constant(.percent(100))
      look.height = .constant(.percent(100))
      look.effects = effects
      return Clip(
        frames: frames, turn: turn, content: content, look: look, entering: nil, exiting: nil,
        site: layer.site)
    }
    let box = stage.box(size(of: layer, in: stage.parent))
    // What lies beneath is filtered before it is masked.
    var effects: [any Effect] = []
    if case .backdrop = content { swap(&effects, &look.effects) }
    return .masked(
      filling(content, effects), by: filling(.group(clips(of: mask.layers, on: box))), mask.masking)
  }
}
