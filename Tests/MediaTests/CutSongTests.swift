import CEngine
import Primitives
import Testing

@testable import Media

@Suite("A song in MP4 that was cut")
struct CutSongTests {
  /// Two seconds of noise as AAC, whose header comes before its sound.
  private func song(_ folder: TemporaryFolder) throws -> [UInt8] {
    var dice = Dice(5)
    let noise = (0..<96_000).map { _ in Int16(truncatingIfNeeded: Int32(dice.roll() % 8000) - 4000) }
    let source = try folder.file("noise.wav", wav(noise, rate: 48_000, channels: 1))
    let sound = try SoundMix(tracks: [SoundTrack(path: source)], sampleCount: 96_000).encoded()
    let path = folder.file("whole.m4a")
    try sound.write(to: path)
    return try InputFile.open(path).bytes(limit: 1 << 20)
  }

  /// Where the sound itself begins.
  private func beginning(of song: [UInt8]) throws -> Int {
    let name = Array("mdat".utf8)
    return try #require((0..<song.count - 4).first { Array(song[$0..<$0 + 4]) == name }) + 4
  }

  @Test("is probed by its header, and says that it can't be played", arguments: [0, 1, 1500, 20_000])
  func headerAnswers(rest: Int) throws {
    let folder = TemporaryFolder()
    let song = try song(folder)
    let cut = try folder.file("cut.m4a", Array(song[..<(try beginning(of: song) + rest)]))
    let facts = try MediaProbe.facts(of: cut)
    #expect(facts.kind == .sound && facts.coding == "aac" && facts.streams.map(\.kind) == ["audio"])
    #expect(facts.sampleRate == 48_000 && facts.channels == 2)
    #expect(abs((facts.length?.seconds ?? 0) - 2) < 0.05)
    let lack = try #require(facts.lack)
    #expect(lack.hasPrefix("\(cut) is cut short or damaged: "))
    let mix = SoundMix(tracks: [SoundTrack(path: cut)], sampleCount: 96_000)
    let found = problem { () throws(Problem) in try mix.encoded() }
    #expect(found == Problem(.badInput, lack, hints: "copy or export it again"))
  }

  @Test("is an error where its header is cut, and nothing is amiss where nothing is")
  func others() throws {
    let folder = TemporaryFolder()
    let song = try song(folder)
    for length in [40, 150] {
      let cut = try folder.file("cut.m4a", Array(song[..<length]))
      #expect(problem { () throws(Problem) in _ = try MediaProbe.facts(of: cut) }?.kind == .badInput)
    }
    let whole = try MediaProbe.facts(of: folder.file("whole.m4a"))
    #expect(whole.lack == nil && whole.length == 2)
  }

  @Test("is an error where its sound is there, but isn't sound")
  func damaged() throws {
    let folder = TemporaryFolder()
    var song = try song(folder)
    for index in try beginning(of: song)..<song.count { song[index] = 0xFF }
    let damaged = try folder.file("damaged.m4a", song)
    let found = problem { () throws(Problem) in _ = try MediaProbe.facts(of: damaged) }
    #expect(found?.kind == .badInput && found?.message.contains("can be heard") == true)
  }
}

extension EncodedSound {
  /// Writes an MP4 of sound alone, its header first.
  fileprivate func write(to path: String) throws {
    var file: UnsafeMutablePointer<AVFormatContext>?
    try #require(avformat_alloc_output_context2(&file, nil, "mp4", "file:" + path) >= 0)
    let muxer = try #require(file)
    defer { avformat_free_context(muxer) }
    try #require(avio_open(&muxer.pointee.pb, "file:" + path, AVIO_FLAG_WRITE) >= 0)
    let stream = try #require(avformat_new_stream(muxer, nil))
    let coding = try #require(stream.pointee.codecpar)
    coding.pointee.codec_type = AVMEDIA_TYPE_AUDIO
    coding.pointee.codec_id = AV_CODEC_ID_AAC
    coding.pointee.sample_rate = Int32(sampleRate)
    coding.pointee.frame_size = 1024
    av_channel_layout_default(&coding.pointee.ch_layout, Int32(channels))
    let memory = try #require(av_mallocz(header.count + Int(AV_INPUT_BUFFER_PADDING_SIZE)))
    memory.copyMemory(from: header, byteCount: header.count)
    coding.pointee.extradata = memory.assumingMemoryBound(to: UInt8.self)
    coding.pointee.extradata_size = Int32(header.count)
    stream.pointee.time_base = AVRational(num: 1, den: Int32(sampleRate))
    var options: OpaquePointer?
    defer { av_dict_free(&options) }
    av_dict_set(&options, "movflags", "faststart", 0)
    try #require(avformat_write_header(muxer, &options) >= 0)
    var next = av_packet_alloc()
    defer { av_packet_free(&next) }
    let packet = try #require(next)
    for sound in packets {
      try #require(av_new_packet(packet, Int32(sound.data.count)) >= 0)
      packet.pointee.data.update(from: sound.data, count: sound.data.count)
      (packet.pointee.pts, packet.pointee.dts) = (sound.start, sound.start)
      packet.pointee.duration = Int64(sound.duration)
      packet.pointee.flags = AV_PKT_FLAG_KEY
      try #require(av_interleaved_write_frame(muxer, packet) >= 0)
    }
    try #require(av_write_trailer(muxer) >= 0)
    try #require(avio_closep(&muxer.pointee.pb) >= 0)
  }
}
