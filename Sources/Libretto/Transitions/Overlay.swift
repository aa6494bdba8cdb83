/// Something that plays over a cut and takes no time from its neighbours.
public struct Overlay: Sendable {
  package var name: String
  package var layers: @Sendable (Animated<Double>) -> Layers

  /// An overlay of the author's own: what plays, by a progress from 0 to 1; 0.5 is the cut.
  public static func custom(
    _ name: String, @LayersBuilder _ layers: @escaping @Sendable (_ progress: Animated<Double>) -> Layers
  ) -> Overlay {
    Overlay(name: name, layers: layers)
  }

  /// A flash of light, brightest at the cut.
  public static func flash(_ color: Color = .white) -> Overlay {
    custom("flash") { progress in
      Solid(color).blendMode(.add).opacity(
        progress.map { value in
          let rest = value < 0.5 ? value * 2 : 2 - value * 2
          return rest * rest
        })
    }
  }

  /// Light falls into the camera.
  public static func lightLeak(_ colors: [Color] = Light.warm, seed: Noise = "leak") -> Overlay {
    custom("light leak") { Solid(.black).leaking(colors, $0, seed).blendMode(.screen) }
  }

  /// A color comes down like a shutter, and goes up again.
  public static func shutter(_ color: Color = .black) -> Overlay {
    custom("shutter") { progress in
      let height = progress.swell.from(.zero, to: Measure.percent(51))
      Rectangle().fill(color).frame(height: height).placed(x: .percent(50), y: 0, anchor: .top)
      Rectangle().fill(color).frame(height: height).placed(
        x: .percent(50), y: .percent(100), anchor: .bottom)
    }
  }
}

extension Element {
  /// Plays over the cut at which this begins: half of it before the cut, half after. It takes no time.
  public func overlaying(_ overlay: Overlay, over length: some LengthForm = 0.5) -> Styled {
    with { $0.overlay = StageDirections.CutOverlay(overlay: overlay, length: length.length) }
  }
}
