import Primitives
import Synchronization
import Timeline

/// Another composition on stage: on its own canvas, fitted into its frame or its parent, and with its own clock.
///
/// It lasts as long as it would alone, at this film's frame rate; beats and bars in it are those of its own song,
/// which is heard.
public struct Nested: StagedElement {
  var payload: NestedPayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  /// The composition with its props.
  public init(_ composition: some Composition, file: String = #filePath, line: Int = #line) {
    payload = NestedPayload(composition)
    directions = StageDirections(file, line)
  }

  /// How the canvas fills the frame where their shapes differ; it is seen whole unless told otherwise.
  public func fit(_ fit: Fit) -> Nested { setting(\.payload.fit, to: fit) }

  /// Without its sound.
  public func muted() -> Nested { setting(\.payload.isMuted, to: true) }
}

/// A composition inside another.
struct NestedPayload: Sendable {
  let composition: any Composition
  var fit = Fit.contain
  var isMuted = false
  /// What it says and when that plays, however often it is asked for.
  let known = Known()

  init(_ composition: some Composition) { self.composition = composition }

  /// What was worked out of a composition; by all that it depends on besides the composition itself.
  final class Known: Sendable {
    let scripts = Mutex<[FrameRate: Script?]>([:])
    let films = Mutex<[Film: Timeline?]>([:])
  }

  /// What a composition says at a frame rate.
  struct Script: Sendable {
    var canvas: Canvas
    var layers: Layers
  }

  /// How it is asked to play.
  struct Film: Hashable, Sendable {
    var rate: FrameRate
    var length: Time
  }
}
