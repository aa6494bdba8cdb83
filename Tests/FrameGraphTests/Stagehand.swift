import FrameGraph
import Libretto
import Testing

/// Resources without files: what isn't in its dictionaries is missing.
struct Stagehand: Resources {
  var pictures: [String: PixelSize] = [:]
  var songs: [String: Time] = [:]

  /// Two pictures, one of them with holes, and a song of a minute.
  static let usual = Stagehand(
    pictures: ["a.jpg": PixelSize(width: 1600, height: 1200), "b.png": PixelSize(width: 100, height: 400)],
    songs: ["song.ogg": 60])

  func picture(_ path: AssetPath) throws(Problem) -> PictureFacts {
    guard let size = pictures[path.name] else {
      throw Problem(.missingInput, "there is no picture \(path.name)")
    }
    return PictureFacts(
      size: size, hasAlpha: path.name.hasSuffix(".png"), digest: Fingerprint(of: path.name.utf8))
  }

  func song(_ path: AssetPath) throws(Problem) -> SongFacts {
    guard let length = songs[path.name] else {
      throw Problem(.missingInput, "there is no song \(path.name)")
    }
    return SongFacts(length: length, digest: Fingerprint(of: path.name.utf8))
  }

  /// Ten pixels a character, one line high.
  func layOut(_ request: TextRequest, for site: Site) throws(Problem) -> TextBlock {
    let size = Size(width: 10 * Double(request.text.count), height: request.size)
    let key = FontKey(file: Fingerprint(of: request.font.family.utf8), face: 0)
    let glyphs = request.text.unicodeScalars.enumerated().map { index, scalar in
      PlacedGlyph(id: scalar.value, origin: Point(x: 10 * Double(index), y: request.size), cluster: index)
    }
    let run = GlyphRun(font: key, size: request.size, glyphs: glyphs)
    let line = TextLine(baseline: request.size, left: 0, width: size.width, runs: [run])
    return TextBlock(text: request.text, size: size, lines: [line])
  }
}

/// A composition of a canvas and layers at hand.
struct Sketch: Composition {
  var canvas = Canvas.landscape1080
  var content: @Sendable () -> Layers = { [] }

  /// Two seconds of 200×100 pixels, ten frames a second.
  static let small = Canvas.size(200, 100).frameRate(10).lasting(2)

  init() {}

  init(_ canvas: Canvas = small, @LayersBuilder _ content: @escaping @Sendable () -> Layers) {
    self.canvas = canvas
    self.content = content
  }

  var body: Layers { content() }

  func graph(size: PixelSize? = nil) throws -> FrameGraph {
    FrameGraph(try lowered(named: "film", with: Stagehand.usual, reporting: DiagnosticLog()), size: size)
  }
}

extension FrameGraph {
  /// The marks of a frame, without its fingerprint.
  func marks(at frame: Int) -> String {
    dump(at: FrameIndex(frame)).split(separator: "\n").dropFirst().map { $0.dropFirst(2) }
      .joined(separator: "\n")
  }

  var drawings: [Drawing] { (0..<frameCount).map { drawing(at: FrameIndex($0)) } }
}

extension Sketch: CustomTestStringConvertible {
  var testDescription: String { "a film on \(canvas.size)" }
}
