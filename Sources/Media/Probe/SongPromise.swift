internal import CEngine
internal import Primitives

/// What the header of a song says of sound that the file was cut before.
struct SongPromise {
  let length: Time
  let sampleRate: Int
  let channels: Int

  /// Nil unless the header counts packets, as those of MP4 and QuickTime do, and fewer of them are in the file.
  init?(ofCut path: String) throws(Problem) {
    let demuxer = try Demuxer.open(path)
    guard demuxer.formatName.hasPrefix("mov"), let stream = demuxer.select(AVMEDIA_TYPE_AUDIO) else {
      return nil
    }
    let (coding, base) = (stream.pointee.codecpar.pointee, stream.pointee.time_base)
    let (rate, count) = (Int(coding.sample_rate), Int(coding.ch_layout.nb_channels))
    let (promised, ticks) = (stream.pointee.nb_frames, stream.pointee.duration)
    guard (1...SongLimits.sampleRate).contains(rate), (1...SongLimits.channels).contains(count),
      promised > 0, ticks > 0, base.num > 0, base.den > 0
    else { return nil }
    let samples = av_rescale_q(ticks, base, AVRational(num: 1, den: Int32(rate)))
    guard samples > 0, samples / Int64(rate) < SongPromise.longest,
      try demuxer.packets(of: stream.pointee.index, atMost: promised) < promised
    else { return nil }
    (length, sampleRate, channels) = (Time(samples: samples, rate: rate), rate, count)
  }

  /// A year, in seconds: what is longer is no song's length.
  private static let longest: Int64 = 365 * 86_400
}

extension Demuxer {
  /// How many packets of a stream can be read.
  fileprivate borrowing func packets(of stream: Int32, atMost most: Int64) throws(Problem) -> Int64 {
    let packet = try Packet.empty()
    var count: Int64 = 0
    while count < most, read(packet) == .ready {
      try Interruption.check()
      let raw = packet.raw.pointee
      if raw.stream_index == stream, raw.flags & AV_PKT_FLAG_CORRUPT == 0 { count += 1 }
      packet.clear()
    }
    return count
  }
}
