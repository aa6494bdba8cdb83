package import Primitives

/// Which frame of a clip is seen when, by its element's own clock. Nothing is left to ask of its file.
package struct ClipPlayback: Sendable {
  package var course: ClipCourse
  /// What of the clip plays, from its first frame on; not empty.
  package var part: Range<Time>
  package var isReversed = false
  package var loop = Loop.once
  package var conform = FrameConform.nearest

  package init(_ course: ClipCourse, part: Range<Time>) {
    self.course = course
    self.part = part
  }

  /// What comes after the end of the part; nil is for ever. Whatever ends, holds its last frame.
  package enum Loop: Hashable, Sendable {
    case again(times: Int?)
    /// To the end and back.
    case thereAndBack(times: Int?)

    package static let once = again(times: 1)

    /// How often the part is passed, one way or the other.
    package var passes: Int? {
      switch self {
      case .again(let times): times
      case .thereAndBack(let times): times.map { $0.multipliedReportingOverflow(by: 2).partialValue }
      }
    }
  }

  /// What is seen in a frame of the film that begins at a time and lasts so long.
  package func moment(at time: Time, lasting length: Time, of index: ClipIndex) -> ClipMoment {
    let start = course.played(at: time)
    let way = course.played(at: time + Time(ticks: length.ticks / 2)) - start
    switch conform {
    case .nearest:
      return ClipMoment(frame(at: place(start + nearest(way, index), goesBack: way < .zero), index))
    case .blend: return blended(place(start, goesBack: way < .zero), index)
    }
  }

  /// How far past the time asked for a frame may begin and still be the one that is meant: half a frame of
  /// the film or of the clip, whichever is shorter, the way it plays.
  private func nearest(_ way: Time, _ index: ClipIndex) -> Time {
    let half = index.length.ticks / Int64(index.count) / 2
    // What stands still was said by hand, as a rounded number.
    if way == .zero { return Time(ticks: min(half, Time.ticksPerSecond / 2000)) }
    return Time(ticks: max(-half, min(half, way.ticks)))
  }

  /// A time of the clip, and whether it is passed backwards.
  private struct Place {
    var time: Time
    var goesBack: Bool
  }

  private func place(_ played: Time, goesBack: Bool) -> Place {
    if case .seconds = course { return Place(time: played, goesBack: goesBack) }
    let length = part.upperBound - part.lowerBound
    let pass = loop.pass(max(0, played.ticks) / length.ticks)
    let rest = pass.isOver ? length : Time(ticks: max(0, played.ticks) % length.ticks)
    let goesBack = isReversed != pass.goesBack
    return Place(time: goesBack ? part.upperBound - rest : part.lowerBound + rest, goesBack: goesBack)
  }

  private func frame(at place: Place, _ index: ClipIndex) -> FrameIndex {
    let frame = index.frame(at: place.goesBack ? place.time - Time(ticks: 1) : place.time)
    return min(last(index), max(index.frame(at: part.lowerBound), frame))
  }

  private func blended(_ place: Place, _ index: ClipIndex) -> ClipMoment {
    let frame = frame(at: place, index)
    let (begin, length) = (index.starts[frame.value], index.length(of: frame))
    let gone = place.goesBack ? begin + length - place.time : place.time - begin
    // Finer steps than screens have shades would only make equal pictures different ones.
    let share = (max(0, min(1, gone / length)) * 256).rounded() / 256
    let next = frame.advanced(by: place.goesBack ? -1 : 1)
    guard share > 0, next >= index.frame(at: part.lowerBound), next <= last(index) else {
      return ClipMoment(frame)
    }
    return share < 1 ? ClipMoment(frame, next: next, share: share) : ClipMoment(next)
  }

  /// The last frame that begins within the part.
  private func last(_ index: ClipIndex) -> FrameIndex { index.frame(at: part.upperBound - Time(ticks: 1)) }
}

extension ClipPlayback {
  /// How it plays, in a few words.
  func words(of index: ClipIndex, _ detail: DumpDetail) -> [String] {
    var words: [String] = []
    if part.lowerBound > .zero || part.upperBound < index.length {
      words.append("from \(part.lowerBound) to \(part.upperBound)")
    }
    if let pace = course.words(detail) { words.append(pace) }
    if isReversed { words.append("reversed") }
    if let loop = loop.words { words.append(loop) }
    if conform == .blend { words.append("blend") }
    return words
  }
}

extension ClipPlayback.Loop {
  /// Nil for what plays once.
  package var words: String? {
    func count(_ times: Int?) -> String { times.map { " \($0)" } ?? "" }
    return switch self {
    case .again(let times): times == 1 ? nil : "repeat" + count(times)
    case .thereAndBack(let times): "boomerang" + count(times)
    }
  }
}

extension ClipCourse {
  /// Nil for what plays as it is.
  func words(_ detail: DumpDetail) -> String? {
    switch self {
    case .steady(let speed): speed == 1 ? nil : "speed \(speed.brief)"
    case .ramp(let step, let played):
      "changing speed" + (detail == .whole ? " \(Fingerprint(ofTimes: [step] + played).short)" : "")
    case .seconds(.constant(let second)): "frozen at \(second.brief)"
    case .seconds(let curve): "timed" + (detail == .whole ? " \(curve.words(detail))" : "")
    }
  }
}
