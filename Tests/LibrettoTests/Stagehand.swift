import Libretto
import Lyrics
import Testing

/// Resources without files: what isn't in its dictionaries is missing.
struct Stagehand: Resources {
  var pictures: [String: PixelSize] = [:]
  var songs: [String: Time] = [:]

  /// Pictures `a.jpg` to `f.jpg`, and a song of a minute.
  static let usual = Stagehand(
    pictures: Dictionary(
      uniqueKeysWithValues: "abcdef".map { ("\($0).jpg", PixelSize(width: 1600, height: 1200)) }),
    songs: ["song.ogg": 60])

  func picture(_ path: AssetPath) throws(Problem) -> PictureFacts {
    guard let size = pictures[path.name] else {
      throw Problem(.missingInput, "there is no picture \(path.name)")
    }
    return PictureFacts(size: size, hasAlpha: false, digest: Fingerprint(of: path.name.utf8))
  }

  func song(_ path: AssetPath) throws(Problem) -> SongFacts {
    guard let length = songs[path.name] else {
      throw Problem(.missingInput, "there is no song \(path.name)")
    }
    return SongFacts(length: length, digest: Fingerprint(of: path.name.utf8))
  }

  func lyrics(_ path: AssetPath) throws(Problem) -> LyricFacts {
    throw Problem(.missingInput, "there is no sheet \(path.name)")
  }

  /// Ten pixels a character, one line high.
  func layOut(_ request: TextRequest, for site: Site) throws(Problem) -> TextBlock {
    let size = Size(width: 10 * Double(request.text.count), height: request.size)
    return TextBlock(text: request.text, size: size, lines: [])
  }
}

/// A composition of a canvas and layers at hand.
struct Sketch: Composition {
  var canvas = Canvas.landscape1080
  var content: @Sendable () -> Layers = { [] }

  init() {}

  init(
    _ canvas: Canvas = .landscape1080.lasting(10),
    @LayersBuilder _ content: @escaping @Sendable () -> Layers
  ) {
    self.canvas = canvas
    self.content = content
  }

  var body: Layers { content() }
}

extension Composition {
  /// What it is lowered to, or nil, and what was reported.
  func lowered(with resources: Stagehand = .usual) -> (timeline: Timeline?, log: DiagnosticLog) {
    let log = DiagnosticLog()
    // The log says why there is none.
    let timeline = try? lowered(named: "film", with: resources, reporting: log)
    return (timeline, log)
  }

  /// The timeline without its head, or what went wrong.
  func dump(with resources: Stagehand = .usual) -> String {
    let (timeline, log) = lowered(with: resources)
    let lines = timeline?.dump.split(separator: "\n").dropFirst().map(String.init) ?? []
    return (log.diagnostics.map(\.brief) + lines).joined(separator: "\n")
  }
}

extension Diagnostic {
  /// Severity and message, without place and hints.
  var brief: String { "\(severity.rawValue): \(problem.message)" }
}

extension Sketch: CustomTestStringConvertible {
  var testDescription: String { "a film on \(canvas.size)" }
}
