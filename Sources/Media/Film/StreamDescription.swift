internal import CEngine
internal import Primitives

extension AVCodecParameters {
  /// What a film's index says of its pictures, beside what H.264's own header says.
  mutating func describeFilm(_ size: PixelSize, delay: Int) {
    codec_type = AVMEDIA_TYPE_VIDEO
    codec_id = AV_CODEC_ID_H264
    format = AV_PIX_FMT_YUV420P.rawValue
    (width, height) = (Int32(clamping: size.width), Int32(clamping: size.height))
    sample_aspect_ratio = AVRational(num: 1, den: 1)
    field_order = AV_FIELD_PROGRESSIVE
    color_primaries = AVCOL_PRI_BT709
    color_trc = AVCOL_TRC_BT709
    color_space = AVCOL_SPC_BT709
    color_range = AVCOL_RANGE_MPEG
    chroma_location = AVCHROMA_LOC_LEFT
    video_delay = Int32(clamping: delay)
  }

  /// What it says of its sound.
  mutating func describeSound(_ sound: EncodedSound) {
    codec_type = AVMEDIA_TYPE_AUDIO
    codec_id = AV_CODEC_ID_AAC
    profile = FF_PROFILE_AAC_LOW
    format = AV_SAMPLE_FMT_FLTP.rawValue
    sample_rate = Int32(clamping: sound.sampleRate)
    av_channel_layout_default(&ch_layout, Int32(clamping: sound.channels))
    frame_size = 1024
    initial_padding = Int32(clamping: sound.priming)
    bit_rate = Int64(sound.bitrate)
  }

  /// The codec's own header, in memory of libav's that ends with padding.
  mutating func setHeader(_ bytes: [UInt8]) throws(Problem) {
    guard let memory = av_mallocz(bytes.count + Int(AV_INPUT_BUFFER_PADDING_SIZE)) else {
      throw Libav.noMemory
    }
    memory.copyMemory(from: bytes, byteCount: bytes.count)
    extradata = memory.assumingMemoryBound(to: UInt8.self)
    extradata_size = Int32(clamping: bytes.count)
  }
}
