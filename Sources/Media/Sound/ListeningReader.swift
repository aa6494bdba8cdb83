internal import CEngine
package import Primitives

/// A song's samples as one channel at 24 kHz, from first to last, a piece at a time, and its loudness.
///
/// One channel is the mean of all. What is no number lies between its neighbours. Memory doesn't grow with the length.
package struct ListeningReader: ~Copyable {
  package static let sampleRate = 24_000

  private var decoder: SongDecoder
  private var resampler: MonoResampler?
  private var meter: LoudnessMeter?
  private var interleaved: [Float] = []
  private var mono: [Float] = []
  /// Of each channel, the sample before.
  private var held: [Float] = []
  private var channels = 0
  private var isFinished = false
  private let path: String

  package static func open(_ path: String) throws(Problem) -> ListeningReader {
    ListeningReader(decoder: try SongDecoder.open(path), path: path)
  }

  private init(decoder: consuming SongDecoder, path: String) {
    self.decoder = decoder
    self.path = path
  }

  /// How much was heard so far.
  package var length: Time {
    decoder.sampleRate == 0 ? .zero : Time(samples: decoder.sampleCount, rate: decoder.sampleRate)
  }
  package var sampleRate: Int { decoder.sampleRate }
  package var channelCount: Int { channels }

  /// The loudness of what was heard so far.
  package func loudness() -> Loudness {
    switch meter {
    case .some(let meter): meter.loudness()
    case nil: Loudness(integrated: nil, range: nil, truePeak: nil)
    }
  }

  /// Some more samples; nil at the end.
  package mutating func next() throws(Problem) -> [Float]? {
    var piece: [Float] = []
    while piece.isEmpty, !isFinished {
      try Interruption.check()
      if let gap = try decoder.next() {
        try prepare()
        var rest = gap
        while rest > 0 {
          let step = Int(min(rest, 1 << 16))
          interleaved = [Float](repeating: 0, count: step * channels)
          try pass(step, into: &piece)
          rest -= Int64(step)
        }
        try takeFrame()
        try pass(interleaved.count / max(1, channels), into: &piece)
      } else {
        isFinished = true
        if let resampler = resampler.take() { try resampler.feed([], count: 0, into: &piece) }
      }
    }
    return piece.isEmpty ? nil : piece
  }

  /// The frame's samples, of as many channels as the first frame had.
  private mutating func takeFrame() throws(Problem) {
    let frame = decoder.frame.raw
    let count = Int(frame.pointee.nb_samples)
    let own = Int(frame.pointee.ch_layout.nb_channels)
    interleaved = [Float](repeating: 0, count: count * own)
    let isKnown = interleaved.withUnsafeMutableBufferPointer {
      $0.baseAddress.map { libretto_interleave(frame, $0) } ?? true
    }
    guard isKnown else {
      throw Problem(.badInput, "can't read \(path): its samples are of no known format")
    }
    if held.count != own { held = [Float](repeating: 0, count: own) }
    interleaved.withUnsafeMutableBufferPointer { samples in
      held.withUnsafeMutableBufferPointer { held in
        if let base = samples.baseAddress, let held = held.baseAddress {
          libretto_clean(base, count, Int32(own), held)
        }
      }
    }
    guard own != channels else { return }
    // A stream that changes its channels on the way is heard through their mean.
    let mean = ListeningReader.mean(of: interleaved, channels: own)
    interleaved = mean.flatMap { repeatElement($0, count: channels) }
  }

  private static func mean(of samples: [Float], channels: Int) -> [Float] {
    var mono = [Float](repeating: 0, count: samples.count / max(1, channels))
    samples.withUnsafeBufferPointer { source in
      mono.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        libretto_mean(from, target.count, Int32(channels), to)
      }
    }
    return mono
  }

  private mutating func pass(_ count: Int, into piece: inout [Float]) throws(Problem) {
    if let meter = meter.take() {
      try meter.add(interleaved)
      self.meter = consume meter
    }
    mono = channels == 1 ? interleaved : ListeningReader.mean(of: interleaved, channels: channels)
    if let resampler = resampler.take() {
      try resampler.feed(mono, count: count, into: &piece)
      self.resampler = consume resampler
    } else {
      piece.append(contentsOf: mono)
    }
  }

  private mutating func prepare() throws(Problem) {
    guard channels == 0 else { return }
    channels = decoder.channels
    meter = try LoudnessMeter.open(channels: channels, rate: decoder.sampleRate)
    if decoder.sampleRate != ListeningReader.sampleRate {
      resampler = try MonoResampler.open(from: decoder.sampleRate, to: ListeningReader.sampleRate)
    }
  }
}
