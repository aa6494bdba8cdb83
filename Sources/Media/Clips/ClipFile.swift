package import Primitives

/// A moving picture that was looked at: a film, an animated GIF, WebP or PNG, a row of stills, or a single
/// picture. Any number of readers can be made of it.
package struct ClipFile: Sendable {
  private let source: any ClipSource
  /// What it is made of.
  package let files: [KnownFile]

  package var facts: ClipFacts { source.facts }

  /// Looks at what a path names; `frames/####.png` names a row of stills.
  ///
  /// - Parameter rate: of a row of stills.
  package static func open(_ path: String, rate: FrameRate = 30) throws(Problem) -> ClipFile {
    if let row = try StillRow(path, rate: rate) { return ClipFile(source: row, files: row.files) }
    let start = try InputFile.open(path).start(count: 4096)
    if case .other = PictureKind(of: start), !start.isEmpty {
      let film = try FilmClip(path)
      return ClipFile(source: film, files: [film.file])
    }
    let file = try PictureFile.open(path)
    // libavcodec plays what moves in a PNG.
    guard let png = file.layout as? PNGLayout, png.isAnimated else {
      return ClipFile(source: PictureClip(file), files: [file.file].compactMap(\.self))
    }
    let film = try FilmClip(path, playCount: png.playCount)
    return ClipFile(source: film, files: [film.file])
  }

  /// Whether it is a picture that doesn't move.
  package var isStill: Bool { source is PictureClip && facts.frameCount == 1 }

  /// Whether it is stills, which play at a rate that is said.
  package var isRow: Bool { source is StillRow }

  /// - Parameter byteLimit: how much may be kept of what was decoded.
  package func reader(byteLimit: Int = 192 << 20) throws(Problem) -> ClipReader {
    ClipReader(facts, try source.frames(byteLimit: byteLimit))
  }
}

/// What a clip's frames come from.
protocol ClipSource: Sendable {
  var facts: ClipFacts { get }
  func frames(byteLimit: Int) throws(Problem) -> any FrameSource
}
