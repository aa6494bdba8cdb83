import Primitives
import Timeline

extension FigureStaging {
  /// Peaks as an area around the middle. Its corners stay at the same places of the song while it passes, so
  /// that it slides and doesn't shimmer.
  func waveform(over length: Double) -> Outline {
    let step = length / 240
    let begin = now - length / 2
    let first = (begin / step).rounded(.down) + 1
    let places = [begin] + (0..<240).map { (first + Double($0)) * step } + [begin + length]
    let edge = places.map { place -> (x: Double, reach: Double) in
      (size.width * max(0, min(1, (place - begin) / length)), size.height / 2 * peak(at: place, over: step))
    }
    var pen = OutlinePen()
    let middle = size.height / 2
    pen.line(
      edge.map { Point(x: $0.x, y: middle - $0.reach) }
        + edge.reversed().map { Point(x: $0.x, y: middle + $0.reach) }, isClosed: true)
    return pen.outline
  }

  /// The highest peak around a point of time; a thin line before the song and after it.
  private func peak(at seconds: Double, over length: Double) -> Double {
    let rest = 0.01
    guard seconds >= 0, seconds * Double(trace.rate) < Double(trace.rowCount) else { return rest }
    let (from, to) = (trace.position(of: seconds - length / 2), trace.position(of: seconds + length / 2))
    let rows = Int(from.rounded(.up))...max(Int(from.rounded(.up)), Int(to))
    guard rows.count > 1 else { return max(rest, min(1, trace.value(0, at: seconds))) }
    let step = max(1, rows.count / 50)
    return stride(from: rows.lowerBound, through: rows.upperBound, by: step).reduce(rest) {
      max($0, min(1, trace.value(0, row: $1)))
    }
  }

  /// The sound after the strongest rise through zero in the last fiftieth of a second; a flat line in silence.
  func oscilloscope(over length: Double) -> Outline {
    var pen = OutlinePen()
    let middle = size.height / 2
    guard isHeard, now >= 0, now * Double(trace.rate) < Double(trace.rowCount) else {
      pen.line([Point(x: 0, y: middle), Point(x: size.width, y: middle)])
      return pen.outline
    }
    let rows = length * Double(trace.rate)
    let start = crossing(before: Int(trace.position(of: now))) - rows / 2
    let count = Int(max(16, min(240, rows)))
    pen.line(
      (0...count).map { index in
        let place = start + rows * Double(index) / Double(count)
        let row = place.rounded(.down)
        let (value, next) = (trace.value(0, row: Int(row)), trace.value(0, row: Int(row) + 1))
        let height = max(-1, min(1, value + (next - value) * (place - row)))
        return Point(x: size.width * Double(index) / Double(count), y: middle - middle * height)
      })
    return pen.outline
  }

  /// Where samples rise through zero, as a row with its part; of several places the one before the highest.
  private func crossing(before row: Int) -> Double {
    var (best, top) = (Double(row), 0.0)
    for start in stride(from: row, to: row - trace.rate / 50, by: -1) where start > 0 {
      let (before, after) = (trace.value(0, row: start - 1), trace.value(0, row: start))
      guard before <= 0, after > 0 else { continue }
      let crest = (0..<max(2, trace.rate / 400)).reduce(0) { max($0, trace.value(0, row: start + $1)) }
      // What is higher by less than this is the same wave's next round.
      guard crest > top * 1.02 else { continue }
      (best, top) = (Double(start - 1) + before / (before - after), crest)
    }
    return best
  }
}
