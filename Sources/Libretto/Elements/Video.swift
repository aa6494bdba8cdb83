/// A clip from a file: a film, an animated GIF, WebP or PNG, or a row of stills named `frames/####.png`.
/// The path starts at the Swift file's folder.
///
/// It lasts as long as what plays of it, and after that holds its last frame if it is told to last longer.
/// Like an `Image`, it fills its box, cut where it doesn't fit.
public struct Video: StagedElement {
  var payload: VideoPayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  /// - Parameters:
  ///   - trim: what of the clip plays, in its own seconds; all of it unless told otherwise.
  ///   - speed: how many times as fast; it may change, by the element's own clock.
  ///   - reversed: whether it plays backwards.
  ///   - loop: what comes after the end; as the file says unless told otherwise.
  ///   - rate: of a row of stills, 30 unless told otherwise.
  public init(
    _ path: String, trim: Trim? = nil, speed: some NumberForm = 1, reversed: Bool = false,
    loop: Loop? = nil, rate: FrameRate? = nil, file: String = #filePath, line: Int = #line
  ) {
    payload = VideoPayload(path: path, trim: trim, rate: rate)
    payload.warp.speed = speed.animatedNumber
    payload.warp.isReversed = reversed
    payload.warp.loop = loop
    directions = StageDirections(file, line)
  }

  /// One frame of a clip, all the time: the one that is seen at a second of it.
  public init(
    _ path: String, freezeAt second: some NumberForm, rate: FrameRate? = nil, file: String = #filePath,
    line: Int = #line
  ) {
    self.init(path, rate: rate, file: file, line: line)
    payload.warp.seconds = second.animatedNumber
    payload.warp.isFrozen = true
  }

  /// How the clip fills its box where their shapes differ.
  public func fit(_ fit: Fit) -> Video { setting(\.payload.fit, to: fit) }

  /// Travels from one framing to another while it is on stage.
  public func kenBurns(from: Framing, to: Framing, easing: Easing = .linear) -> Video {
    kenBurns(.move(from: from, to: to, easing: easing))
  }

  /// Travels over the clip while it is on stage; a move that is chosen goes by the clip's middle.
  public func kenBurns(_ move: KenBurns) -> Video { setting(\.payload.move, to: move) }

  /// How it comes to the film's frame rate.
  public func conformed(by conform: FrameConform) -> Video { setting(\.payload.conform, to: conform) }

  /// Which second of the clip is seen when: `.keyframes([0: 0, 2: 0.5, 3: 4])` begins slowly, then hurries.
  public func playing(_ seconds: some NumberForm) -> Video {
    setting(\.payload.warp.seconds, to: seconds.animatedNumber)
  }

  /// By a function of the seconds since it began.
  public func playing(_ second: @escaping @Sendable (Double) -> Double) -> Video {
    playing(.computed(second))
  }

  /// Lets its sound be heard; 1 is as recorded, 0 is silence.
  public func withSound(
    volume: Double = 1, fadingIn: some LengthForm = 0, fadingOut: some LengthForm = 0
  ) -> Video {
    setting(
      \.payload.sound,
      to: VideoPayload.Sound(volume: volume, fadeIn: fadingIn.length, fadeOut: fadingOut.length))
  }
}
