import Foundation
import FrameGraph
import Libretto
import Lyrics
import Primitives
import Raster
import Timeline
import Typography

/// Milliseconds of CPU that a frame of each transition takes to paint, on average over all of its frames.
@main
struct TransitionFigures {
  static func main() throws {
    let list: [(String, Transition)] = [
      ("no transition", .cut), ("dissolve", .dissolve), ("additive dissolve", .additiveDissolve),
      ("fade through black", .fade(through: .black)), ("blur", .blur()), ("wipe", .wipe(.right)),
      ("blinds", .blinds()), ("clock", .clock()), ("iris", .iris()), ("star", .iris(.star)),
      ("checker", .checker()), ("clouds", .clouds()), ("slide", .slide(.left)), ("push", .push(.left)),
      ("cover", .cover(.left)), ("whip pan", .whipPan()), ("zoom", .zoom()),
      ("morph scale", .morphScale()), ("page", .page()), ("flash", .flash()),
      ("light leak", .lightLeak()), ("film burn", .filmBurn()), ("glitch", .glitch()),
    ]
    for (name, transition) in list { print("| \(name) | \(try milliseconds(transition)) |") }
  }

  private static func milliseconds(_ transition: Transition) throws -> String {
    let film = Film(transition: transition)
    let graph = FrameGraph(
      try film.lowered(named: "film", with: Pictures(), reporting: DiagnosticLog()))
    var painter = try Painter(size: graph.size, pictures: Pictures.store, fonts: FontLibrary(folders: []))
    let drawings = (30..<60).map { graph.drawing(at: FrameIndex($0)) }
    for drawing in [drawings[0], drawings[29]] { try painter.paint(drawing) }
    let start = clock()
    for drawing in drawings { try painter.paint(drawing) }
    let spent = Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000 / Double(drawings.count)
    return String(format: "%.1f", spent)
  }
}

/// Two pictures under slow moves, and a transition of a second between them.
private struct Film: Composition {
  var transition = Transition.cut

  var canvas: Canvas { .landscape1080.lasting(3) }

  var body: Layers {
    Series {
      Image("a").kenBurns(.zoomIn()).lasting(2)
      Image("b").kenBurns(.zoomOut()).entering(transition, over: 1)
    }
  }
}

/// Two photographs' worth of pixels, made in code.
private struct Pictures: Resources {
  static let size = PixelSize(width: 2560, height: 1600)

  static let store = PictureStore { digest, _ throws(Problem) in
    let noise = Noise(seed: digest.low)
    let pixels = (0..<size.width * size.height).map { index in
      0xFF00_0000 | UInt32(noise.value(index) * 16_777_216)
    }
    return Bitmap(size: size, pixels: pixels, isOpaque: true)
  }

  func picture(_ path: AssetPath) throws(Problem) -> PictureFacts {
    PictureFacts(size: Pictures.size, hasAlpha: false, digest: Fingerprint(of: path.name.utf8))
  }

  func song(_ path: AssetPath) throws(Problem) -> SongFacts { throw Problem(.bug, "no song") }
  func hearing(_ path: AssetPath, beatsFrom file: AssetPath?) throws(Problem) -> HeardSong {
    throw Problem(.bug, "no song")
  }

  func trace(_ path: AssetPath, _ request: TraceRequest) throws(Problem) -> SoundTrace {
    throw Problem(.bug, "no song")
  }

  func focus(_ path: AssetPath) throws(Problem) -> Point { Point(x: 0.5, y: 0.5) }

  func clip(_ path: AssetPath, rate: FrameRate?) throws(Problem) -> ClipFacts {
    throw Problem(.bug, "no clip")
  }

  func colorTable(_ path: AssetPath) throws(Problem) -> Fingerprint { throw Problem(.bug, "no table") }

  func lyrics(_ path: AssetPath, encoding: String?) throws(Problem) -> LyricFacts {
    throw Problem(.bug, "no lyrics")
  }

  func layOut(_ request: TextRequest, for site: Site) throws(Problem) -> TextBlock {
    throw Problem(.bug, "no text")
  }
}

/// Nobody runs the engine here.
@_cdecl("libretto_engine_run") func runEngine() { fatalError("this measures only") }
