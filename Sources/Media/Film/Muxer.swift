internal import CEngine
internal import Primitives

/// An MP4 being written: the owner of an `AVFormatContext` and its file.
struct Muxer: ~Copyable {
  let raw: UnsafeMutablePointer<AVFormatContext>

  private init(adopting raw: UnsafeMutablePointer<AVFormatContext>) { self.raw = raw }

  /// `avformat_alloc_output_context2` and `avio_open2`. Writing fails once an interruption was requested.
  static func open(_ path: String, named name: String) throws(Problem) -> Muxer {
    var raw: UnsafeMutablePointer<AVFormatContext>?
    Libav.begin()
    try check(
      avformat_alloc_output_context2(&raw, nil, "mp4", "file:" + path), .unavailable,
      "libavformat can't write MP4")
    guard let raw else { throw Libav.noMemory }
    let muxer = Muxer(adopting: raw)
    // No version and no clock in the file.
    raw.pointee.flags |= AVFMT_FLAG_BITEXACT
    var stop = AVIOInterruptCB(callback: libretto_stop_wanted, opaque: nil)
    let code = avio_open2(&raw.pointee.pb, "file:" + path, AVIO_FLAG_WRITE, &stop, nil)
    guard code >= 0 else { throw .unwritable(name, libretto_errno(code)) }
    return muxer
  }

  /// `avformat_new_stream`.
  borrowing func addStream() throws(Problem) -> UnsafeMutablePointer<AVStream> {
    guard let stream = avformat_new_stream(raw, nil) else { throw Libav.noMemory }
    return stream
  }

  /// What the file itself says went wrong, also where no call said so.
  var fileError: Int32 { raw.pointee.pb == nil ? 0 : raw.pointee.pb.pointee.error }

  /// Closes the file; it may be the first to know that the disk is full. `avio_closep`.
  borrowing func closeFile() -> Int32 { avio_closep(&raw.pointee.pb) }

  deinit {
    avio_closep(&raw.pointee.pb)
    avformat_free_context(raw)
  }
}
