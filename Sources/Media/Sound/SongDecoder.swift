internal import CEngine
internal import Primitives

/// Decodes a sound file from its beginning to its end, as the file has it.
///
/// Encoders' delay and padding, and what an edit list leaves out, are cut. Packets that can't be decoded
/// become silence of the same length when more follows, so that what follows stays in time.
struct SongDecoder: ~Copyable {
  /// What was decoded last.
  let frame: Frame
  /// How much was heard so far.
  private(set) var sampleCount: Int64 = 0
  /// Zero until the first frame.
  private(set) var sampleRate = 0
  private(set) var channels = 0

  /// For messages.
  let path: String

  private let demuxer: Demuxer
  private let codec: Codec
  private let packet: Packet
  private let promise: Promise
  private var delay: Int64 = 0
  private var lostTime = 0.0
  private var isDrained = false

  /// What the file's header says.
  private struct Promise {
    var stream: Int32
    var base: AVRational
    /// In ticks of the base; nil if the file only has an estimate or PCM's often wrong size.
    var length: Int64?
    /// Whether the file says when the first sample is heard and where the last one is.
    var hasEditList: Bool
  }

  static func open(_ path: String) throws(Problem) -> SongDecoder {
    let demuxer = try Demuxer.open(path)
    guard let stream = demuxer.select(AVMEDIA_TYPE_AUDIO) else {
      throw Problem(.badInput, "there is no sound in \(path)", hints: demuxer.contents)
    }
    let parameters = stream.pointee.codecpar.pointee
    guard let decoder = avcodec_find_decoder(parameters.codec_id) else {
      let name = String(cString: avcodec_get_name(parameters.codec_id))
      throw Problem(.badInput, "can't read \(path): there is no decoder for \(name)")
    }
    let base = stream.pointee.time_base
    let codec = try Codec.open(decoder, blame: path) { context in
      avcodec_parameters_to_context(&context, stream.pointee.codecpar)
      context.pkt_timebase = base
      context.flags |= AV_CODEC_FLAG_BITEXACT
    }
    let format = demuxer.formatName
    let isPCM = String(cString: avcodec_get_name(parameters.codec_id)).hasPrefix("pcm_")
    // MP3 has no header of its own; what encoders put in the first frame is often wrong.
    let isEstimate =
      demuxer.raw.pointee.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE || format == "mp3"
    let length = stream.pointee.duration - SongDecoder.unheard(stream, in: format)
    let promise = Promise(
      stream: stream.pointee.index, base: base, length: length > 0 && !isPCM && !isEstimate ? length : nil,
      hasEditList: format.hasPrefix("mov"))
    return SongDecoder(
      path: path, demuxer: demuxer, codec: codec, packet: try Packet.empty(), frame: try Frame.empty(),
      promise: promise)
  }

  /// What an encoder put before the first sample that is heard, where the length of the stream has that in
  /// it; in ticks of the stream. Of Opus it may be more than a second.
  private static func unheard(_ stream: UnsafeMutablePointer<AVStream>, in format: String) -> Int64 {
    let coding = stream.pointee.codecpar.pointee
    guard !format.hasPrefix("mov"), coding.initial_padding > 0, coding.sample_rate > 0 else { return 0 }
    let count = Int64(coding.initial_padding)
    return max(
      0, av_rescale_q(count, AVRational(num: 1, den: coding.sample_rate), stream.pointee.time_base))
  }

  private init(
    path: String, demuxer: consuming Demuxer, codec: consuming Codec, packet: consuming Packet,
    frame: consuming Frame, promise: Promise
  ) {
    self.path = path
    self.demuxer = demuxer
    self.codec = codec
    self.packet = packet
    self.frame = frame
    self.promise = promise
  }

  /// Decodes on until `frame` has samples, and says how many samples of silence come before them; nil
  /// at the end.
  mutating func next() throws(Problem) -> Int64? {
    while true {
      try Interruption.check()
      switch codec.receive(frame) {
      case .ready:
        if let gap = try accept() { return gap }
      case .finished:
        try checkLength()
        return nil
      case .hungry:
        try feed()
      case .failed(let code):
        try noteDamage(code)
        guard isDrained else { continue }
        // Nothing more goes in, so asking again might get the same answer for ever.
        try checkLength()
        return nil
      }
    }
  }

  private mutating func feed() throws(Problem) {
    packet.clear()
    let answer = demuxer.read(packet)
    switch answer {
    case .ready:
      guard packet.raw.pointee.stream_index == promise.stream else { return }
      if case .failed(let code) = codec.send(packet.raw) { try noteDamage(code) }
    case .hungry: return
    // What can't be read any further is the end; `checkLength` judges whether that was too early.
    case .finished, .failed:
      guard !isDrained else {
        throw Problem(.badInput, "can't read \(path): its decoder doesn't come to an end")
      }
      isDrained = true
      _ = codec.send(nil as UnsafePointer<AVPacket>?)
    }
  }

  private mutating func noteDamage(_ code: Int32) throws(Problem) {
    if libretto_errno(code) == ENOMEM { throw Libav.noMemory }
    lostTime += Double(max(0, packet.raw.pointee.duration)) * av_q2d(promise.base)
  }

  /// Takes a frame into account; nil if nothing of it is heard.
  private mutating func accept() throws(Problem) -> Int64? {
    let (rate, count) = (Int(frame.raw.pointee.sample_rate), Int64(frame.raw.pointee.nb_samples))
    let isFirst = sampleRate == 0
    if isFirst { try begin(rate) }
    guard rate == sampleRate else {
      throw Problem(.badInput, "can't read \(path): its sample rate changes from \(sampleRate) to \(rate)")
    }
    guard count > 0 else { return nil }
    if isFirst { delay = leadingSilence() }
    var gap = isFirst ? delay : Int64(min(lostTime, 3600) * Double(rate))
    lostTime = 0
    let capacity = lastSample.map { max(0, $0 - sampleCount) } ?? .max
    gap = min(gap, capacity)
    let heard = min(count, capacity - gap)
    guard heard > 0 else { return nil }
    frame.raw.pointee.nb_samples = Int32(heard)
    sampleCount += gap + heard
    guard sampleCount <= longest else {
      throw Problem(.badInput, "can't read \(path): it is longer than \(SongLimits.hours) hours")
    }
    return gap
  }

  private mutating func begin(_ rate: Int) throws(Problem) {
    let count = Int(frame.raw.pointee.ch_layout.nb_channels)
    guard (1...SongLimits.sampleRate).contains(rate), (1...SongLimits.channels).contains(count) else {
      throw Problem(
        .badInput, "can't read \(path): it has \(count) channels at \(rate) Hz",
        hints: "\(SongLimits.channels) channels and \(SongLimits.sampleRate) Hz are the limits")
    }
    (sampleRate, channels) = (rate, count)
  }

  /// An edit list may begin with nothing: a film whose sound comes later.
  private borrowing func leadingSilence() -> Int64 {
    let start = frame.raw.pointee.pts
    guard promise.hasEditList, start != libretto_no_time, start > 0 else { return 0 }
    return inSamples(start)
  }

  /// Where an edit list ends; libavformat cuts at its start but not at its end.
  private var lastSample: Int64? {
    guard promise.hasEditList, let length = promise.length else { return nil }
    return delay + inSamples(length)
  }

  /// So much of the stream's time, within the limits of what a song can be: files say anything.
  private borrowing func inSamples(_ ticks: Int64) -> Int64 {
    let count = av_rescale_q(ticks, promise.base, AVRational(num: 1, den: Int32(sampleRate)))
    return count == .min ? longest : max(0, min(longest, count))
  }

  private var longest: Int64 { Int64(SongLimits.hours) * 3600 * Int64(sampleRate) }

  private borrowing func checkLength() throws(Problem) {
    guard let length = promise.length else {
      guard sampleCount == 0 else { return }
      throw Problem(.badInput, "there is no sound in \(path) that can be decoded")
    }
    let (promised, heard) = (
      Double(length) * av_q2d(promise.base), Double(sampleCount) / Double(max(1, sampleRate))
    )
    guard sampleCount == 0 || promised - heard > 1 && promised - heard > promised / 20 else { return }
    let (whole, there) = (Time(seconds: promised), Time(seconds: heard))
    let part = sampleCount == 0 ? "nothing" : "only \(there)"
    throw Problem(
      .badInput, "\(path) is cut short or damaged: \(part) of its \(whole) seconds can be heard",
      hints: "copy or export it again")
  }
}
