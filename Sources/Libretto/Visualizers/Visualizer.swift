import Primitives

/// A song one can see: `Visualizer(song).style(.bars(count: 48)).fill(.gradient(.hotPink, .electricBlue))`.
///
/// It fills its frame, or its parent, and follows the song as the film plays it. Where the song isn't heard it
/// is at rest. Without a song, `Visualizer()` shows particles: `Visualizer().style(.stream(from: .bottomEdge))`.
public struct Visualizer: ShapeElement {
  public var shape: ShapeLook
  public var directions: StageDirections

  /// Bars of a song until it is given another style.
  public init(_ song: Song? = nil, file: String = #filePath, line: Int = #line) {
    shape = ShapeLook(.rectangle(cornerRadius: 0))
    shape.payload.figure = FigureRequest(song: song)
    directions = StageDirections(file, line)
  }

  /// Bars, rays, waves or particles; the last style said counts.
  public func style(_ style: VisualizerStyle) -> Visualizer { edited { $0.style = style } }

  /// Which frequencies bars, rays and spectrograms show, in hertz.
  public func frequencies(_ hertz: Reach) -> Visualizer { edited { $0.hertz = hertz } }

  /// How long bars and rays take to rise to two thirds of what is heard; 0 is at once.
  public func rising(over length: some LengthForm) -> Visualizer { edited { $0.rising = length.length } }

  /// How far each band of bars and rays is brought to the loudest of all over the song: 1 lets high frequencies reach
  /// as high as low ones, 0 shows them as they are.
  public func levelled(_ share: Double) -> Visualizer { edited { $0.levelling = share } }

  /// How long bars and rays take to fall to a third.
  public func falling(over length: some LengthForm) -> Visualizer {
    edited { $0.falling = length.length }
  }

  /// Shows the sound a little later, or earlier if below zero.
  public func delayed(by length: some LengthForm) -> Visualizer {
    edited { $0.delay = length.length }
  }

  private func edited(_ edit: (inout FigureRequest) -> Void) -> Visualizer {
    guard var figure = shape.payload.figure else { return self }
    edit(&figure)
    return setting(\.shape.payload.figure, to: figure)
  }
}
