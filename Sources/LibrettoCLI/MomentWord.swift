import Primitives

/// A time on the command line: `12.5`, `1:02.5`, `1:00:02.5` or `frame:90`.
enum MomentWord {
  case time(Time)
  case frame(FrameIndex)

  init(_ text: String, of flag: Flag) throws(Problem) {
    if text.hasPrefix("frame:"), let number = Int(text.dropFirst(6)), number >= 0 {
      self = .frame(FrameIndex(number))
      return
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    var seconds = 0.0
    for (index, part) in parts.enumerated() {
      guard let part, part.isFinite, part >= 0, index == 0 || part < 60, parts.count <= 3,
        index == parts.count - 1 || part == part.rounded()
      else {
        throw Problem(
          .usage, "--\(flag.rawValue) \(text) is no time", hints: "write 12.5, 1:02.5 or frame:90")
      }
      seconds = seconds * 60 + part
    }
    self = .time(Time(seconds: seconds))
  }

  /// The frame that is on screen then, in a film of so many.
  func frame(of count: Int, rate: FrameRate) throws(Problem) -> FrameIndex {
    let frame: FrameIndex
    switch self {
    case .time(let time): frame = rate.frame(at: time)
    case .frame(let index): frame = index
    }
    guard frame.value < count else {
      throw Problem(
        .usage, "the film is over by then",
        hints: "its last frame is frame:\(count - 1), at \(rate.start(of: FrameIndex(count - 1))) s")
    }
    return frame
  }
}
