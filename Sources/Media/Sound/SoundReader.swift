internal import CEngine
package import Primitives

/// A song's samples at 48 kHz in stereo, from first to last, a piece at a time.
///
/// As many as its length says, to the sample. There is no seeking: it is exact in few formats.
package struct SoundReader: ~Copyable {
  private var decoder: SongDecoder
  private var resampler: Resampler?
  private var format: Int32 = -1
  private var channels: Int32 = 0
  private var delivered: Int64 = 0
  private var isFinished = false
  /// What was decoded and not yet asked for.
  private var held: [Float] = []

  package static func open(_ path: String) throws(Problem) -> SoundReader {
    SoundReader(decoder: try SongDecoder.open(path))
  }

  private init(decoder: consuming SongDecoder) { self.decoder = decoder }

  /// The same, but no more than so many at once.
  package mutating func next(atMost count: Int64) throws(Problem) -> [Float]? {
    guard let piece = try next() else { return nil }
    let wanted = Int(clamping: min(Int64(piece.count / 2), max(1, count))) * 2
    held = Array(piece[wanted...])
    return Array(piece[..<wanted])
  }

  /// Some more samples, left and right by turns; nil at the end.
  package mutating func next() throws(Problem) -> [Float]? {
    if !held.isEmpty {
      defer { held = [] }
      return held
    }
    var piece: [Float] = []
    while piece.isEmpty, !isFinished {
      if let gap = try decoder.next() {
        try prepare(&piece)
        try pass(gap, &piece)
      } else {
        isFinished = true
        try finish(&piece)
      }
    }
    delivered += Int64(piece.count / 2)
    return piece.isEmpty ? nil : piece
  }

  private mutating func pass(_ gap: Int64, _ piece: inout [Float]) throws(Problem) {
    guard let resampler = resampler.take() else { return }
    try resampler.skip(gap)
    try resampler.feed(decoder.frame, into: &piece)
    self.resampler = consume resampler
  }

  /// Makes a resampler for the frame at hand, if it differs from those before.
  private mutating func prepare(_ piece: inout [Float]) throws(Problem) {
    let frame = decoder.frame.raw.pointee
    guard frame.format != format || frame.ch_layout.nb_channels != channels else { return }
    if let old = resampler.take() { try old.drain(into: &piece) }
    resampler = try Resampler.open(like: decoder.frame, of: decoder.path)
    (format, channels) = (frame.format, frame.ch_layout.nb_channels)
  }

  /// The rest, made as long as it must be: resampling rounds up or down on the way.
  private mutating func finish(_ piece: inout [Float]) throws(Problem) {
    if let resampler = resampler.take() { try resampler.drain(into: &piece) }
    let length = Time(samples: decoder.sampleCount, rate: decoder.sampleRate)
    let rest = Int(clamping: max(0, length.samples(rate: EncodedSound.sampleRate) - delivered)) * 2
    if piece.count > rest { piece.removeLast(piece.count - rest) }
    // A resampler holds back far less than this; more missing would be a fault of ours.
    let missing = min(rest - piece.count, 8192)
    piece.append(contentsOf: repeatElement(0, count: missing))
  }
}
