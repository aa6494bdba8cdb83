import Primitives

extension FontFace {
  var weights: ClosedRange<Double> { axis("wght")?.range ?? weight...weight }
  var widths: ClosedRange<Double> { axis("wdth")?.range ?? width...width }

  var canBeItalic: Bool { isItalic || leaningAxis != nil }
  var canBeUpright: Bool { !isItalic }

  func axis(_ tag: String) -> Axis? { axes.first { $0.tag == tag } }

  /// Where its axes stand for a request: at what was asked for, or as near as they reach.
  ///
  /// An axis asked for by its tag comes before the weight, the width and the slant. One that it doesn't
  /// have is passed over.
  func axes(for request: FontRequest) -> [FontAxis] {
    axes.map { axis in
      let asked = request.axes.last { $0.tag == axis.tag }?.value ?? value(of: axis, for: request)
      return FontAxis(axis.tag, asked.clamped(to: axis.range).snappedToPixelGrid)
    }
  }

  private func value(of axis: Axis, for request: FontRequest) -> Double {
    switch axis.tag {
    case "wght": Double(request.weight)
    case "wdth": request.width
    // A face that is drawn italic needs no leaning.
    case leaningAxis where !isItalic: request.isItalic ? (axis.tag == "ital" ? 1 : Self.lean) : 0
    default: axis.normal
    }
  }

  /// The axis that makes it italic.
  private var leaningAxis: String? {
    if let ital = axis("ital"), ital.range.upperBound >= 1 { return "ital" }
    if let slnt = axis("slnt"), slnt.range.lowerBound < 0 { return "slnt" }
    return nil
  }

  /// In degrees counted against the clock, as CSS leans what has no angle of its own.
  private static let lean = -14.0
}

extension Double {
  /// The nearest number of a range.
  func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
