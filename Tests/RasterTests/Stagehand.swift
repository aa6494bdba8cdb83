import FrameGraph
import Libretto
import Lyrics
import Raster
import Testing
import Typography

/// Pictures made in code, and the fonts of the repository.
struct Stagehand: Resources {
  static let fonts: FontLibrary? = {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    // Without fonts, the first text says what is wrong.
    return try? FontLibrary(folders: [root + "/Fonts"])
  }()

  static let pictures: [String: Bitmap] = [
    "hills": .drawn(width: 320, height: 240) { x, y in
      let hill = (x - 160) * (x - 160) / 200 + 90
      return y > hill
        ? .opaque(red: 30 + x / 4, green: 120 - y / 4, blue: 60)
        : .opaque(red: 255 - y, green: 170, blue: 90 + y / 2)
    },
    "tower": .drawn(width: 60, height: 120) { x, y in
      (x / 15 + y / 15) % 2 == 0
        ? .opaque(red: 240, green: 240, blue: 220) : .opaque(red: 40, green: 60, blue: 160)
    },
    "noise": .noise(width: 160, height: 90, seed: 1, isOpaque: true),
    "large noise": .noise(width: 320, height: 180, seed: 2, isOpaque: true),
    "holes": .noise(width: 160, height: 90, seed: 3, isOpaque: false),
  ]

  func picture(_ path: AssetPath) throws(Problem) -> PictureFacts {
    guard let picture = Self.pictures[path.name] else {
      throw Problem(.missingInput, "no picture \(path.name)")
    }
    return PictureFacts(
      size: picture.size, hasAlpha: !picture.isOpaque, digest: Fingerprint(of: path.name.utf8))
  }

  func focus(_ path: AssetPath) throws(Problem) -> Point {
    Self.pictures[path.name].map(PictureFocus.point) ?? Point(x: 0.5, y: 0.5)
  }

  func song(_ path: AssetPath) throws(Problem) -> SongFacts { throw Problem(.missingInput, "no song") }

  func hearing(_ path: AssetPath) throws(Problem) -> HeardSong {
    throw Problem(.missingInput, "nothing is heard")
  }

  func lyrics(_ path: AssetPath, encoding: String?) throws(Problem) -> LyricFacts {
    throw Problem(.missingInput, "there is no sheet \(path.name)")
  }

  func layOut(_ request: TextRequest, for site: Site) throws(Problem) -> TextBlock {
    guard let fonts = Self.fonts else {
      throw Problem(.missingInput, "the fonts of the repository can't be read")
    }
    return try fonts.layOut(request)
  }

  static let store = PictureStore { digest, _ throws(Problem) in
    guard let found = pictures.first(where: { Fingerprint(of: $0.key.utf8) == digest }) else {
      throw Problem(.bug, "no picture \(digest)")
    }
    return found.value
  }
}

/// A composition of a canvas and layers at hand.
struct Sketch: Composition {
  var canvas = Canvas.size(160, 90)
  var content: @Sendable () -> Layers = { [] }

  /// Two seconds of 160×90 pixels, ten frames a second.
  static let small = Canvas.size(160, 90).frameRate(10).lasting(2)

  init() {}

  init(_ canvas: Canvas = small, @LayersBuilder _ content: @escaping @Sendable () -> Layers) {
    self.canvas = canvas
    self.content = content
  }

  var body: Layers { content() }

  func graph(size: PixelSize? = nil) throws -> FrameGraph {
    let log = DiagnosticLog()
    do {
      return FrameGraph(try lowered(named: "film", with: Stagehand(), reporting: log), size: size)
    } catch {
      throw log.errors.first?.problem ?? Problem(.bug, "refused without a reason")
    }
  }

  /// The pixels of one frame.
  func still(at time: Time = 0, size: PixelSize? = nil) throws -> Bitmap {
    let graph = try graph(size: size)
    return try graph.drawing(at: graph.rate.frame(at: time)).painted()
  }
}

extension Painter {
  static func fresh(_ size: PixelSize) throws -> Painter {
    guard let fonts = Stagehand.fonts else { throw Problem(.missingInput, "no fonts") }
    return try Painter(size: size, pictures: Stagehand.store, fonts: fonts)
  }

  mutating func pixels(of drawing: Drawing) throws -> [UInt32] {
    try paint(drawing)
    return try withPixels { span in span.indices.map { span[$0] } }
  }
}

extension Drawing {
  /// By a painter of its own.
  func painted() throws -> Bitmap {
    var painter = try Painter.fresh(size)
    return Bitmap(size: size, pixels: try painter.pixels(of: self), isOpaque: background.alpha == 1)
  }
}

extension Sketch: CustomTestStringConvertible {
  var testDescription: String { "a film on \(canvas.size)" }
}
