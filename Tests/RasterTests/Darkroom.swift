import Foundation
import FrameGraph
import Libretto
import Lyrics
import Media
import Raster
import Testing
import Typography

/// Resources with pixels: pictures made in code, and the fonts of the repository.
struct Darkroom: Resources {
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
    "halves": .drawn(width: 160, height: 90) { x, _ in
      x < 80 ? .opaque(red: 255, green: 0, blue: 0) : .opaque(red: 0, green: 0, blue: 255)
    },
    // Green around a hole with a soft edge.
    "frame": Bitmap(
      size: PixelSize(width: 72, height: 40),
      pixels: (0..<72 * 40).map { index in
        let (x, y) = (index % 72 - 36, index / 72 - 20)
        let alpha = max(0, min(255, (x * x + 3 * y * y) * 2 - 500))
        return UInt32(channels: [alpha * (x + 36) / 72, alpha * 3 / 4, alpha / 4, alpha])
      }, isOpaque: false),
    "noise": .noise(width: 160, height: 90, seed: 1, isOpaque: true),
    "large noise": .noise(width: 320, height: 180, seed: 2, isOpaque: true),
    "stripes": .drawn(width: 320, height: 160) { x, _ in
      .opaque(red: x % 2 * 255, green: x % 2 * 255, blue: x % 2 * 255)
    },
    "green screen": KeyTests.picture,
    "holes": .noise(width: 160, height: 90, seed: 3, isOpaque: false),
  ]

  /// Pictures of the composition in the repository, which galleries show.
  static let photographs: [String: Bitmap] = {
    let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let names = ["river.jpg", "tunnel.jpg", "umbrella.jpg"]
    return names.reduce(into: [:]) { pictures, name in
      // Without one, whatever shows it says that it is missing.
      pictures[name] = try? PictureFile.open("\(folder)/Compositions/neon-rain/\(name)").decode()
    }
  }()

  /// Photographs of all kinds that lie beside the repository, as `photo:` and their names; none elsewhere.
  static let sharedPhotographs: [String: String] = {
    let folder =
      "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/shared/corpus/photos"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".jpg") }.reduce(into: [:]) { $0["photo:\($1)"] = "\(folder)/\($1)" }
  }()

  private static func picture(named name: String) -> Bitmap? {
    pictures[name] ?? photographs[name]
      ?? sharedPhotographs[name].flatMap { try? PictureFile.open($0).decode() }
  }

  func picture(_ path: AssetPath) throws(Problem) -> PictureFacts {
    guard let picture = Self.picture(named: path.name) else {
      throw Problem(.missingInput, "no picture \(path.name)")
    }
    return PictureFacts(
      size: picture.size, hasAlpha: !picture.isOpaque, digest: Fingerprint(of: path.name.utf8))
  }

  /// `balls`: twenty frames of 64×36 pixels at ten a second, on which a square moves to the right.
  func clip(_ path: AssetPath, rate: FrameRate?) throws(Problem) -> ClipFacts {
    guard path.name == "balls" else { throw Problem(.missingInput, "no clip \(path.name)") }
    let index = ClipIndex(lengths: [Time](repeating: 0.1, count: 20))
    return ClipFacts(
      size: PixelSize(width: 64, height: 36), index: index, rate: 10, isVariable: false, hasAlpha: false,
      digest: Fingerprint(of: path.name.utf8))
  }

  private final class Balls: ClipFrames {
    var (decoderBytes, frameBytes) = (0, 0)
    func keep(atMost bytes: Int) {}
    func distance(to frame: FrameIndex) -> Int? { 0 }
    func bitmap(_ frame: FrameIndex) throws(Problem) -> Bitmap {
      .drawn(width: 64, height: 36) { x, y in
        (frame.value * 2 + 4..<frame.value * 2 + 20).contains(x) && (10..<26).contains(y)
          ? .opaque(red: 255, green: 200, blue: 0) : .opaque(red: 20, green: 30, blue: 60 + x)
      }
    }
  }
  func colorTable(_ path: AssetPath) throws(Problem) -> Fingerprint { Fingerprint(of: path.name.utf8) }

  func focus(_ path: AssetPath) throws(Problem) -> Point {
    Self.pictures[path.name].map(PictureFocus.point) ?? Point(x: 0.5, y: 0.5)
  }

  func brightParts(_ path: AssetPath) throws(Problem) -> [Point] {
    Self.pictures[path.name].map(PictureLights.points) ?? []
  }

  /// `melody`: four seconds in which a tone and its overtones climb, on swelling beats half a second apart.
  func song(_ path: AssetPath) throws(Problem) -> SongFacts {
    guard path.name == "melody" else { throw Problem(.missingInput, "no song \(path.name)") }
    return SongFacts(length: 4, digest: Fingerprint(of: path.name.utf8))
  }

  func trace(_ path: AssetPath, _ request: TraceRequest) throws(Problem) -> SoundTrace {
    _ = try song(path)
    let rate = request == .samples ? 12_000 : 60
    let width = if case .spectrum(let bands, _, _) = request { bands } else { 1 }
    let values = (0..<rate * 4).flatMap { row -> [Float] in
      let time = (Double(row) + 0.5) / Double(rate)
      let beat = time * 2 - (time * 2).rounded(.down)
      let loudness = 1 - 0.6 * beat
      if request == .peaks { return [Float(loudness * (0.6 + 0.4 * ExactMath.sin(time * 37)))] }
      if request == .samples {
        let wave =
          ExactMath.sin(time * 1382) + 0.5 * ExactMath.sin(time * 2764) + 0.2 * ExactMath.sin(time * 6910)
        return [Float(loudness * wave / 1.7)]
      }
      return (0..<width).map { band in
        let tone = Double(width) * (0.1 + 0.12 * time)
        let distances = (0..<4).map {
          abs(Double(band) - tone * (1 + 0.6 * Double($0))) * 24 / Double(width)
        }
        let level = distances.enumerated().map { 1 - 0.15 * Double($0) - 0.3 * $1 }.max() ?? 0
        return Float(max(0, level * loudness))
      }
    }
    return SoundTrace(rate: rate, width: width, values: values)
  }

  func hearing(_ path: AssetPath, beatsFrom file: AssetPath?) throws(Problem) -> HeardSong {
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

  /// Tables by name: `negative` turns colors over, `night.cube` is teal in shadows and orange in lights, all others
  /// leave colors as they are.
  static let filters = FilterStore { digest in
    let isNegative = digest == Fingerprint(of: "negative".utf8)
    if digest == Fingerprint(of: "night.cube".utf8) { return night }
    let entries: [Float] = (0..<8).flatMap { entry in
      (0..<3).map { Float((entry >> $0 & 1) ^ (isNegative ? 1 : 0)) }
    }
    return ColorTable(lines: nil, cube: ColorTable.Cube(size: 2, entries: entries, domain: .unit))
  }

  private static let night: ColorTable = {
    let entries = (0..<9 * 9 * 9).flatMap { entry -> [Float] in
      let (red, green, blue) = (Float(entry % 9) / 8, Float(entry / 9 % 9) / 8, Float(entry / 81) / 8)
      let level = 0.3 * red + 0.6 * green + 0.1 * blue
      return [
        red * (0.6 + 0.6 * level), green * 0.9 + 0.08 * (1 - level),
        blue * (1 - 0.5 * level) + 0.14 * (1 - level),
      ]
    }
    return ColorTable(lines: nil, cube: ColorTable.Cube(size: 9, entries: entries, domain: .unit))
  }()

  static let store = PictureStore(
    clips: { _ in Balls() },
    load: { digest, _ throws(Problem) in
      func isWanted(_ name: String) -> Bool { Fingerprint(of: name.utf8) == digest }
      if let found = pictures.first(where: { isWanted($0.key) }) { return found.value }
      if let found = photographs.first(where: { isWanted($0.key) }) { return found.value }
      guard let found = sharedPhotographs.keys.first(where: isWanted).flatMap(picture) else {
        throw Problem(.bug, "no picture \(digest)")
      }
      return found
    })
}
