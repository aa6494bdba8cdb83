internal import CEngine
internal import Primitives

/// A media file open for reading: the owner of an `AVFormatContext`.
struct Demuxer: ~Copyable {
  let raw: UnsafeMutablePointer<AVFormatContext>

  private init(adopting raw: UnsafeMutablePointer<AVFormatContext>) { self.raw = raw }

  /// Kinds of files that hold nothing but their own sound and pictures. libavformat goes by content,
  /// and would follow a playlist called .mp3 to other files or the network.
  private static let formats =
    "wav,w64,aiff,au,caf,flac,ogg,mp3,aac,mov,matroska,asf,wv,tta,ape,amr,ac3,eac3,dts,"
    + "avi,flv,mpegts,mpeg,mpegvideo,m4v,h264,hevc,ivf,obu,dv,mxf,gif,apng,nut,rm,yuv4mpegpipe"

  /// Opens a local file and finds out what is in it. `avformat_open_input`, `avformat_find_stream_info`.
  static func open(_ path: String) throws(Problem) -> Demuxer {
    guard try InputFile.open(path).byteCount > 0 else {
      throw Problem(.badInput, "can't read \(path): it is an empty file")
    }
    Libav.begin()
    var options: OpaquePointer?
    defer { av_dict_free(&options) }
    av_dict_set(&options, "protocol_whitelist", "file", 0)
    av_dict_set(&options, "format_whitelist", formats, 0)
    av_dict_set(&options, "max_streams", "64", 0)
    var raw: UnsafeMutablePointer<AVFormatContext>?
    let code = avformat_open_input(&raw, "file:" + path, nil, &options)
    guard code >= 0, let raw else { throw cannotRead(path, code) }
    let demuxer = Demuxer(adopting: raw)
    let found = avformat_find_stream_info(raw, nil)
    guard found >= 0 else { throw cannotRead(path, found) }
    return demuxer
  }

  private static func cannotRead(_ path: String, _ code: Int32) -> Problem {
    let reason = Libav.reason(code)
    // Without a word about what is wrong in it, it is nothing that libavformat knows.
    let isForeign = Libav.firstError == nil && (libretto_is_damage(code) || libretto_is_end(code))
    if isForeign || reason.contains("whitelist") {
      return Problem(.badInput, "can't read \(path): it is not a sound or film file that can be read")
    }
    // The demuxer of MP3 looks for a second frame where the first one ends, and only says where it looked.
    if reason.hasPrefix("failed to read frame size") {
      return Problem(
        .badInput, "there is no sound in \(path)",
        hints: "as an MP3 it has no two frames that follow one another: copy or export it again")
    }
    return Problem(.badInput, "can't read \(path): \(reason)")
  }

  /// What it holds, for those who looked for something else.
  var contents: String {
    let names = (0..<Int(raw.pointee.nb_streams)).compactMap { index in
      raw.pointee.streams[index].map {
        String(cString: avcodec_get_name($0.pointee.codecpar.pointee.codec_id))
      }
    }
    return "it holds \(names.isEmpty ? "nothing" : names.joined(separator: ", "))"
  }

  /// The demuxer's name: `mp3`, `mov,mp4,m4a,3gp,3g2,mj2` …
  var formatName: String { raw.pointee.iformat.map { String(cString: $0.pointee.name) } ?? "" }

  /// The best stream of a kind; all others are skipped from now on. `av_find_best_stream`.
  borrowing func select(_ kind: AVMediaType) -> UnsafeMutablePointer<AVStream>? {
    let number = av_find_best_stream(raw, kind, -1, -1, nil, 0)
    guard number >= 0 else { return nil }
    for index in 0..<Int(raw.pointee.nb_streams) where index != number {
      raw.pointee.streams[index]?.pointee.discard = AVDISCARD_ALL
    }
    return raw.pointee.streams[Int(number)]
  }

  /// The number of the first stream of a kind.
  borrowing func first(_ kind: AVMediaType) -> Int? {
    (0..<Int(raw.pointee.nb_streams)).first {
      raw.pointee.streams[$0]?.pointee.codecpar.pointee.codec_type == kind
    }
  }

  /// The next packet of any stream that isn't skipped. `av_read_frame`.
  borrowing func read(_ packet: borrowing Packet) -> Codec.Answer {
    Codec.Answer(av_read_frame(raw, packet.raw))
  }

  deinit {
    var raw: UnsafeMutablePointer<AVFormatContext>? = raw
    avformat_close_input(&raw)
  }
}
