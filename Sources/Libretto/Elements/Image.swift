/// A picture from a file; the path starts at the Swift file's folder.
///
/// Fills its box (the whole canvas unless it has a frame), cut where it doesn't fit.
public struct Image: StagedElement {
  var payload: PicturePayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  /// The picture in a file.
  public init(_ path: String, file: String = #filePath, line: Int = #line) {
    payload = PicturePayload(path: path)
    directions = StageDirections(file, line)
  }

  /// How the picture fills its box where their shapes differ.
  public func fit(_ fit: Fit) -> Image { setting(\.payload.fit, to: fit) }

  /// Travels from one framing to another while it is on stage.
  public func kenBurns(from: Framing, to: Framing, easing: Easing = .linear) -> Image {
    kenBurns(.move(from: from, to: to, easing: easing))
  }

  /// Travels over the picture while it is on stage.
  public func kenBurns(_ move: KenBurns) -> Image { setting(\.payload.move, to: move) }
}

/// A picture with what was asked of its showing.
struct PicturePayload: Sendable {
  var path: String
  var fit = Fit.cover
  var move = KenBurns(.still)
}
