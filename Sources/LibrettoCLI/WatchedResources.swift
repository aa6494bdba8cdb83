import Host
import Lyrics
import Media
import Primitives
import Timeline

/// Resources that keep a watch over the author's code: how long it takes by itself, and where it stops.
struct WatchedResources: Resources {
  private let all: any Resources

  init(_ all: some Resources) { self.all = all }

  /// Seconds of the processor's time after which somebody is told.
  static var patience: Int { max(1, min(10, MediaLimit.bodySeconds.value / 2)) }

  func evaluating<Answer>(_ name: String, _ body: () -> Answer) -> Answer {
    AuthorsCode.run(name, warningAfter: Self.patience, atMost: MediaLimit.bodySeconds.value, body)
  }

  func picture(_ path: AssetPath) throws(Problem) -> PictureFacts {
    try AuthorsCode.waiting { () throws(Problem) in try all.picture(path) }
  }
  func focus(_ path: AssetPath) throws(Problem) -> Point {
    try AuthorsCode.waiting { () throws(Problem) in try all.focus(path) }
  }
  func brightParts(_ path: AssetPath) throws(Problem) -> [Point] {
    try AuthorsCode.waiting { () throws(Problem) in try all.brightParts(path) }
  }
  func clip(_ path: AssetPath, rate: FrameRate?) throws(Problem) -> ClipFacts {
    try AuthorsCode.waiting { () throws(Problem) in try all.clip(path, rate: rate) }
  }
  func colorTable(_ path: AssetPath) throws(Problem) -> Fingerprint {
    try AuthorsCode.waiting { () throws(Problem) in try all.colorTable(path) }
  }
  func song(_ path: AssetPath) throws(Problem) -> SongFacts {
    try AuthorsCode.waiting { () throws(Problem) in try all.song(path) }
  }
  func hearing(_ path: AssetPath, beatsFrom file: AssetPath?) throws(Problem) -> HeardSong {
    try AuthorsCode.waiting { () throws(Problem) in try all.hearing(path, beatsFrom: file) }
  }
  func trace(_ path: AssetPath, _ request: TraceRequest) throws(Problem) -> SoundTrace {
    try AuthorsCode.waiting { () throws(Problem) in try all.trace(path, request) }
  }
  func lyrics(_ path: AssetPath, encoding: String?) throws(Problem) -> LyricFacts {
    try AuthorsCode.waiting { () throws(Problem) in try all.lyrics(path, encoding: encoding) }
  }
  func layOut(_ request: TextRequest, for site: Site) throws(Problem) -> TextBlock {
    try AuthorsCode.waiting { () throws(Problem) in try all.layOut(request, for: site) }
  }
}
