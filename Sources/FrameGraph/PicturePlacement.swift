import Primitives
import Timeline

/// A picture, or a frame of a clip, in one frame of the film: which part of it lies where.
struct PicturePlacement {
  let source: PictureSource
  let pixels: PixelSize
  let isOpaque: Bool
  let isVector: Bool
  let move: KenBurnsMove
  let progress: Double

  init(_ facts: PictureFacts, move: KenBurnsMove, progress: Double) {
    source = PictureSource(digest: facts.digest)
    (pixels, isOpaque, isVector) = (facts.size, !facts.hasAlpha, facts.isVector)
    (self.move, self.progress) = (move, progress)
  }

  init(_ facts: ClipFacts, frame: FrameIndex, move: KenBurnsMove, progress: Double) {
    source = PictureSource(digest: facts.digest, frame: frame)
    (pixels, isOpaque, isVector) = (facts.size, !facts.hasAlpha, false)
    (self.move, self.progress) = (move, progress)
  }

  func marks(_ fit: Fit, in box: Size, placed matrix: Matrix) -> [Mark] {
    let whole = Rect(box)
    switch fit {
    case .cover: return [mark(window(box.width / box.height), in: whole, matrix)]
    case .stretch: return [mark(window(shape), in: whole, matrix)]
    case .contain: return [mark(window(shape), in: contained(in: box), matrix)]
    case .blurred:
      let behind = KenBurnsMove.still.windows(over: pixels, shape: box.width / box.height).from
      return [
        mark(behind, in: whole, matrix, isBlurred: true),
        mark(window(shape), in: contained(in: box), matrix),
      ]
    }
  }

  /// The picture as it lies on the screen when it covers an area.
  func sample(covering area: Rect, placed matrix: Matrix) -> PictureSample {
    sample(window(area.width / area.height), in: area, matrix, isBlurred: false)
  }

  private func sample(
    _ window: Rect, in area: Rect, _ matrix: Matrix, isBlurred: Bool
  ) -> PictureSample {
    let toScreen = Matrix.translation(-window.x, -window.y)
      .then(.scale(area.width / window.width, area.height / window.height))
      .then(.translation(area.x, area.y)).then(matrix)
    return PictureSample(
      source: source, size: pixels, isOpaque: isOpaque, isVector: isVector, toScreen: toScreen.snapped,
      isBlurred: isBlurred)
  }

  private var shape: Double { Double(pixels.width) / Double(pixels.height) }

  private func window(_ shape: Double) -> Rect {
    move.windows(over: pixels, shape: shape).window(at: progress)
  }

  /// The largest rectangle of the picture's shape in a box, in its middle.
  private func contained(in box: Size) -> Rect {
    let width = min(box.width, box.height * shape)
    let height = width / shape
    return Rect(x: (box.width - width) / 2, y: (box.height - height) / 2, width: width, height: height)
  }

  private func mark(_ window: Rect, in area: Rect, _ matrix: Matrix, isBlurred: Bool = false) -> Mark {
    let sample = sample(window, in: area, matrix, isBlurred: isBlurred)
    return .fill(.rectangle(area.snapped), .picture(sample), at: matrix.snapped, opacity: 1)
  }
}
