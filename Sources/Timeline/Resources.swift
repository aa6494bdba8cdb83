package import Lyrics
package import Primitives

/// The one door to the outside for the steps before painting: what they must know, they ask here.
package protocol Resources: Sendable {
  func picture(_ path: AssetPath) throws(Problem) -> PictureFacts
  /// Where a picture draws the eye, in shares of its sides.
  func focus(_ path: AssetPath) throws(Problem) -> Point
  /// Where a picture is brightest, in shares of its sides.
  func brightParts(_ path: AssetPath) throws(Problem) -> [Point]
  /// What moves; a row of stills plays at a rate, which is nil if the author didn't say it.
  func clip(_ path: AssetPath, rate: FrameRate?) throws(Problem) -> ClipFacts
  /// The digest of a file that says which colors become of colors.
  func colorTable(_ path: AssetPath) throws(Problem) -> Fingerprint
  func song(_ path: AssetPath) throws(Problem) -> SongFacts
  /// What is heard in a song, where a file of somebody's corrections, if there is one, doesn't know better.
  func hearing(_ path: AssetPath, beatsFrom file: AssetPath?) throws(Problem) -> HeardSong
  /// What is measured in a song all along.
  func trace(_ path: AssetPath, _ request: TraceRequest) throws(Problem) -> SoundTrace
  /// A sheet in an encoding of a name; in one of Unicode's if nil.
  func lyrics(_ path: AssetPath, encoding: String?) throws(Problem) -> LyricFacts
  /// Text set in a font, near the file that asks for it.
  func layOut(_ request: TextRequest, for site: Site) throws(Problem) -> TextBlock
  /// Evaluates what an author wrote, the body of something of a name, with whatever watch is kept over that.
  func evaluating<Answer>(_ name: String, _ body: () -> Answer) -> Answer
}

extension Resources {
  package func evaluating<Answer>(_ name: String, _ body: () -> Answer) -> Answer { body() }
}

/// What must be known of a song before it is heard.
package struct SongFacts: Hashable, Sendable {
  package var length: Time
  package var digest: Fingerprint

  package init(length: Time, digest: Fingerprint) {
    self.length = length
    self.digest = digest
  }
}

/// A lyric sheet that was read.
package struct LyricFacts: Sendable {
  /// Nil if it makes no sense; the remarks say why.
  package var sheet: LyricSheet?
  package var remarks: [Diagnostic]

  package init(sheet: LyricSheet?, remarks: [Diagnostic]) {
    self.sheet = sheet
    self.remarks = remarks
  }
}
