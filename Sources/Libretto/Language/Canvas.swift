/// What is painted on: its size, frame rate, background, and how long it lasts.
public struct Canvas: Sendable {
  package var size: PixelSize
  package var rate: FrameRate = 30
  package var background = Color.black
  package var length: Length?
  package var site: Site?
  package var loudness: Double?
  /// Whether the film is shown again and again.
  var isLooping = false
  /// What becomes of all colors, the background's among them.
  var grades: [Grade] = []

  /// Any size, in pixels.
  public static func size(
    _ width: Int, _ height: Int, file: String = #filePath, line: Int = #line
  ) -> Canvas {
    var canvas = Canvas(size: PixelSize(width: width, height: height))
    canvas.site = Site(file: file, line: line)
    return canvas
  }

  /// How many frames a second has; 30 unless told otherwise.
  public func frameRate(_ rate: FrameRate, file: String = #filePath, line: Int = #line) -> Canvas {
    with(Site(file: file, line: line)) { $0.rate = rate }
  }

  /// What is seen where nothing is on stage; black unless told otherwise.
  public func background(_ color: Color) -> Canvas { with(site) { $0.background = color } }

  /// How long the film lasts; otherwise as long as its song, or as what is on stage.
  public func lasting(_ length: some LengthForm, file: String = #filePath, line: Int = #line) -> Canvas {
    with(Site(file: file, line: line)) { $0.length = length.length }
  }

  /// Whether it is higher than wide; what is square is neither tall nor wide.
  public var isTall: Bool { size.height > size.width }
  /// Whether it is wider than high; what is square is neither tall nor wide.
  public var isWide: Bool { size.width > size.height }

  /// The colors of the whole film made others, its background among them, by one grade after the other.
  public func graded(_ grades: Grade...) -> Canvas { with(site) { $0.grades += grades } }

  /// Makes the film's sound as loud as players expect, in LUFS: −14 for streaming, −23 for television. Peaks
  /// are held at −1 dB. Without this, it is measured and left as it is.
  public func normalized(to loudness: Double, file: String = #filePath, line: Int = #line) -> Canvas {
    with(Site(file: file, line: line)) { $0.loudness = loudness }
  }

  /// A film that is shown again and again: noise, wiggling, shaking, light leaks and streams of particles come back to
  /// where they began when it ends, so that no seam shows. Their paces change a little so that they fit.
  public func looping() -> Canvas { with(site) { $0.isLooping = true } }

  private func with(_ site: Site?, _ edit: (inout Canvas) -> Void) -> Canvas {
    var canvas = self
    canvas.site = site
    edit(&canvas)
    return canvas
  }
}

extension Canvas {
  private static func sized(_ width: Int, _ height: Int) -> Canvas {
    Canvas(size: PixelSize(width: width, height: height))
  }

  /// 16:9, for screens.
  public static let landscape720 = sized(1280, 720)
  /// 16:9, 1920×1080: what a film has unless told otherwise.
  public static let landscape1080 = sized(1920, 1080)
  /// 16:9, 2560×1440.
  public static let landscape1440 = sized(2560, 1440)
  /// 16:9, 3840×2160.
  public static let landscape4K = sized(3840, 2160)

  /// 9:16, for phones.
  public static let vertical720 = sized(720, 1280)
  /// 9:16, 1080×1920.
  public static let vertical1080 = sized(1080, 1920)
  /// 9:16, 1440×2560.
  public static let vertical1440 = sized(1440, 2560)
  /// 9:16, 2160×3840.
  public static let vertical4K = sized(2160, 3840)

  /// 1:1.
  public static let square720 = sized(720, 720)
  /// 1:1, 1080×1080.
  public static let square1080 = sized(1080, 1080)
  /// 1:1, 1440×1440.
  public static let square1440 = sized(1440, 1440)
  /// 1:1, 2160×2160.
  public static let square4K = sized(2160, 2160)

  /// 4:5, for feeds.
  public static let portrait720 = sized(720, 900)
  /// 4:5, 1080×1350.
  public static let portrait1080 = sized(1080, 1350)
  /// 4:5, 1440×1800.
  public static let portrait1440 = sized(1440, 1800)
  /// 4:5, 2160×2700.
  public static let portrait4K = sized(2160, 2700)
}
