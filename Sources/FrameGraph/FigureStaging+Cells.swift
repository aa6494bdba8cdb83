import Primitives
import Timeline

extension FigureStaging {
  private static let tones = 8

  /// One mark a tone: what is at least so loud, over what is softer.
  func spectrogram(over length: Double, _ colors: [Color]) -> [Mark] {
    let columns = max(1, min(120, Int(length * Double(trace.rate))))
    let step = length / Double(columns)
    let last = Int((now / step).rounded(.down))
    let tones = (0...columns).map { column in tonesOfColumn(last - columns + column, step: step) }
    let height = size.height / Double(trace.width)
    // The newest column is only as wide as it is old.
    func x(_ column: Int) -> Double {
      size.width * max(0, min(1, (Double(last - columns + column) * step - now) / length + 1))
    }
    return (1...FigureStaging.tones).compactMap { tone in
      var pen = OutlinePen()
      for band in 0..<trace.width {
        let top = size.height - Double(band + 1) * height
        var start: Int?
        for column in 0...columns + 1 {
          let isLoud = column <= columns && tones[column][band] >= tone
          if isLoud, start == nil { start = column }
          guard !isLoud, let begin = start else { continue }
          let left = x(begin)
          pen.rectangle(Rect(x: left, y: top, width: x(column) - left, height: height))
          start = nil
        }
      }
      guard !pen.steps.isEmpty else { return nil }
      let share = Double(tone - 1) / Double(FigureStaging.tones - 1)
      return .fill(pen.outline, .color(color(share, of: colors)), at: matrix, opacity: 1)
    }
  }

  private func tonesOfColumn(_ column: Int, step: Double) -> [Int] {
    let seconds = (Double(column) + 0.5) * step
    let isInside = seconds >= 0 && seconds * Double(trace.rate) < Double(trace.rowCount) && isHeard
    return (0..<trace.width).map { band in
      isInside
        ? Int(max(0, min(1, trace.value(band, at: seconds))) * Double(FigureStaging.tones) + 0.25) : 0
    }
  }

  private func color(_ share: Double, of colors: [Color]) -> Color {
    let place = share * Double(colors.count - 1)
    let index = min(Int(place), max(0, colors.count - 2))
    guard index + 1 < colors.count else { return colors[0] }
    return Color.mix(colors[index], colors[index + 1], place - Double(index))
  }
}
