package import Primitives

/// Which frame of a clip is seen when, by its element's own clock. Nothing is left to ask of its file.
package struct ClipPlayback: Sendable {
  package var warp: TimeWarp
  package var conform = FrameConform.nearest

  package init(_ warp: TimeWarp) { self.warp = warp }

  /// What is seen in a frame of the film that begins at a time and lasts so long.
  package func moment(at time: Time, lasting length: Time, of index: ClipIndex) -> ClipMoment {
    let start = warp.pace.played(at: time)
    let way = warp.pace.played(at: time + Time(ticks: length.ticks / 2)) - start
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
    if case .seconds = warp.pace { return Place(time: played, goesBack: goesBack) }
    let round = warp.round(at: played)
    let rest = round.isOver ? warp.length : max(.zero, played) - round.begin
    return Place(
      time: round.goesBack ? warp.part.upperBound - rest : warp.part.lowerBound + rest,
      goesBack: round.goesBack)
  }

  private func frame(at place: Place, _ index: ClipIndex) -> FrameIndex {
    let frame = index.frame(at: place.goesBack ? place.time - Time(ticks: 1) : place.time)
    return min(last(index), max(index.frame(at: warp.part.lowerBound), frame))
  }

  private func blended(_ place: Place, _ index: ClipIndex) -> ClipMoment {
    let frame = frame(at: place, index)
    let (begin, length) = (index.starts[frame.value], index.length(of: frame))
    let gone = place.goesBack ? begin + length - place.time : place.time - begin
    // Finer steps than screens have shades would only make equal pictures different ones.
    let share = (max(0, min(1, gone / length)) * 256).rounded() / 256
    let next = frame.advanced(by: place.goesBack ? -1 : 1)
    guard share > 0, next >= index.frame(at: warp.part.lowerBound), next <= last(index) else {
      return ClipMoment(frame)
    }
    return share < 1 ? ClipMoment(frame, next: next, share: share) : ClipMoment(next)
  }

  /// The last frame that begins within the part.
  private func last(_ index: ClipIndex) -> FrameIndex {
    index.frame(at: warp.part.upperBound - Time(ticks: 1))
  }
}

extension ClipPlayback {
  /// How it plays, in a few words.
  func words(of index: ClipIndex, _ detail: DumpDetail) -> [String] {
    let part = warp.part
    let isWhole = part.lowerBound <= .zero && part.upperBound >= index.length
    let trim = isWhole ? [] : ["from \(part.lowerBound) to \(part.upperBound)"]
    return trim + warp.words(detail) + (conform == .blend ? ["blend"] : [])
  }
}
