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
    let film = Time(samples: mix.sampleCount, rate: EncodedSound.sampleRate)
    let heard = try SongFile.probe(track.path).length
    // A song that is cut before its end would go on in its last packet.
    if let length = track.length, length < min(heard, film) { return nil }
    return try copied(track.path, for: min(heard, film))
  }

  private static func copied(_ path: String, for length: Time) throws(Problem) -> EncodedSound? {
    let demuxer = try Demuxer.open(path)
    guard demuxer.formatName.hasPrefix("mov"), let stream = demuxer.select(AVMEDIA_TYPE_AUDIO) else {
      return nil
    }
    let parameters = stream.pointee.codecpar.pointee
    let rate = Int(parameters.sample_rate)
    guard parameters.codec_id == AV_CODEC_ID_AAC, parameters.profile == FF_PROFILE_AAC_LOW,
      (1...2).contains(parameters.ch_layout.nb_channels), (8000...96_000).contains(rate),
      stream.pointee.time_base.num == 1, Int(stream.pointee.time_base.den) == rate,
      parameters.extradata_size > 0, let header = parameters.extradata
    else { return nil }
    let wanted = length.samples(rate: rate)
    guard let packets = try packets(of: demuxer, stream.pointee.index, until: wanted) else { return nil }
    let bytes = packets.reduce(0) { $0 + $1.data.count }
    return EncodedSound(
      header: Array(UnsafeBufferPointer(start: header, count: Int(parameters.extradata_size))),
      packets: packets, priming: Int(-packets.start(of: 0)), sampleCount: wanted,
      bitrate: Int(Double(bytes * 8) / max(0.001, length.seconds)), sampleRate: rate,
      channels: Int(parameters.ch_layout.nb_channels), isCopied: true)
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
