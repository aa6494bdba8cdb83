internal import CEngine

/// What it takes in memory to decode a film.
struct DecoderWeight: Sendable {
  /// One frame as it was decoded.
  let frame: Int
  /// All that a decoder holds: the frames it looks back at, those that wait for their turn, and their notes.
  let decoder: Int

  /// Of a decoder that has given a frame.
  init(_ codec: AVCodecContext, _ raw: AVFrame) {
    frame = max(1, Int(av_image_get_buffer_size(AVPixelFormat(raw.format), raw.width, raw.height, 32)))
    let waiting = Int(max(0, codec.has_b_frames))
    let frames: Int =
      switch codec.codec_id {
      case AV_CODEC_ID_H264: max(1, Int(codec.refs)) + waiting + 3
      case AV_CODEC_ID_HEVC: 9 + waiting
      case AV_CODEC_ID_VP8: 6
      case AV_CODEC_ID_VP9, AV_CODEC_ID_AV1: 12
      default: 4 + waiting
      }
    // Motion is noted for every few pixels, and frames have a margin.
    decoder = frame * frames / 5 * 7
  }
}
