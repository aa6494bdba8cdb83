import Primitives

extension Lettering {
  func words(_ detail: DumpDetail) -> [String] {
    let sung = sweep.map { ["sung \($0.sung.words(detail))"] } ?? []
    guard detail == .whole else { return paint.words(detail) + sung }
    var words = paint.words(detail) + sung
    if let sweep {
      words.append("edge \(sweep.edge.brief) over \(sweep.strokes.map(\.words).joined(separator: " "))")
    }
    words.append("set \(block.size.width.brief)×\(block.size.height.brief) \(block.fingerprint.short)")
    if alignment != .center { words.append("aligned \(alignment)") }
    if paintBox != Rect(block.size) {
      let box = [paintBox.x, paintBox.y, paintBox.width, paintBox.height]
      words.append("painted across \(box.map(\.brief).joined(separator: ","))")
    }
    return words
  }
}

extension LetterSweep.Stroke {
  fileprivate var words: String { "\(units)@\(times.lowerBound)–\(times.upperBound)" }
}

extension LetterPaint {
  /// What it is painted with, in a few words.
  fileprivate func words(_ detail: DumpDetail) -> [String] {
    func whole(_ words: String) -> String { detail == .whole ? " " + words : "" }
    let fill =
      switch fill {
      case .color(let color):
        color.fixed.map(\.description) ?? "changing colors" + whole(color.words(detail, \.description))
      case .gradient(let paint): paint.words(detail)
      case .picture(let asset): asset.path.name
      }
    return [fill]
      + outlines.map { "outline \($0.width.brief) \($0.paint.words(detail))" }
      + shadows.map { shadow in
        let place = "\(shadow.offset.x.brief),\(shadow.offset.y.brief)"
        return "shadow \(shadow.color)" + whole("+\(place) \(shadow.blur.brief) \(shadow.spread.brief)")
      }
      + boxes.map { box in
        let padding = "\(box.padding.width.brief),\(box.padding.height.brief)"
        return "\(box.scope) box \(box.paint.words(detail))"
          + whole("padded \(padding) round \(box.cornerRadius.brief)")
      }
  }
}
