internal import CEngine
package import Primitives

/// What a finished film's file really holds, read back packet by packet.
package struct FilmReport: Hashable, Sendable {
  package var size: PixelSize
  /// What the file says, and what its packets come to.
  package var rate: FrameRate
  package var frameCount: Int
  package var keyFrameCount: Int
  /// When the first frame is shown, and whether each follows after exactly one frame's time.
  package var firstFrame: Time
  package var isSteady: Bool
  package var videoLength: Time
  /// How many samples are heard; nil without sound.
  package var soundSampleCount: Int64?
  /// Whether it is tagged BT.709 in limited range.
  package var isTagged: Bool
}

/// Opens a film again to see whether it is what was meant.
package enum FilmCheck {
  /// Reads a whole film without decoding it.
  package static func report(_ path: String) throws(Problem) -> FilmReport {
    let demuxer = try Demuxer.open(path)
    let audio = demuxer.first(AVMEDIA_TYPE_AUDIO)
    guard let video = demuxer.first(AVMEDIA_TYPE_VIDEO),
      let stream = demuxer.raw.pointee.streams[video]?.pointee
    else {
      throw Problem(.badInput, "there are no pictures in \(path)")
    }
    var frames: [Int64] = []
    var keyFrameCount = 0
    let packet = try Packet.empty()
    while demuxer.read(packet) == .ready {
      try Interruption.check()
      if Int(packet.raw.pointee.stream_index) == video {
        guard packet.raw.pointee.flags & AV_PKT_FLAG_CORRUPT == 0 else { break }
        frames.append(packet.raw.pointee.pts)
        if packet.raw.pointee.flags & AV_PKT_FLAG_KEY != 0 { keyFrameCount += 1 }
      }
      packet.clear()
    }
    frames.sort()
    let sound = audio.flatMap { demuxer.raw.pointee.streams[$0]?.pointee }
    return report(stream, frames, keyFrameCount, sound)
  }

  private static func report(
    _ stream: AVStream, _ frames: [Int64], _ keyFrameCount: Int, _ sound: AVStream?
  ) -> FilmReport {
    let parameters = stream.codecpar.pointee
    let (said, seen) = (stream.avg_frame_rate, stream.r_frame_rate)
    let rate = FrameRate(Int(said.num), over: Int(said.den))
    let tick = av_rescale_q(1, AVRational(num: said.den, den: max(1, said.num)), stream.time_base)
    let isSteady = zip(frames, frames.dropFirst()).allSatisfy { $1 &- $0 == tick }
    return FilmReport(
      size: PixelSize(width: Int(parameters.width), height: Int(parameters.height)), rate: rate,
      frameCount: frames.count, keyFrameCount: keyFrameCount,
      firstFrame: time(frames.first ?? 0, stream.time_base),
      isSteady: isSteady && said.num == seen.num && said.den == seen.den,
      videoLength: time(stream.duration, stream.time_base),
      soundSampleCount: sound.map {
        av_rescale_q($0.duration, $0.time_base, AVRational(num: 1, den: $0.codecpar.pointee.sample_rate))
      },
      isTagged: parameters.color_primaries == AVCOL_PRI_BT709 && parameters.color_trc == AVCOL_TRC_BT709
        && parameters.color_space == AVCOL_SPC_BT709 && parameters.color_range == AVCOL_RANGE_MPEG)
  }

  private static func time(_ ticks: Int64, _ base: AVRational) -> Time {
    let exact = Int128(ticks) * Int128(base.num) * Int128(Time.ticksPerSecond) / Int128(max(1, base.den))
    return Time(ticks: Int64(clamping: exact))
  }

  /// Throws unless the file is the film that was meant, whole and in time: the last look before it
  /// gets its name.
  package static func verify(_ path: String, _ facts: FilmFacts, soundSampleCount: Int64?) throws(Problem) {
    let report: FilmReport
    do throws(Problem) { report = try FilmCheck.report(path) } catch {
      try Interruption.check()
      throw Problem(.inputOutput, "the film that was written can't be read back: \(error.message)")
    }
    let lengthOfOne = facts.rate.start(of: 1).ticks
    let soundGap = ((report.soundSampleCount ?? 0) &- (soundSampleCount ?? 0)).magnitude
    let flaws: [(Bool, String)] = [
      (report.frameCount != facts.frameCount, "it has \(report.frameCount) of \(facts.frameCount) frames"),
      (report.size != facts.size, "its size is \(report.size)"),
      (report.rate != facts.rate || !report.isSteady, "its rate isn't a steady \(facts.rate)"),
      (report.firstFrame != .zero, "its first frame is late"),
      (
        (report.videoLength - facts.rate.start(of: FrameIndex(facts.frameCount))).ticks.magnitude
          >= lengthOfOne,
        "it lasts \(report.videoLength) seconds"
      ),
      (
        (report.soundSampleCount == nil) != (soundSampleCount == nil) || soundGap > 1024,
        "its sound has a wrong length"
      ),
    ]
    if let flaw = flaws.first(where: \.0) {
      throw Problem(.inputOutput, "the film that was written isn't what was meant: \(flaw.1)")
    }
  }
}
