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
  /// Where the files are that were named.
  private let names = Mutex<[AssetPath: AssetPath]>([:])
  private let pictures = Mutex<[String: Result<PictureFacts, Problem>]>([:])
  private let clips = Mutex<[ClipRequest: Result<ClipFile, Problem>]>([:])
  private let focuses = Mutex<[String: Result<Point, Problem>]>([:])
  private let brightParts = Mutex<[String: Result<[Point], Problem>]>([:])
  private let songs = Mutex<[String: Result<KnownSong, Problem>]>([:])
  private let sheets = Mutex<[SheetRequest: Result<LyricFacts, Problem>]>([:])
  private let heard = Mutex<[HearingRequest: Result<HeardSong, Problem>]>([:])
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
  /// The files that were looked at, as they were.
  let continuity = Continuity()

  private let usesSystemFonts: Bool

  /// - Parameter usesSystemFonts: whether fonts of this machine may be used besides the project's.
  package init(usesSystemFonts: Bool = false) {
    self.usesSystemFonts = usesSystemFonts
  }

  private struct SheetRequest: Hashable {
    let location: String
    let encoding: SheetReading?
  }

  private struct HearingRequest: Hashable {
    let location: String
    /// Where the file of corrections is, if there is one.
    let beats: String?
  }

  private struct KnownSong {
    let facts: SongFacts
    let file: KnownFile
  }

  package func picture(_ named: AssetPath) throws(Problem) -> PictureFacts {
    let path = meant(named)
    return try ProjectResources.once(pictures, path.location, path) { () throws(Problem) in
      let picture = try ProjectResources.picture(at: path)
      note(picture.file)
      places.withLock { $0[picture.facts.digest] = path }
      return picture.facts
    }
  }

  /// The file that a name stands for, looked for once.
  package func meant(_ path: AssetPath) -> AssetPath {
    if let known = names.withLock({ $0[path] }) { return known }
    let meant = FileNames.meant(path)
    names.withLock { $0[path] = meant }
    return meant
  }

  private func note(_ file: KnownFile?) { if let file { continuity.note(file) } }

  /// What a film's file could be shown as is worth a hint.
  private static func picture(at path: AssetPath) throws(Problem) -> PictureFile {
    do throws(Problem) {
      return try PictureFile.open(path.location)
    } catch {
      guard error.kind == .badInput, (try? ClipFile.open(path.location)) != nil else { throw error }
      throw Problem(
        .badInput, "\(path.name) is a clip, and no picture", hints: "say Video(\"\(path.name)\")")
    }
  }

  package func clip(_ named: AssetPath, rate: FrameRate?) throws(Problem) -> ClipFacts {
    let path = meant(named)
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
    file.files.forEach(note)
    clipPlaces.withLock { $0[file.facts.digest] = (file, path) }
    return file.facts
  }

  package func colorTable(_ named: AssetPath) throws(Problem) -> Fingerprint {
    let path = meant(named)
    return try ProjectResources.once(tables, path.location, path) { () throws(Problem) in
      let file = try ColorTableFile.read(path.location)
      note(file.file)
      tablesByDigest.withLock { $0[file.digest] = file.table }
      return file.digest
    }
  }

  /// The table with a digest, which has been looked at before.
  package func colorTable(_ digest: Fingerprint) throws(Problem) -> ColorTable {
    guard let table = tablesByDigest.withLock({ $0[digest] }) else {
      throw Problem(.bug, "the color table \(digest) was never looked at")
    }
    return table
  }

  package func focus(_ named: AssetPath) throws(Problem) -> Point {
    let path = meant(named)
    let facts = try picture(path)
    return try ProjectResources.once(focuses, path.location, path) { () throws(Problem) in
      let (picture, file) = try ProjectResources.opened(path, as: facts)
      return try Findings.recall(.focus, about: file) { () throws(Problem) in
        PictureFocus.point(of: try picture.decode())
      }
    }
  }

  package func brightParts(_ named: AssetPath) throws(Problem) -> [Point] {
    let path = meant(named)
    let facts = try picture(path)
    return try ProjectResources.once(brightParts, path.location, path) { () throws(Problem) in
      PictureLights.points(of: try ProjectResources.opened(path, as: facts).picture.decode())
    }
  }

  /// A picture that is still as it was when it was looked at first.
  private static func opened(
    _ path: AssetPath, as facts: PictureFacts
  ) throws(Problem) -> (picture: PictureFile, file: KnownFile) {
    let picture = try PictureFile.open(path.location)
    guard let file = picture.file, file.digest == facts.digest else {
      throw KnownFile.changed(path.location)
    }
    return (picture, file)
  }

  package func song(_ path: AssetPath) throws(Problem) -> SongFacts { try known(path).facts }

  private func known(_ named: AssetPath) throws(Problem) -> KnownSong {
    let path = meant(named)
    return try ProjectResources.once(songs, path.location, path) { () throws(Problem) in
      let file = try KnownFile.look(at: path.location, isStreamed: true)
      note(file)
      let length = try Findings.recall(.length, about: file) { () throws(Problem) in
        try SongFile.probe(path.location).length
      }
      return KnownSong(facts: SongFacts(length: length, digest: file.digest), file: file)
    }
  }

  /// Throws if writing to a path would replace a picture, clip, song, sheet or table that was looked at.
  package func checkOutput(_ path: String) throws(Problem) {
    guard let output = FileStamp(of: path) else { return }
    let inputs =
      pictures.withLock { Array($0.keys) } + clipPaths + songs.withLock { Array($0.keys) }
      + sheets.withLock { $0.keys.map(\.location) } + tables.withLock { Array($0.keys) }
      + corrections.withLock { Array($0.keys) }
    guard !inputs.contains(where: { FileStamp(of: $0)?.isSameFile(as: output) == true }) else {
      throw Problem(
        .cannotCreate, "can't write \(path): the composition is made of it", hints: "choose another name")
    }
  }

  private var clipPaths: [String] {
    clips.withLock { $0.values.flatMap { (try? $0.get())?.files.map(\.path) ?? [] } }
  }

  package func hearing(_ named: AssetPath, beatsFrom corrected: AssetPath?) throws(Problem) -> HeardSong {
    let (path, file) = (meant(named), corrected.map(meant))
    let beats = try file.map { file throws(Problem) in
      try ProjectResources.once(corrections, file.location, file) { () throws(Problem) in
        let read = try InputText.look(at: file.location)
        note(read.file)
        return try BeatsFile(read.bytes, named: file.location)
      }
    }
    let request = HearingRequest(location: path.location, beats: file?.location)
    return try ProjectResources.once(heard, request, path) { () throws(Problem) in
      let facts = KnownFacts.known(of: path.location, beatsFrom: beats)
      return HeardSong(try SongHearing.analysis(of: path.location, facts: facts))
    }
  }

  private struct Tracked: Hashable {
    var location: String
    var request: TraceRequest
  }

  package func trace(_ named: AssetPath, _ request: TraceRequest) throws(Problem) -> SoundTrace {
    let path = meant(named)
    let tracked = Tracked(location: path.location, request: request)
    if let known = traces.withLock({ $0[tracked] }) { return try known.get() }
    let song = try known(path)
    let answer = Result { () throws(Problem) in
      try SongTraces.trace(request, of: song.file, lasting: song.facts.length)
    }
    traces.withLock { $0[tracked] = answer }
    return try answer.get()
  }

  package func lyrics(_ named: AssetPath, encoding: String?) throws(Problem) -> LyricFacts {
    let path = meant(named)
    let encoding = try encoding.map { name throws(Problem) in try SheetReading(name) }
    let request = SheetRequest(location: path.location, encoding: encoding)
    return try ProjectResources.once(sheets, request, path) { () throws(Problem) in
      let (bytes, file) = try InputText.look(at: path.location)
      note(file)
      var remarks: [Diagnostic] = []
      do throws(Diagnostic) {
        let reading = try SheetReading.read(bytes, named: path.location, as: encoding) { remarks += $0 }
        return LyricFacts(sheet: reading.sheet, remarks: remarks)
      } catch {
        return LyricFacts(sheet: nil, remarks: remarks + [error])
      }
    }
  }

  /// Where the files are that were looked at and are in use: pictures, clips, songs, sheets, tables and corrected
  /// beats, and fonts.
  package var filesInUse: (media: [String], fonts: [String]) {
    func used<Key, Facts>(_ known: [Key: Result<Facts, Problem>]) -> [Key] {
      known.compactMap { (try? $1.get()) == nil ? nil : $0 }
    }
    let fonts = library.withLock { try? $0?.get() }?.filesInUse ?? []
    let sheets = sheets.withLock { used($0).map(\.location) }
    let others =
      pictures.withLock { used($0) } + songs.withLock { used($0) } + tables.withLock { used($0) }
      + corrections.withLock { used($0) }
    // A film that is seen twice, or heard too, is one file.
    return (Set(others + clipPaths + sheets).sorted(), fonts)
  }

  /// Throws if a file that was looked at, or a font in use, isn't any more what it was.
  package func checkFiles() throws(Problem) {
    try continuity.check()
    if let path = library.withLock({ try? $0?.get() })?.changedFile { throw KnownFile.changed(path) }
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
      throw KnownFile.changed(path.location)
    }
    do throws(Problem) {
      return try file.decode(enlarged: enlarged)
    } catch {
      if !error.kind.isRequest { damaged.withLock { $0 = $0 ?? digest } }
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

  /// The answer about a file, found once however often it is asked for: `key` is all that is asked. Missing
  /// files are told apart from broken ones, and a name that is nearly right from one that isn't.
  private static func once<Key: Hashable & Sendable, Facts: Sendable>(
    _ known: borrowing Mutex<[Key: Result<Facts, Problem>]>, _ key: Key, _ path: AssetPath,
    _ look: () throws(Problem) -> Facts
  ) throws(Problem) -> Facts {
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
