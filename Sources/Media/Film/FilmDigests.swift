internal import CEngine
package import Primitives

/// SHA-256 of what a film is made of, in hexadecimal digits.
///
/// A frame's digest is that of its compressed bytes. It is the same in any file they are copied to, and
/// another one once they were encoded again.
package struct FilmDigests: Hashable, Sendable {
  /// Of the whole file.
  package var file: String
  /// Of what decoders must know beforehand.
  package var header: String
  /// In the order in which they are shown.
  package var frames: [String]
  /// Of all sound together; nil without sound.
  package var sound: String?

  package init(file: String, header: String, frames: [String], sound: String?) {
    self.file = file
    self.header = header
    self.frames = frames
    self.sound = sound
  }

  /// Reads a film without decoding it.
  package static func reading(_ path: String) throws(Problem) -> FilmDigests {
    let demuxer = try Demuxer.open(path)
    guard let video = demuxer.first(AVMEDIA_TYPE_VIDEO),
      let parameters = demuxer.raw.pointee.streams[video]?.pointee.codecpar.pointee
    else { throw Problem(.badInput, "there are no pictures in \(path)") }
    let audio = demuxer.first(AVMEDIA_TYPE_AUDIO)
    var frames: [(time: Int64, digest: String)] = []
    var sound = try SHA256()
    let packet = try Packet.empty()
    while demuxer.read(packet) == .ready {
      try Interruption.check()
      switch Int(packet.raw.pointee.stream_index) {
      case video: frames.append((packet.raw.pointee.pts, SHA256.words(try SHA256.digest(of: packet.bytes))))
      case audio: sound.write(packet.bytes)
      default: break
      }
      packet.clear()
    }
    frames.sort { $0.time < $1.time }
    let header = Array(
      UnsafeBufferPointer(start: parameters.extradata, count: Int(max(0, parameters.extradata_size))))
    return FilmDigests(
      file: try SHA256.words(ofFile: path), header: SHA256.words(try SHA256.digest(of: header)),
      frames: frames.map(\.digest), sound: audio == nil ? nil : SHA256.words(sound.finish()))
  }
}
