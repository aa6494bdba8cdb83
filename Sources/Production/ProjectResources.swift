import Foundation
import Hearing
import Lyrics
import Media
package import Primitives
package import Raster
import Synchronization
package import Timeline
package import Typography

/// The files a film asks for, each looked at once.
package final class ProjectResources: Resources {
  private let pictures = Mutex<[String: Result<PictureFacts, Problem>]>([:])
  private let clips = Mutex<[ClipRequest: Result<ClipFile, Problem>]>([:])
  private let focuses = Mutex<[String: Result<Point, Problem>]>([:])
  private let songs = Mutex<[String: Result<SongFacts, Problem>]>([:])
  private let sheets = Mutex<[String: Result<LyricFacts, Problem>]>([:])
  private let heard = Mutex<[String: Result<HeardSong, Problem>]>([:])
  private let corrections = Mutex<[String: Result<BeatsFile, Problem>]>([:])
  private let traces = Mutex<[Tracked: Result<SoundTrace, Problem>]>([:])
  /// Texts that were set; the same is asked when an element is measured and when it is placed.
  private let blocks = Mutex<[TextRequest: TextBlock]>([:])
  private let library = Mutex<Result<FontLibrary, Problem>?>(nil)
  private let places = Mutex<[Fingerprint: AssetPath]>([:])
  private let clipPlaces = Mutex<[Fingerprint: (file: ClipFile, path: AssetPath)]>([:])
  private let tables = Mutex<[String: Result<Fingerprint, Problem>]>([:])
  private let tablesByDigest = Mutex<[Fingerprint: ColorTable]>([:])
  private let damaged = Mutex<Fingerprint?>(nil)

  private let usesSystemFonts: Bool

  /// - Parameter usesSystemFonts: whether fonts of this machine may be used besides the project's.
  package init(usesSystemFonts: Bool = false) {
    self.usesSystemFonts = usesSystemFonts
    DrawingFonts.use(folder: Installation.fonts)
  }

  package func picture(_ path: AssetPath) throws(Problem) -> PictureFacts {
    try ProjectResources.once(pictures, path) { () throws(Problem) in
      let facts = try ProjectResources.pictureFacts(path)
      places.withLock { $0[facts.digest] = path }
      return facts
    }
  }

  /// What a film's file could be shown as is worth a hint.
  private static func pictureFacts(_ path: AssetPath) throws(Problem) -> PictureFacts {
    do throws(Problem) {
      return try PictureFile.open(path.location).facts
    } catch {
      guard error.kind == .badInput, (try? ClipFile.open(path.location)) != nil else { throw error }
      throw Problem(
        .badInput, "\(path.name) is a clip, and no picture", hints: "say Video(\"\(path.name)\")")
    }
  }

  package func clip(_ path: AssetPath, rate: FrameRate?) throws(Problem) -> ClipFacts {
    let request = ClipRequest(path: path, rate: rate)
    if let answer = clips.withLock({ $0[request] }) { return try answer.get().facts }
    let answer = Result { () throws(Problem) in
      do throws(Problem) {
        return try request.opened()
      } catch {
        throw UnusableFile.explained(error, path)
      }
    }
    clips.withLock { $0[request] = answer }
    let file = try answer.get()
    clipPlaces.withLock { $0[file.facts.digest] = (file, path) }
    return file.facts
  }

  package func colorTable(_ path: AssetPath) throws(Problem) -> Fingerprint {
    try ProjectResources.once(tables, path) { () throws(Problem) in
      let file = try ColorTableFile.read(path.location)
      tablesByDigest.withLock { $0[file.digest] = file.table }
      return file.digest
    }
  }

  /// The table with a digest, which has been looked at before.
  package func colorTable(_ digest: Fingerprint) throws(Problem) -> ColorTable {
    guard let table = tablesByDigest.withLock({ $0[digest] }) else {
      throw Problem(.bug, "the colour table \(digest) was never looked at")
    }
    return table
  }

  package func focus(_ path: AssetPath) throws(Problem) -> Point {
    let facts = try picture(path)
    return try ProjectResources.once(focuses, path) { () throws(Problem) in
      try Findings.recall("focus", about: facts.digest) { () throws(Problem) in
        PictureFocus.point(of: try PictureFile.open(path.location).decode())
      }
    }
  }

  package func song(_ path: AssetPath) throws(Problem) -> SongFacts {
    try ProjectResources.once(songs, path) { () throws(Problem) in
      let digest = try SongFile.digest(path.location)
      let length = try Findings.recall("length", about: digest) { () throws(Problem) in
        try SongFile.probe(path.location).length
      }
      return SongFacts(length: length, digest: digest)
    }
  }

  /// Throws if writing to a path would replace a picture, clip, song, sheet or table that was looked at.
  package func checkOutput(_ path: String) throws(Problem) {
    guard let output = FileIdentity(path) else { return }
    let inputs =
      pictures.withLock { Array($0.keys) } + clipPaths + songs.withLock { Array($0.keys) }
      + sheets.withLock { Array($0.keys) } + tables.withLock { Array($0.keys) }
    guard !inputs.contains(where: { FileIdentity($0) == output }) else {
      throw Problem(
        .cannotCreate, "can't write \(path): the composition is made of it", hints: "choose another name")
    }
  }

  private var clipPaths: [String] {
    clips.withLock { $0.values.flatMap { (try? $0.get())?.paths ?? [] } }
  }

  package func hearing(_ path: AssetPath, beatsFrom file: AssetPath?) throws(Problem) -> HeardSong {
    let beats = try file.map { file throws(Problem) in
      try ProjectResources.once(corrections, file) { () throws(Problem) in try BeatsFile(file.location) }
    }
    return try ProjectResources.once(heard, path, with: file?.location ?? "") { () throws(Problem) in
      let facts = KnownFacts.known(of: path.location, beatsFrom: beats)
      return HeardSong(try SongHearing.analysis(of: path.location, facts: facts))
    }
  }

  private struct Tracked: Hashable {
    var location: String
    var request: TraceRequest
  }

  package func trace(_ path: AssetPath, _ request: TraceRequest) throws(Problem) -> SoundTrace {
    let tracked = Tracked(location: path.location, request: request)
    if let known = traces.withLock({ $0[tracked] }) { return try known.get() }
    let facts = try song(path)
    let answer = Result { () throws(Problem) in
      try SongTraces.trace(request, of: path.location, facts)
    }
    traces.withLock { $0[tracked] = answer }
    return try answer.get()
  }

  package func lyrics(_ path: AssetPath, encoding: String?) throws(Problem) -> LyricFacts {
    let encoding = try encoding.map { name throws(Problem) in try SheetReading(name) }
    return try ProjectResources.once(sheets, path) { () throws(Problem) in
      let bytes = try InputText.bytes(of: path.location)
      var remarks: [Diagnostic] = []
      do throws(Diagnostic) {
        let reading = try SheetReading.read(bytes, named: path.location, as: encoding) { remarks += $0 }
        return LyricFacts(sheet: reading.sheet, remarks: remarks)
      } catch {
        return LyricFacts(sheet: nil, remarks: remarks + [error])
      }
    }
  }

  /// Where the files are that were looked at and are in use: pictures, clips, songs, sheets and tables, and fonts.
  package var filesInUse: (media: [String], fonts: [String]) {
    let pictures = pictures.withLock { $0.compactMap { (try? $1.get()) == nil ? nil : $0 } }
    let songs = songs.withLock { $0.compactMap { (try? $1.get()) == nil ? nil : $0 } }
    let sheets = sheets.withLock { $0.compactMap { (try? $1.get()) == nil ? nil : $0 } }
    let fonts = library.withLock { try? $0?.get() }?.filesInUse ?? []
    let tables = tables.withLock { $0.compactMap { (try? $1.get()) == nil ? nil : $0 } }
    // A film that is seen twice, or heard too, is one file.
    return (Set(pictures + clipPaths + songs + sheets + tables).sorted(), fonts)
  }

  package func layOut(_ request: TextRequest, for site: Site) throws(Problem) -> TextBlock {
    if let known = blocks.withLock({ $0[request] }) { return known }
    let block = try fonts(near: site).layOut(request)
    blocks.withLock { $0[request] = block }
    return block
  }

  /// The bundle's fonts, and before them those in a folder `fonts` beside the first file that asked.
  package func fonts(near site: Site?) throws(Problem) -> FontLibrary {
    try library.withLock { known in
      if let known { return known }
      let beside = site.map { ["\($0.folder)/fonts", "\($0.folder)/Fonts"] } ?? []
      let made = Result { () throws(Problem) in
        try FontLibrary(
          folders: beside + [Installation.fonts], systemFolders: Installation.systemFonts,
          usesSystem: usesSystemFonts)
      }
      known = made
      return made
    }.get()
  }

  /// Decodes the picture with a digest, which has been looked at before.
  ///
  /// - Parameter enlarged: how many times its size a vector drawing is painted.
  package func bitmap(_ digest: Fingerprint, enlarged: Int = 1) throws(Problem) -> Bitmap {
    guard let path = places.withLock({ $0[digest] }) else {
      throw Problem(.bug, "the picture \(digest) was never looked at")
    }
    let file = try PictureFile.open(path.location)
    guard file.facts.digest == digest else {
      throw Problem(
        .temporary, "\(path.location) changed while the film was made", hints: "run the same command again")
    }
    do throws(Problem) {
      return try file.decode(enlarged: enlarged)
    } catch {
      damaged.withLock { $0 = $0 ?? digest }
      throw UnusableFile.explained(error, path)
    }
  }

  /// Opens the clip with a digest, which has been looked at before, for one painter.
  package func frames(of digest: Fingerprint) throws(Problem) -> any ClipFrames {
    guard let place = clipPlaces.withLock({ $0[digest] }) else {
      throw Problem(.bug, "the clip \(digest) was never looked at")
    }
    return try ClipDeck(place.file, place.path) { self.damaged.withLock { $0 = $0 ?? digest } }
  }

  /// The picture or clip whose damage was only found when it was painted, if there was one.
  package var damagedPicture: Fingerprint? { damaged.withLock { $0 } }

  /// The answer about a file, found once however often it is asked for. Missing files are told apart
  /// from broken ones, and a name that is nearly right from one that isn't.
  private static func once<Facts: Sendable>(
    _ known: borrowing Mutex<[String: Result<Facts, Problem>]>, _ path: AssetPath, with other: String = "",
    _ look: () throws(Problem) -> Facts
  ) throws(Problem) -> Facts {
    let key = other.isEmpty ? path.location : "\(path.location)\n\(other)"
    if let answer = known.withLock({ $0[key] }) { return try answer.get() }
    let answer = Result { () throws(Problem) in
      do throws(Problem) {
        return try look()
      } catch {
        throw UnusableFile.explained(error, path)
      }
    }
    known.withLock { $0[key] = answer }
    return try answer.get()
  }
}
