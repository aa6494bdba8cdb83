import Primitives

extension Look {
  /// What isn't as usual.
  package func words(_ detail: DumpDetail) -> [String] {
    var words: [String] = []
    func add(_ name: String, _ text: String?, unless usual: String = "") {
      if let text, text != usual { words.append("\(name) \(text)") }
    }
    func pair(_ x: String, _ y: String) -> String { "\(x),\(y)" }
    add("width", width?.words(detail))
    add("height", height?.words(detail))
    add("at", position.map { pair($0.x.words(detail), $0.y.words(detail)) })
    add("along", route?.words(detail))
    if detail == .whole { add("by", pair(anchor.x.brief, anchor.y.brief), unless: "0.5,0.5") }
    add("offset", pair(offset.x.words(detail), offset.y.words(detail)), unless: "0,0")
    add("scale", pair(scaleX.words(detail), scaleY.words(detail)), unless: "1,1")
    let skew = [skewX, skewY].map { $0.words(detail) { $0.degrees.brief } }
    add("skew", pair(skew[0], skew[1]), unless: "0,0")
    add("rotation", rotation.words(detail), unless: "0°")
    words += [tilt?.words(detail), depth?.words(detail), camera?.words(detail)].compactMap(\.self)
    add("opacity", opacity.words(detail), unless: "1")
    add("blend", blend.rawValue, unless: "normal")
    add("clip", clip?.words(detail))
    add("corners", cornerRadius?.words(detail))
    add("border", border.map { "\($0.width.words(detail)) \($0.paint.words(detail))" })
    words += [reflection?.words(detail), tiling?.words(detail)].compactMap(\.self)
    if !frost.isEmpty { words.append("frosted by \(frost.map(\.words).joined(separator: ", "))") }
    words += effects.map(\.words) + timeEffects.map(\.words)
    add("cut at its", aperture.map { "\($0.edge.rawValue) open \($0.opening.words(detail))" })
    return words
  }
}

extension Route {
  fileprivate func words(_ detail: DumpDetail) -> String {
    "\(measure.outline.words(detail)) \(progress.words(detail))\(turns ? " turning" : "")\(goesOn ? " on and on" : "")"
  }
}

extension Reflection {
  fileprivate func words(_ detail: DumpDetail) -> String {
    "reflected gap \(gap.words(detail)) opacity \(opacity.words(detail)) reach \(reach.words(detail))"
  }
}

extension Tiling {
  fileprivate func words(_ detail: DumpDetail) -> String {
    "tiled gap \(gapX.words(detail)),\(gapY.words(detail))\(isMirrored ? " mirrored" : "")"
  }
}

extension TimeEffect {
  /// What it does, in a few words.
  package var words: String {
    switch self {
    case .stepped(let every): "stepped every \(every)"
    case .trail(let count, let delay, let decay): "trail of \(count) every \(delay) by \(decay.brief)"
    case .exposed(let shutter, let samples): "exposed \(shutter.brief) by \(samples)"
    }
  }
}

extension Shape {
  package var name: String {
    switch self {
    case .rectangle: "rectangle"
    case .ellipse: "ellipse"
    case .path: "path"
    }
  }

  func words(_ detail: DumpDetail) -> String {
    guard detail == .whole else { return name }
    return switch self {
    case .rectangle(let radius): radius == 0 ? name : "\(name) round \(radius.brief)"
    case .ellipse: name
    case .path(let outline): outline.words(detail)
    }
  }
}

extension Outline {
  func words(_ detail: DumpDetail) -> String {
    "path of \(steps.count)\(detail == .whole ? " \(fingerprint.short)" : "")"
  }
}

extension Paint {
  func words(_ detail: DumpDetail) -> String {
    func stops(_ stops: [ColorStop]) -> String {
      stops.map { "\($0.color)@\($0.position.brief)" }.joined(separator: " ")
    }
    guard detail == .whole else { return description }
    return switch self {
    case .color(let color): color.description
    case .linear(let colors, let from, let to):
      "linear \(stops(colors)) from \(from.words) to \(to.words)"
    case .radial(let colors, let center, let radius):
      "radial \(stops(colors)) around \(center.words) as far as \(radius.brief)"
    }
  }
}

extension Anchor {
  var words: String { "\(x.brief),\(y.brief)" }
}
