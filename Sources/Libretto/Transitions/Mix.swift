/// As much of one element as a matte says, and of another as it leaves.
///
/// At 0 it is the first, at 1 the second. Where either is transparent, so is the mix.
public struct Mix: StagedElement {
  var payload: MixPayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  /// Two elements, and how far the one has turned into the other.
  public init(
    _ first: some Element, _ second: some Element, by matte: Matte, _ progress: some NumberForm,
    file: String = #filePath, line: Int = #line
  ) {
    payload = MixPayload(
      first: [first.layer], second: [second.layer], matte: matte, progress: progress.animatedNumber)
    directions = StageDirections(file, line)
  }
}

/// Two things, of which a matte shows one or the other at every point.
struct MixPayload: Sendable {
  var first: Layers
  var second: Layers
  var matte: Matte
  var progress: Animated<Double>
}
