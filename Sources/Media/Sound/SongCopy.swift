internal import CEngine
internal import Primitives

/// A song's own packets, where they can be the film's as they are.
enum SongCopy {
  /// The sound of a film that is one song from its beginning on, untouched, in a form that MP4 takes: AAC-LC
  /// from an MP4 of its own. Nil if it isn't, or if anything about its packets is out of the ordinary.
  static func sound(of mix: SoundMix) throws(Problem) -> EncodedSound? {
    guard mix.loudness == nil, mix.tracks.count == 1, mix.wanted == 0..<mix.sampleCount,
      mix.tracks[0].start == .zero, mix.tracks[0].from == .zero, mix.tracks[0].treatment == .none
    else { return nil }
    let track = mix.tracks[0]
    // A look at the header is cheap; to know how much is heard, all of it is decoded.
    guard try header(of: Demuxer.open(track.path)) != nil else { return nil }
    let film = Time(samples: mix.sampleCount, rate: EncodedSound.sampleRate)
    let heard = try SongFile.probe(track.path).length
    // A song that is cut before its end would go on in its last packet.
    if let length = track.length, length < min(heard, film) { return nil }
    return try copied(track.path, for: min(heard, film))
  }

  private struct Header {
    var stream: Int32
    var rate: Int
    var channels: Int
    /// AAC's configuration.
    var configuration: [UInt8]
  }

  /// What a file says of its sound; nil if that isn't what can be copied.
  private static func header(of demuxer: borrowing Demuxer) -> Header? {
    guard demuxer.formatName.hasPrefix("mov"), let stream = demuxer.select(AVMEDIA_TYPE_AUDIO) else {
      return nil
    }
    let parameters = stream.pointee.codecpar.pointee
    let rate = Int(parameters.sample_rate)
    guard parameters.codec_id == AV_CODEC_ID_AAC, parameters.profile == FF_PROFILE_AAC_LOW,
      (1...2).contains(parameters.ch_layout.nb_channels), (8000...96_000).contains(rate),
      stream.pointee.time_base.num == 1, Int(stream.pointee.time_base.den) == rate,
      parameters.extradata_size > 0, let bytes = parameters.extradata
    else { return nil }
    return Header(
      stream: stream.pointee.index, rate: rate, channels: Int(parameters.ch_layout.nb_channels),
      configuration: Array(UnsafeBufferPointer(start: bytes, count: Int(parameters.extradata_size))))
  }

  private static func copied(_ path: String, for length: Time) throws(Problem) -> EncodedSound? {
    let demuxer = try Demuxer.open(path)
    guard let header = header(of: demuxer) else { return nil }
    let wanted = length.samples(rate: header.rate)
    guard let packets = try packets(of: demuxer, header.stream, until: wanted) else { return nil }
    let bytes = packets.reduce(0) { $0 + $1.data.count }
    return EncodedSound(
      header: header.configuration, packets: packets, priming: Int(-packets.start(of: 0)),
      sampleCount: wanted, bitrate: Int(Double(bytes * 8) / max(0.001, length.seconds)),
      sampleRate: header.rate, channels: header.channels, isCopied: true)
  }

  /// Packets that follow each other without a gap from where the decoder winds up; the last one ends with
  /// what is wanted.
  private static func packets(
    of demuxer: borrowing Demuxer, _ stream: Int32, until end: Int64
  ) throws(Problem) -> SoundPackets? {
    let packet = try Packet.empty()
    var packets = SoundPackets()
    var next: Int64?
    while next ?? 0 < end, demuxer.read(packet) == .ready {
      try Interruption.check()
      defer { packet.clear() }
      let raw = packet.raw.pointee
      guard raw.stream_index == stream else { continue }
      let start = raw.pts
      let isFirst = next == nil
      guard raw.flags & AV_PKT_FLAG_CORRUPT == 0, raw.size > 0, start != libretto_no_time,
        isFirst ? (-8192...0).contains(start) : start == next
      else { return nil }
      let duration = min(frameLength, end - start)
      packets.append(EncodedSound.Packet(data: packet.bytes, start: start, duration: Int(duration)))
      next = start + frameLength
    }
    return next ?? 0 >= end ? packets : nil
  }

  /// How many samples an AAC-LC packet has.
  private static let frameLength: Int64 = 1024
}
