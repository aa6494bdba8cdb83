internal import CEngine
internal import Primitives

/// Where the frames of a film are in its file: made by reading all packets once, without decoding.
struct PacketIndex {
  /// A packet, in the order of decoding.
  struct Entry {
    var time: Int64
    var decodeTime: Int64
    var position: Int64
    var isKey: Bool
  }

  /// In the order of decoding, from the first one with which decoding can begin.
  private(set) var packets: [Entry] = []
  /// When frames are shown, in ticks of the stream, ascending and each once. If packets don't say, frames
  /// are counted, and can only be found by decoding from the beginning.
  private(set) var times: [Int64] = []
  /// Whether packets say when they are shown.
  private(set) var isTimed = true
  private(set) var lastLength: Int64 = 0
  /// Of each frame, where decoding must begin for it, by its number among the packets.
  private var starts: [Int32] = []

  /// Reads a file to its end. Damage that a film can't be shown with is an error.
  init(reading demuxer: borrowing Demuxer, _ stream: UnsafeMutablePointer<AVStream>, of path: String)
    throws(Problem)
  {
    let packet = try Packet.empty()
    var shown: [(time: Int64, length: Int64)] = []
    var damage = false
    reading: while true {
      try Interruption.check()
      packet.clear()
      switch demuxer.read(packet) {
      case .ready:
        let raw = packet.raw.pointee
        guard raw.stream_index == stream.pointee.index else { continue }
        if raw.flags & AV_PKT_FLAG_CORRUPT != 0 { damage = true }
        try note(raw, stream, &shown, path)
      case .hungry: continue
      case .finished: break reading
      case .failed:
        damage = true
        break reading
      }
    }
    guard !packets.isEmpty else { throw Problem(.badInput, "there are no frames in \(path)") }
    if damage, demuxer.formatName.hasPrefix("mov") { throw PacketIndex.cutShort(path) }
    settle(&shown, isReordered: stream.pointee.codecpar.pointee.video_delay > 0)
    if isTimed { starts = keysBeforeFrames() }
    try checkLength(demuxer, stream, path)
  }

  private mutating func note(
    _ raw: AVPacket, _ stream: UnsafeMutablePointer<AVStream>,
    _ shown: inout [(time: Int64, length: Int64)],
    _ path: String
  ) throws(Problem) {
    // A parameter change or a hidden frame alone shows nothing.
    guard raw.size > 0, !PacketIndex.isHidden(raw, stream) else { return }
    let isKey = raw.flags & AV_PKT_FLAG_KEY != 0
    let time = raw.pts == libretto_no_time ? raw.dts : raw.pts
    if raw.pts == libretto_no_time { untimed += 1 }
    packets.append(Entry(time: time, decodeTime: raw.dts, position: raw.pos, isKey: isKey))
    if raw.flags & AV_PKT_FLAG_DISCARD == 0 { shown.append((time, raw.duration)) }
    guard packets.count <= MediaLimit.clipFrames.value else {
      throw Problem(
        .badInput, "\(path) has more than \(MediaLimit.clipFrames.value) frames",
        hints: "libretto limits says how to allow more")
    }
  }

  private var untimed = 0

  /// Puts frames in the order they are shown in.
  private mutating func settle(_ shown: inout [(time: Int64, length: Int64)], isReordered: Bool) {
    // Files without times of showing give those of decoding, which are the same if nothing is reordered.
    isTimed = untimed == 0 || !isReordered && shown.allSatisfy { $0.time != libretto_no_time }
    guard isTimed, !shown.isEmpty else {
      isTimed = false
      times = (0..<packets.count).map { Int64($0) }
      return
    }
    if let first = packets.first(where: \.isKey), shown.contains(where: { $0.time < first.time }) {
      shown.removeAll { $0.time < first.time }
    }
    shown.sort { $0.time < $1.time }
    for entry in shown where entry.time != times.last {
      times.append(entry.time)
      lastLength = entry.length
    }
  }

  /// VP8's frames that are only referred to have a bit that says so.
  private static func isHidden(_ packet: AVPacket, _ stream: UnsafeMutablePointer<AVStream>) -> Bool {
    stream.pointee.codecpar.pointee.codec_id == AV_CODEC_ID_VP8 && packet.data[0] & 0x10 == 0
  }

  /// A film much shorter than its header says was cut.
  private func checkLength(
    _ demuxer: borrowing Demuxer, _ stream: UnsafeMutablePointer<AVStream>, _ path: String
  ) throws(Problem) {
    let promised = stream.pointee.duration
    let isReliable = demuxer.formatName.hasPrefix("mov") || demuxer.formatName == "avi"
    guard isReliable, isTimed, promised > 0, let first = times.first, let last = times.last else { return }
    let unit = av_q2d(stream.pointee.time_base)
    let missing = Double(promised - (last - first + max(lastLength, 1))) * unit
    // A last frame may be held for long: only many frames too few mean a cut.
    let count = stream.pointee.nb_frames
    guard missing > 1, missing > Double(promised) * unit / 20, count == 0 || count > packets.count + 2
    else {
      return
    }
    throw PacketIndex.cutShort(path)
  }

  static func cutShort(_ path: String) -> Problem {
    Problem(
      .badInput, "\(path) is cut short: some of its frames are missing", hints: "copy or export it again")
  }

  /// The number of the frame shown at exactly this time; nil if none is.
  func frame(shownAt time: Int64) -> Int? {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low < times.count && times[low] == time ? low : nil
  }

  /// Where decoding must begin for a frame: the last key that is shown no later, by its number among the
  /// packets. Frames that come before a key but are decoded after it may need the one before.
  func start(for frame: Int) -> Int { starts.isEmpty ? 0 : Int(starts[frame]) }

  /// The frame with which decoding begins for another one.
  func keyFrame(before frame: Int) -> Int {
    isTimed ? self.frame(shownAt: packets[start(for: frame)].time) ?? 0 : 0
  }

  private func keysBeforeFrames() -> [Int32] {
    let keys = packets.indices.filter { packets[$0].isKey }.sorted {
      (packets[$0].time, $0) < (packets[$1].time, $1)
    }
    var (passed, last) = (0, 0)
    return times.map { time in
      while passed < keys.count, packets[keys[passed]].time <= time {
        last = max(last, keys[passed])
        passed += 1
      }
      return Int32(clamping: last)
    }
  }

  /// The number of a packet that was just read; nil if it isn't known.
  func number(of packet: AVPacket) -> Int? {
    let time = packet.pts == libretto_no_time ? packet.dts : packet.pts
    return packets.firstIndex {
      $0.time == time && $0.decodeTime == packet.dts && $0.position == packet.pos
    }
  }
}
