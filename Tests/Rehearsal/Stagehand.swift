package import Libretto
import Lyrics

/// Resources without files: what isn't in its dictionaries is missing.
package struct Stagehand: Resources {
  package var pictures: [String: PixelSize] = [:]
  package var clips: [String: ClipFacts] = [:]
  package var songs: [String: Time] = [:]
  package var sheets: [String: String] = [:]
  package var heard: [String: HeardSong] = [:]

  /// Where pictures draw the eye; in the middle if they aren't named.
  package var focuses: [String: Point] = [:]

  package init(
    pictures: [String: PixelSize] = [:], songs: [String: Time] = [:], sheets: [String: String] = [:],
    heard: [String: HeardSong] = [:], clips: [String: ClipFacts] = [:]
  ) {
    self.clips = clips
    self.heard = heard
    self.pictures = pictures
    self.songs = songs
    self.sheets = sheets
  }

  /// Pictures `a.jpg` to `f.jpg`, a tall one with holes, a song of a minute; a clip `a.mp4` of four
  /// seconds at 30, `film.mp4` of two at 24 with sound, and `ever.gif` of one second at 10, which repeats.
  package static let usual: Stagehand = {
    var pictures = ["tall.png": PixelSize(width: 100, height: 400)]
    for letter in "abcdef" { pictures["\(letter).jpg"] = PixelSize(width: 1600, height: 1200) }
    var (film, ever) = (
      ClipFacts.steady(24, count: 48, "film.mp4"), ClipFacts.steady(10, count: 10, "ever.gif")
    )
    film.soundDelay = .zero
    (ever.playCount, ever.hasAlpha) = (nil, true)
    return Stagehand(
      pictures: pictures, songs: ["song.ogg": 60],
      clips: ["a.mp4": .steady(30, count: 120, "a.mp4"), "film.mp4": film, "ever.gif": ever])
  }()

  package func picture(_ path: AssetPath) throws(Problem) -> PictureFacts {
    guard let size = pictures[path.name] else {
      throw Problem(.missingInput, "there is no picture \(path.name)")
    }
    return PictureFacts(
      size: size, hasAlpha: path.name.hasSuffix(".png"), digest: Fingerprint(of: path.name.utf8))
  }

  package func clip(_ path: AssetPath, rate: FrameRate?) throws(Problem) -> ClipFacts {
    guard let facts = clips[path.name] else {
      throw Problem(.missingInput, "there is no clip \(path.name)")
    }
    return facts
  }

  package func colorTable(_ path: AssetPath) throws(Problem) -> Fingerprint {
    guard path.name.hasSuffix(".cube") else {
      throw Problem(.missingInput, "there is no table \(path.name)")
    }
    return Fingerprint(of: path.name.utf8)
  }

  package func focus(_ path: AssetPath) throws(Problem) -> Point {
    focuses[path.name] ?? Point(x: 0.5, y: 0.5)
  }

  /// Three of any picture.
  package func brightParts(_ path: AssetPath) throws(Problem) -> [Point] {
    _ = try picture(path)
    return [Point(x: 0.25, y: 0.25), Point(x: 0.5, y: 0.75), Point(x: 0.75, y: 0.5)]
  }

  package func song(_ path: AssetPath) throws(Problem) -> SongFacts {
    guard let length = songs[path.name] else {
      throw Problem(.missingInput, "there is no song \(path.name)")
    }
    return SongFacts(length: length, digest: Fingerprint(of: path.name.utf8))
  }

  package func hearing(_ path: AssetPath, beatsFrom file: AssetPath?) throws(Problem) -> HeardSong {
    heard[path.name] ?? HeardSong()
  }

  /// Ten rows a second that grow from 0 to 1 within each second; a band is half as large as the one below.
  package func trace(_ path: AssetPath, _ request: TraceRequest) throws(Problem) -> SoundTrace {
    let length = try song(path).length.seconds
    let width = if case .spectrum(let bands, _, _) = request { bands } else { 1 }
    let values = (0..<Int(length) * 10).flatMap { row in
      (0..<width).map { Float(row % 10) / Float(10 << min($0, 20)) }
    }
    return SoundTrace(rate: 10, width: width, values: values)
  }

  package func lyrics(_ path: AssetPath, encoding: String?) throws(Problem) -> LyricFacts {
    guard let text = sheets[path.name] else {
      throw Problem(.missingInput, "there is no sheet \(path.name)")
    }
    do throws(Diagnostic) {
      let reading = try LyricReader.read(Array(text.utf8), named: path.name)
      return LyricFacts(sheet: reading.sheet, remarks: reading.warnings)
    } catch {
      return LyricFacts(sheet: nil, remarks: [error])
    }
  }

  package func layOut(_ request: TextRequest, for site: Site) throws(Problem) -> TextBlock {
    Typesetter(request).block
  }
}

extension ClipFacts {
  /// So many frames of 1600×1200 pixels at a rate.
  package static func steady(_ rate: FrameRate, count: Int, _ name: String) -> ClipFacts {
    let index = ClipIndex(
      starts: (0..<count).map { rate.start(of: FrameIndex($0)) }, length: rate.start(of: FrameIndex(count)))
    return ClipFacts(
      size: PixelSize(width: 1600, height: 1200), index: index, rate: rate, isVariable: false,
      hasAlpha: false, digest: Fingerprint(of: name.utf8))
  }
}

/// Sets text without fonts: every character is ten pixels wide, and lines are as high as the size.
///
/// Lines break at line ends only. A capital F and the letter after it are a ligature.
private struct Typesetter {
  let request: TextRequest

  init(_ request: TextRequest) { self.request = request }

  var block: TextBlock {
    let rows = request.text.split(separator: "\n", omittingEmptySubsequences: false)
    let width = 10 * Double(rows.map(\.count).max() ?? 0)
    var start = 0
    let lines = rows.enumerated().map { index, row -> TextLine in
      defer { start += row.utf16.count + 1 }
      let left = (width - 10 * Double(row.count)) * request.alignment.share
      return line(row, from: start, left: left, row: index)
    }
    let size = Size(width: width, height: request.size * Double(rows.count))
    return TextBlock(text: request.text, size: size, lines: lines)
  }

  private func line(_ text: Substring, from start: Int, left: Double, row: Int) -> TextLine {
    let baseline = request.size * Double(row + 1)
    var clusters: [TextCluster] = []
    var glyphs: [PlacedGlyph] = []
    var (unit, pen, joins) = (start, left, false)
    for character in text {
      let units = unit..<(unit + character.utf16.count)
      if joins, var last = clusters.popLast() {
        last.innerCarets.append(TextCluster.InnerCaret(unit: unit, x: pen))
        last.units = last.units.lowerBound..<units.upperBound
        last.right = pen + 10
        last.ink = last.ink.map { Rect(x: $0.x, y: $0.y, width: $0.width + 10, height: $0.height) }
        clusters.append(last)
      } else {
        let ink = Rect(x: pen + 1, y: baseline - request.size, width: 8, height: request.size)
        clusters.append(
          TextCluster(
            units: units, isRightToLeft: false, left: pen, right: pen + 10,
            ink: character.isWhitespace ? nil : ink))
        glyphs.append(
          PlacedGlyph(
            id: character.unicodeScalars.first?.value ?? 0, origin: Point(x: pen, y: baseline),
            cluster: unit)
        )
      }
      joins = character == "F"
      unit = units.upperBound
      pen += 10
    }
    let font = FontKey(file: Fingerprint(of: request.font.family.utf8), face: 0)
    let run = GlyphRun(font: font, size: request.size, glyphs: glyphs)
    return TextLine(
      baseline: baseline, left: left, width: pen - left, runs: glyphs.isEmpty ? [] : [run],
      clusters: clusters)
  }
}
