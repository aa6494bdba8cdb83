internal import CEngine
package import Primitives

/// Finds out what a file is, by what is in it and never by its name.
package enum MediaProbe {
  /// Pictures and sound are decoded to their end, so that damage is found. Of a clip all packets are
  /// read, and its first and last frames decoded.
  package static func facts(of path: String) throws(Problem) -> MediaFacts {
    if path.contains("#"), let row = try StillRow(path, rate: 30) { return clip(row.facts, .clip, []) }
    let start = try InputFile.open(path).start(count: 4096)
    switch PictureKind(of: start) {
    case .other("no picture"), .other("a film"): return try streams(of: path)
    case .other(let kind): throw Problem(.badInput, "can't read \(path): it is \(kind)")
    case .png, .jpeg, .gif, .webp, .bmp, .tiff, .heif, .svg: return try picture(path)
    }
  }

  private static func picture(_ path: String) throws(Problem) -> MediaFacts {
    let file = try PictureFile.open(path)
    let reader = try ClipReader(path)
    var shown: Bitmap?
    for number in 0..<reader.index.count { shown = try reader.bitmap(FrameIndex(number)) }
    let moves = reader.index.count > 1
    var facts = clip(reader.facts, moves ? .animation : .picture, [])
    facts.coding = file.layout.name
    facts.color = file.layout.color
    facts.hasAlpha = file.facts.hasAlpha && (moves || shown.map { !$0.isOpaque } ?? true)
    if !moves { (facts.length, facts.rate) = (nil, nil) }
    return facts
  }

  private static func streams(of path: String) throws(Problem) -> MediaFacts {
    let streams = try list(Demuxer.open(path))
    guard streams.hasPictures else { return try sound(path, streams.list) }
    let reader = try ClipReader(path)
    for number in [0, reader.index.count - 1] { _ = try reader.bitmap(FrameIndex(number)) }
    return clip(reader.facts, .clip, streams.list)
  }

  private static func clip(
    _ clip: ClipFacts, _ kind: MediaFacts.Kind, _ streams: [MediaFacts.Stream]
  ) -> MediaFacts {
    MediaFacts(
      kind: kind, coding: clip.coding, size: clip.size, frameCount: clip.frameCount, length: clip.length,
      rate: clip.rate, isVariable: clip.isVariable, depth: clip.depth, color: clip.color,
      hasAlpha: clip.hasAlpha, sampleRate: nil, channels: nil, streams: streams)
  }

  private static func sound(_ path: String, _ streams: [MediaFacts.Stream]) throws(Problem) -> MediaFacts {
    let coding = streams.first { $0.kind == "audio" }?.coding ?? "sound"
    var facts = MediaFacts(kind: .sound, coding: coding, streams: streams)
    do throws(Problem) {
      let heard = try SongFile.probe(path)
      (facts.length, facts.sampleRate, facts.channels) = (heard.length, heard.sampleRate, heard.channels)
    } catch {
      guard error.kind == .badInput, let promise = try SongPromise(ofCut: path) else { throw error }
      (facts.length, facts.sampleRate, facts.channels) = (
        promise.length, promise.sampleRate, promise.channels
      )
      facts.lack = error.message
    }
    return facts
  }

  /// The streams of a file, and whether one of them is pictures that are no song's cover.
  private static func list(_ demuxer: borrowing Demuxer) -> (list: [MediaFacts.Stream], hasPictures: Bool) {
    var list: [MediaFacts.Stream] = []
    var hasPictures = false
    for index in 0..<Int32(clamping: demuxer.raw.pointee.nb_streams) {
      guard let stream = libretto_stream(demuxer.raw, index) else { continue }
      let coding = stream.pointee.codecpar.pointee
      let isCover = stream.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC != 0
      let isVideo = coding.codec_type == AVMEDIA_TYPE_VIDEO
      hasPictures = hasPictures || isVideo && !isCover
      let kind = av_get_media_type_string(coding.codec_type).map { String(cString: $0) } ?? "data"
      let isAudio = coding.codec_type == AVMEDIA_TYPE_AUDIO
      list.append(
        MediaFacts.Stream(
          kind: isCover ? "cover" : kind, coding: String(cString: avcodec_get_name(coding.codec_id)),
          size: isVideo ? PixelSize(width: Int(coding.width), height: Int(coding.height)) : nil,
          sampleRate: isAudio ? Int(coding.sample_rate) : nil,
          channels: isAudio ? Int(coding.ch_layout.nb_channels) : nil))
    }
    return (list, hasPictures)
  }
}
