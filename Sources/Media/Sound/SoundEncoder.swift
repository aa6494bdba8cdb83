internal import CEngine
internal import Primitives

/// Makes AAC-LC of 48 kHz stereo with libavcodec's own encoder.
struct SoundEncoder: ~Copyable {
  private let codec: Codec
  private let frame: Frame
  private let packet: Packet
  private let bitrate: Int
  private var sampleCount: Int64 = 0
  private var packets = SoundPackets()
  /// Samples that don't fill a frame yet.
  private var rest: [Float] = []

  /// How many samples an AAC frame has.
  static let frameLength = 1024

  static func open(bitrate: Int) throws(Problem) -> SoundEncoder {
    guard let encoder = avcodec_find_encoder_by_name("aac") else {
      throw Problem(.unavailable, "this libavcodec was built without its AAC encoder")
    }
    guard (32_000...512_000).contains(bitrate) else {
      throw Problem(
        .usage, "\(bitrate) bits a second are out of range for sound", hints: "256000 is plenty")
    }
    Libav.begin()
    let codec = try Codec.open(encoder) { context in
      context.sample_fmt = AV_SAMPLE_FMT_FLTP
      context.sample_rate = Int32(EncodedSound.sampleRate)
      av_channel_layout_default(&context.ch_layout, 2)
      context.time_base = AVRational(num: 1, den: Int32(EncodedSound.sampleRate))
      context.bit_rate = Int64(bitrate)
      context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
    }
    return SoundEncoder(
      codec: codec, frame: try Frame.stereo(samples: frameLength, rate: EncodedSound.sampleRate),
      packet: try Packet.empty(), bitrate: bitrate)
  }

  private init(codec: consuming Codec, frame: consuming Frame, packet: consuming Packet, bitrate: Int) {
    self.codec = codec
    self.frame = frame
    self.packet = packet
    self.bitrate = bitrate
  }

  /// Adds samples, left and right by turns.
  mutating func append(_ samples: [Float]) throws(Problem) {
    rest += samples
    let size = SoundEncoder.frameLength * 2
    var begin = 0
    while rest.count - begin >= size {
      try encode(rest[begin..<(begin + size)])
      begin += size
    }
    rest.removeFirst(begin)
  }

  private mutating func encode(_ block: ArraySlice<Float>) throws(Problem) {
    let (first, count) = (block.startIndex, block.count / 2)
    try frame.makeWritable()
    let raw = frame.raw
    raw.pointee.extended_data.withMemoryRebound(to: UnsafeMutablePointer<Float>?.self, capacity: 2) {
      planes in
      guard let left = planes[0], let right = planes[1] else { return }
      for index in 0..<count {
        (left[index], right[index]) = (block[first + index * 2], block[first + index * 2 + 1])
      }
    }
    raw.pointee.nb_samples = Int32(count)
    raw.pointee.pts = sampleCount
    sampleCount += Int64(count)
    guard codec.send(UnsafePointer(raw)) == .ready else { throw failure() }
    try collect()
  }

  consuming func finish() throws(Problem) -> EncodedSound {
    if !rest.isEmpty { try encode(rest[...]) }
    guard codec.send(nil as UnsafePointer<AVFrame>?) == .ready else { throw failure() }
    try collect()
    return EncodedSound(
      header: codec.header, packets: packets, priming: Int(codec.raw.pointee.initial_padding),
      sampleCount: sampleCount, bitrate: bitrate)
  }

  private mutating func collect() throws(Problem) {
    while true {
      switch codec.receive(packet) {
      case .ready:
        packets.append(
          EncodedSound.Packet(
            data: packet.bytes, start: packet.raw.pointee.pts, duration: Int(packet.raw.pointee.duration)))
        packet.clear()
      case .hungry, .finished: return
      case .failed: throw failure()
      }
    }
  }

  private borrowing func failure() -> Problem {
    Problem(.bug, "the AAC encoder failed: \(Libav.firstError ?? "no reason given")")
  }
}
