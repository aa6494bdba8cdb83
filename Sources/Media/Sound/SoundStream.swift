internal import Primitives

/// The samples of a track before they are made louder or softer: cut, looped, and brought to its speed.
struct SoundStream: ~Copyable {
  private let path: String
  /// In samples of the file: where the next round begins, and what is heard again and again.
  private var from: Int64
  private let loop: Range<Int64>?
  private var reader: SoundReader?
  private var stretcher: Stretcher?
  /// How many more samples are heard of this round, and whether there were any.
  private var rest: Int64 = 0
  private var heardAny = false
  private var isOver = false

  init(_ track: SoundTrack) throws(Problem) {
    let rate = EncodedSound.sampleRate
    path = track.path
    from = max(0, track.from.samples(rate: rate))
    loop = track.treatment.loop.map {
      let begin = max(0, $0.lowerBound.samples(rate: rate))
      return begin..<max(begin + 1, $0.upperBound.samples(rate: rate))
    }
    let speed = track.treatment.speed
    stretcher = speed == 1 ? nil : try Stretcher.open(speed: speed, keepsPitch: track.treatment.keepsPitch)
  }

  /// Some more samples, left and right by turns; nil at the end.
  mutating func next() throws(Problem) -> [Float]? {
    guard stretcher != nil else { return try recorded() }
    while true {
      if let piece = stretcher?.take(), !piece.isEmpty { return piece }
      guard !isOver else { return nil }
      if let piece = try recorded() {
        try stretcher?.put(piece)
      } else {
        isOver = true
        try stretcher?.finish()
      }
    }
  }

  /// At the speed it was recorded at.
  private mutating func recorded() throws(Problem) -> [Float]? {
    while true {
      if reader == nil { try begin() }
      if rest > 0, var piece = try reader?.next() {
        if Int64(piece.count / 2) > rest { piece.removeLast(piece.count - Int(rest) * 2) }
        rest -= Int64(piece.count / 2)
        heardAny = true
        return piece
      }
      reader = nil
      // A round in which nothing was heard would be followed by others for ever.
      guard let loop, heardAny else { return nil }
      (from, heardAny) = (loop.lowerBound, false)
    }
  }

  /// Opens the file and throws away what comes before the first sample that is heard.
  private mutating func begin() throws(Problem) {
    var opened = try SoundReader.open(path)
    var left = from
    while left > 0, let piece = try opened.next(atMost: left) { left -= Int64(piece.count / 2) }
    reader = consume opened
    rest = loop.map { max(0, $0.upperBound - from) } ?? .max
  }
}
