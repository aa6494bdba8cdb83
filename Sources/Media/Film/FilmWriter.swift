internal import CEngine
package import Primitives

/// Joins segments and sound to an MP4, without encoding anything again.
///
/// Times are counted, not computed: frame `n` of the film is shown at `n` ticks of one frame each, and
/// the `d`th frame in decoding order is decoded at `d` minus the reordering delay. Only one segment is in
/// memory at a time. The index goes in front of the data, and neither clock nor version go in at all.
package struct FilmWriter: ~Copyable {
  private let muxer: Muxer
  private let packet: Packet
  private let name: String
  private let facts: FilmFacts
  private let sound: EncodedSound?
  private var header: [UInt8]?
  private var delay = 0
  private var written = 0
  private var soundWritten = 0
  private var byteCount = 0

  /// Starts a film. What is at the path is replaced: write to an `UnfinishedFile`'s, which leads to the file
  /// and not to its name, and give its target as the name that messages use.
  package static func create(
    at path: String, named name: String? = nil, _ facts: FilmFacts, sound: EncodedSound?
  ) throws(Problem) -> FilmWriter {
    guard facts.rate.isUsable, facts.frameCount > 0 else {
      throw Problem(.usage, "a film needs a frame and a rate")
    }
    let name = name ?? path
    return FilmWriter(
      muxer: try Muxer.open(path, named: name), packet: try Packet.empty(), name: name, facts: facts,
      sound: sound)
  }

  private init(
    muxer: consuming Muxer, packet: consuming Packet, name: String, facts: FilmFacts, sound: EncodedSound?
  ) {
    self.muxer = muxer
    self.packet = packet
    self.name = name
    self.facts = facts
    self.sound = sound
  }

  /// Adds the next segment, and the sound up to its end.
  package mutating func append(_ segment: EncodedSegment) throws(Problem) {
    let place = "the segment at frame \(written)"
    if let fault = segment.fault { throw Problem(.inputOutput, "\(place) isn't whole: \(fault)") }
    if let header {
      guard segment.header == header, segment.delay == delay else {
        throw Problem(.inputOutput, "\(place) is foreign: it was encoded with other settings")
      }
    } else {
      try begin(segment)
    }
    guard segment.frameCount <= facts.frameCount - written else {
      throw Problem(.bug, "\(place) goes beyond the film's end at frame \(facts.frameCount)")
    }
    for (order, frame) in segment.packets.enumerated() {
      // In turns of half a second, as players read them: each turn costs the index some bytes.
      let turn = max(1, facts.rate.boundary(nearest: .seconds(0.5)).value)
      if (written + order).isMultiple(of: turn) { try writeSound(until: written + order + turn) }
      try write(frame, at: written + frame.presentationIndex, decodedAs: written + order)
    }
    written += segment.frameCount
  }

  /// Writes the rest of the sound and the index, and closes the file. `av_write_trailer`.
  package consuming func finish() throws(Problem) {
    guard written == facts.frameCount else {
      throw Problem(
        .inputOutput, "the film is short: \(written) of its \(facts.frameCount) frames are there")
    }
    try writeSound(until: nil)
    try expect(av_write_trailer(muxer.raw))
    let code = muxer.closeFile()
    if code < 0 { throw try failure(code) }
  }

  // MARK: The two streams

  private mutating func begin(_ first: EncodedSegment) throws(Problem) {
    let video = try muxer.addStream()
    video.pointee.time_base = AVRational(
      num: Int32(clamping: facts.rate.denominator), den: Int32(clamping: facts.rate.numerator))
    let rate = AVRational(num: video.pointee.time_base.den, den: video.pointee.time_base.num)
    (video.pointee.avg_frame_rate, video.pointee.r_frame_rate) = (rate, rate)
    video.pointee.codecpar.pointee.describeFilm(facts.size, delay: first.delay)
    try video.pointee.codecpar.pointee.setHeader(first.header)
    if let sound {
      let audio = try muxer.addStream()
      audio.pointee.time_base = AVRational(num: 1, den: Int32(clamping: sound.sampleRate))
      audio.pointee.codecpar.pointee.describeSound(sound)
      try audio.pointee.codecpar.pointee.setHeader(sound.header)
    }
    var options: OpaquePointer?
    defer { av_dict_free(&options) }
    av_dict_set(&options, "movflags", "faststart", 0)
    av_dict_set(
      &options, "movie_timescale",
      "\(facts.ticksPerSecond(with: sound?.sampleRate ?? EncodedSound.sampleRate))", 0)
    try expect(avformat_write_header(muxer.raw, &options))
    (header, delay) = (first.header, first.delay)
  }

  private mutating func write(_ frame: EncodedPacket, at index: Int, decodedAs order: Int) throws(Problem) {
    try packet.fill(frame.data)
    packet.raw.pointee.stream_index = 0
    packet.raw.pointee.flags = frame.isKey ? AV_PKT_FLAG_KEY : 0
    (packet.raw.pointee.pts, packet.raw.pointee.dts) = (Int64(index), Int64(order - delay))
    packet.raw.pointee.duration = 1
    let tick = AVRational(
      num: Int32(clamping: facts.rate.denominator), den: Int32(clamping: facts.rate.numerator))
    try send(from: tick)
  }

  /// Writes the sound that belongs before a frame, or all that is left.
  private mutating func writeSound(until frame: Int?) throws(Problem) {
    guard let sound, header != nil else { return }
    let limit =
      frame.map { facts.rate.start(of: FrameIndex($0)).samples(rate: sound.sampleRate) } ?? .max
    while soundWritten < sound.packets.count, sound.packets.start(of: soundWritten) < limit {
      let next = sound.packets[soundWritten]
      try packet.fill(next.data)
      packet.raw.pointee.stream_index = 1
      packet.raw.pointee.flags = AV_PKT_FLAG_KEY
      (packet.raw.pointee.pts, packet.raw.pointee.dts) = (next.start, next.start)
      packet.raw.pointee.duration = Int64(next.duration)
      try send(from: AVRational(num: 1, den: Int32(clamping: sound.sampleRate)))
      soundWritten += 1
    }
  }

  /// `av_write_frame`: each stream's packets are in order of time, and the streams take turns already.
  private mutating func send(from base: AVRational) throws(Problem) {
    byteCount += Int(packet.raw.pointee.size)
    guard let stream = muxer.raw.pointee.streams[Int(packet.raw.pointee.stream_index)] else { return }
    av_packet_rescale_ts(packet.raw, base, stream.pointee.time_base)
    try expect(av_write_frame(muxer.raw, packet.raw))
  }

  private borrowing func expect(_ code: Int32) throws(Problem) {
    if muxer.fileError < 0 { throw try failure(muxer.fileError) }
    if code < 0 { throw try failure(code) }
  }

  /// Why a call failed; throws where it was because somebody asked to stop.
  private borrowing func failure(_ code: Int32) throws(Problem) -> Problem {
    try Interruption.check()
    if libretto_is_damage(code) || libretto_errno(code) > 200 {
      return Problem(.bug, "can't write the film \(name): \(Libav.reason(code))")
    }
    // What is left will be about as large as what is there.
    let needed = byteCount / max(1, written) * facts.frameCount
    return .unwritable(name, libretto_errno(code), byteCount: max(byteCount, needed))
  }
}
