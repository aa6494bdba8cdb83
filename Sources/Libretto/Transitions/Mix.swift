/// As much of one element as a matte says, and of another as it leaves.
///
/// At 0 it is the first, at 1 the second. Where either is transparent, so is the mix.
public struct Mix: LayerElement {
  public var layer: Layer

  public init(
    _ first: some Element, _ second: some Element, by matte: Matte, _ progress: Animated<Double>,
    file: String = #filePath, line: Int = #line
  ) {
    let mix = MixElement(first: [first.layer], second: [second.layer], matte: matte, progress: progress)
    layer = Layer(.mix(mix), file: file, line: line)
  }

  @_disfavoredOverload
  public init(
    _ first: some Element, _ second: some Element, by matte: Matte, _ progress: Double,
    file: String = #filePath, line: Int = #line
  ) {
    self.init(first, second, by: matte, Animated(progress), file: file, line: line)
  }
}

package struct MixElement: Sendable {
  package var first: Layers
  package var second: Layers
  package var matte: Matte
  package var progress: Animated<Double>
}
