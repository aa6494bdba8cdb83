import Media
import Primitives
import Raster
import Timeline

/// What is asked for when a clip is looked at.
struct ClipRequest: Hashable {
  let path: AssetPath
  let rate: FrameRate?

  /// The clip, unless it is something else by which an author means another element.
  func opened() throws(Problem) -> ClipFile {
    let name = path.name
    if let rate, !rate.isUsable {
      throw Problem(.badInput, "stills can't be played at a rate of \(rate)", hints: "say 24, 25 or 30")
    }
    let file: ClipFile
    do throws(Problem) {
      file = try ClipFile.open(path.location, rate: rate ?? 30)
    } catch {
      guard error.kind == .badInput, (try? SongFile.probe(path.location)) != nil else { throw error }
      throw Problem(
        .badInput, "there are no moving pictures in \(name): it is sound alone",
        hints: "say Soundtrack(Song(\"\(name)\"))")
    }
    guard !file.isStill else {
      throw Problem(.badInput, "\(name) is a picture that doesn't move", hints: "say Image(\"\(name)\")")
    }
    guard rate == nil || file.isRow else {
      throw Problem(
        .badInput, "\(name) has a rate of its own, \(file.facts.rate) frames a second",
        hints: "rate is for rows of stills; speed plays a clip faster or slower")
    }
    return file
  }
}

/// A clip as one painter reads it.
final class ClipDeck: ClipFrames {
  private let reader: ClipReader
  private let path: AssetPath
  private let noteDamage: () -> Void

  /// - Parameter noteDamage: called before a problem of the clip's own is thrown; that somebody asked to stop is none.
  init(_ file: ClipFile, _ path: AssetPath, noteDamage: @escaping () -> Void) throws(Problem) {
    self.path = path
    self.noteDamage = noteDamage
    do throws(Problem) {
      reader = try file.reader(byteLimit: 0)
    } catch {
      if !error.kind.isRequest { noteDamage() }
      throw UnusableFile.explained(error, path)
    }
  }

  var decoderBytes: Int { reader.decoderBytes }
  var frameBytes: Int { reader.frameBytes }
  func keep(atMost bytes: Int) { reader.keep(atMost: bytes) }
  func distance(to frame: FrameIndex) -> Int? { reader.distance(to: frame) }

  func bitmap(_ frame: FrameIndex) throws(Problem) -> Bitmap {
    do throws(Problem) {
      return try reader.bitmap(frame)
    } catch {
      if !error.kind.isRequest { noteDamage() }
      throw UnusableFile.explained(error, path)
    }
  }
}
