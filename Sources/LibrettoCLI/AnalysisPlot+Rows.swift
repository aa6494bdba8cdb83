import FrameGraph
import Hearing
import Media
import Primitives
import Production
import Raster

extension AnalysisPlot {
  func heading() throws(Problem) -> [Mark] {
    let rhythm = analysis.rhythm
    var facts = ["\(analysis.length) s"]
    if rhythm.isTrustworthy {
      facts.append("\(rhythm.tempo.tenths) bpm\(rhythm.isSteady ? ", steady" : "")")
      facts.append("\(rhythm.metre)")
      facts.append("beats \(percent(rhythm.beatConfidence)), bars \(percent(rhythm.downbeatConfidence))")
    } else {
      facts.append("no rhythm to be trusted (\(percent(rhythm.beatConfidence)))")
    }
    if let key = analysis.key { facts.append("\(key)") }
    if let loudness = analysis.loudness.integrated { facts.append("\(loudness.tenths) LUFS") }
    if let peak = analysis.loudness.truePeak { facts.append("peak \(peak.tenths) dBTP") }
    let name = title.count > 60 ? String(title.prefix(59)) + "…" : title
    return try text(name, left, 36, size: 24, weight: 700)
      + text(facts.joined(separator: "   ·   "), right, 38, size: 15, AnalysisPlot.dim, hang: .end)
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func color(of section: Section) -> Color {
    let code = section.letter.utf8.first.map { Int($0) - 65 } ?? 0
    let count = AnalysisPlot.palette.count
    return .hex(AnalysisPlot.palette[(code % count + count) % count])
  }

  func sectionMarks() throws(Problem) -> [Mark] {
    var marks: [Mark] = []
    for section in analysis.sections where section.end > section.start {
      let (from, to) = (x(section.start), x(section.end))
      let color = color(of: section)
      marks.append(box(from + 1, sections.lowerBound, max(from + 2, to - 1), sections.upperBound, color))
      marks.append(box(from, wave.lowerBound, to, wave.upperBound, color.opacity(0.10)))
      marks.append(box(from, curves.lowerBound, to, curves.upperBound, color.opacity(0.06)))
      let middle = (from + to) / 2
      let place = (sections.lowerBound + sections.upperBound) / 2
      let ink = AnalysisPlot.back
      let full = try text(
        section.label, middle, place, size: 16, ink, weight: 700, hang: .middle, within: to - from - 6)
      marks +=
        full.isEmpty
        ? try text(
          section.letter, middle, place, size: 14, ink, weight: 700, hang: .middle, within: to - from - 2)
        : full
    }
    return marks
  }

  func silenceMarks() -> [Mark] {
    analysis.silences.map {
      box(
        x($0.lowerBound), wave.lowerBound, x($0.upperBound), curves.upperBound,
        AnalysisPlot.faint.opacity(0.7))
    }
  }

  func waveMarks() throws(Problem) -> [Mark] {
    let middle = (wave.lowerBound + wave.upperBound) / 2
    let half = (wave.upperBound - wave.lowerBound) / 2 - 4
    let peaks = analysis.peaks
    let columns = Int(right - left)
    var top: [(Double, Double)] = []
    var bottom: [(Double, Double)] = []
    for column in 0..<columns where !peaks.isEmpty {
      let from = column * peaks.count / columns
      let to = max(from + 1, min(peaks.count, (column + 1) * peaks.count / columns))
      let height = Double(peaks[from..<to].max() ?? 0) / 255 * half + 0.5
      top.append((left + Double(column), middle - height))
      bottom.append((left + Double(column), middle + height))
    }
    return try [
      line([(left, middle), (right, middle)], AnalysisPlot.faint),
      polygon(top + bottom.reversed(), .hex(0x6E9BD0)),
    ]
      + text("wave", left - 12, middle, size: 13, AnalysisPlot.dim, hang: .end)
  }

  /// Thin lines at bars, as many as can be told apart.
  func barLines() -> [Mark] {
    let bars = thinned(analysis.rhythm.downbeatTimes, apart: 6)
    guard analysis.rhythm.isTrustworthy, !bars.isEmpty else { return [] }
    return [
      strokes(bars.map { x($0.time) }, wave.lowerBound, wave.upperBound, Color.gray(1).opacity(0.22)),
      strokes(bars.map { x($0.time) }, curves.lowerBound, curves.upperBound, Color.gray(1).opacity(0.10)),
    ]
  }

  /// Every one, or every second, fourth and so on, so that they stand apart.
  private func thinned(_ times: [Double], apart pixels: Double) -> [(index: Int, time: Double)] {
    guard times.count > 1, let first = times.first, let last = times.last else { return [] }
    let distance = (x(last) - x(first)) / Double(times.count - 1)
    var step = 1
    while distance * Double(step) < pixels, step < 4096 { step *= 2 }
    return stride(from: 0, to: times.count, by: step).map { ($0, times[$0]) }
  }

  func curveMarks() throws(Problem) -> [Mark] {
    let energy = analysis.energy
    let height = curves.upperBound - curves.lowerBound - 6
    func points(_ curve: [Double]) -> [(Double, Double)] {
      let step = max(1, curve.count / 1500)
      return stride(from: 0, to: curve.count, by: step).map { start in
        let part = curve[start..<min(curve.count, start + step)]
        let value = part.reduce(0, +) / Double(part.count)
        return (
          x((Double(start) + Double(part.count) / 2) / Double(Energy.rate)),
          curves.upperBound - value * height
        )
      }
    }
    let all = points(energy.all)
    var marks: [Mark] = []
    if let first = all.first, let last = all.last {
      let area = [(first.0, curves.upperBound)] + all + [(last.0, curves.upperBound)]
      marks.append(polygon(area, Color.gray(1).opacity(0.13)))
      marks.append(line(all, Color.gray(1).opacity(0.8), width: 1.6))
    }
    for band in Band.allCases {
      marks.append(
        line(points(energy[band]), (AnalysisPlot.bandColors[band] ?? .white).opacity(0.85), width: 1.1))
    }
    marks.append(line([(left, curves.upperBound), (right, curves.upperBound)], AnalysisPlot.faint))
    marks += try text("energy", left - 12, curves.lowerBound + 16, size: 13, hang: .end)
    for (index, band) in Band.allCases.enumerated() {
      let color = AnalysisPlot.bandColors[band] ?? .white
      marks += try text(
        band.rawValue, left - 12, curves.lowerBound + 40 + 22 * Double(index), size: 13, color, hang: .end)
    }
    return marks
  }

  func beatMarks() throws(Problem) -> [Mark] {
    let rhythm = analysis.rhythm
    var marks: [Mark] = []
    let low = beats.upperBound
    let onsets = thinned(analysis.onsets.map(\.time), apart: 1.5)
    marks.append(strokes(onsets.map { x($0.time) }, low - 8, low, AnalysisPlot.dim.opacity(0.7)))
    let opacity = rhythm.isTrustworthy ? 1.0 : 0.3
    let shown = thinned(rhythm.beats, apart: 3)
    if shown.count == rhythm.beats.count {
      marks.append(
        strokes(shown.map { x($0.time) }, low - 30, low - 12, AnalysisPlot.words.opacity(0.7 * opacity)))
    }
    let bars = thinned(rhythm.downbeatTimes, apart: 3)
    marks.append(
      strokes(
        bars.map { x($0.time) }, beats.lowerBound + 14, low - 12, Color.hex(0xF58518).opacity(opacity),
        width: 1.6))
    for bar in thinned(rhythm.downbeatTimes, apart: 34) {
      marks += try text(
        "\(bar.index + 1)", x(bar.time) + 3, beats.lowerBound + 8, size: 11, AnalysisPlot.dim)
    }
    return try marks + text("bars", left - 12, beats.lowerBound + 18, size: 13, .hex(0xF58518), hang: .end)
      + text("beats", left - 12, low - 20, size: 13, AnalysisPlot.words, hang: .end)
      + text("onsets", left - 12, low - 3, size: 13, AnalysisPlot.dim, hang: .end)
  }

  /// The tempo at each beat, with a scale that fits it.
  func tempoMarks() throws(Problem) -> [Mark] {
    let rhythm = analysis.rhythm
    guard rhythm.beats.count > 8 else {
      return try text("no tempo", left + 8, tempo.lowerBound + 20, size: 13, AnalysisPlot.dim)
    }
    let tempi = rhythm.tempi
    let (least, most) = (tempi.min() ?? 0, tempi.max() ?? 1)
    let middle = (least + most) / 2
    let reach = max(4, (most - least) / 2 * 1.1)
    func y(_ value: Double) -> Double {
      let share = (value - middle + reach) / (2 * reach)
      return tempo.upperBound - share * (tempo.upperBound - tempo.lowerBound)
    }
    var marks: [Mark] = []
    for value in [middle - reach * 0.8, middle, middle + reach * 0.8] {
      marks.append(line([(left, y(value)), (right, y(value))], AnalysisPlot.faint))
      marks += try text(
        "\(Int(value.rounded()))", left - 12, y(value), size: 12, AnalysisPlot.dim, hang: .end)
    }
    let points = zip(rhythm.beats, tempi).map { (x($0), y($1)) }
    marks.append(line(points, .hex(0x54A24B), width: 1.8))
    return try marks + text("bpm", right, tempo.lowerBound - 8, size: 12, AnalysisPlot.dim, hang: .end)
  }

  func momentMarks() throws(Problem) -> [Mark] {
    var marks: [Mark] = []
    var taken: [Double] = [-.infinity, -.infinity]
    for moment in analysis.moments {
      let place = x(moment.time)
      let color: Color =
        moment.kind == .build ? .hex(0xEECA3B) : moment.kind == .hit ? .hex(0x72B7B2) : .hex(0xFF5C8A)
      marks.append(
        line([(place, wave.lowerBound), (place, curves.upperBound)], color.opacity(0.75), width: 1.4))
      let name = moment.kind == .firstChorus ? "first chorus" : moment.kind.rawValue
      // On the first of two lines that has room.
      guard let row = taken.indices.first(where: { taken[$0] < place - 4 }) else { continue }
      let y = moments.lowerBound + 11 + 22 * Double(row)
      let isNearEnd = place > right - 90
      let words = try text(
        name, isNearEnd ? place - 6 : place + 6, y, size: 14, color, weight: 700,
        hang: isNearEnd ? .end : .start)
      marks.append(polygon([(place - 4, y - 6), (place + 4, y - 6), (place, y + 5)], color))
      marks += words
      taken[row] = place + 14 + 8.2 * Double(name.count)
    }
    return marks
  }

  func axisMarks() throws(Problem) -> [Mark] {
    let steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600, 7200, 14_400]
    let step = steps.first { length / $0 <= 18 } ?? 14_400
    var marks = [line([(left, axis), (right, axis)], AnalysisPlot.dim)]
    for index in 0...Int(length / step) {
      let time = Double(index) * step
      marks.append(line([(x(time), axis), (x(time), axis + 6)], AnalysisPlot.dim))
      let (minutes, rest) = (Int(time) / 60, time - Double(Int(time) / 60 * 60))
      let digits = step < 1 ? rest.brief : "\(Int(rest))"
      let words = step < 1 ? "\(digits) s" : "\(minutes):\(rest < 10 ? "0" : "")\(digits)"
      marks += try text(words, x(time), axis + 20, size: 13, AnalysisPlot.dim, hang: .middle)
    }
    return marks
  }
}
