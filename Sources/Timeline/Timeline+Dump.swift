import Primitives

extension Timeline {
  /// The timeline as text, a line a clip: begin, end, kind, what, how.
  package var dump: String {
    var lines = ["film  \(name)  \(size) at \(rate)  \(length) s  \(frameCount) frames  \(background)"]
    lines += clips.flatMap { $0.dump(rate: rate, indent: "") }
    lines += sounds.map(\.dump)
    lines += markers.map { "\(rate.start(of: $0.frame))  marker  \($0.name)" }
    return lines.joined(separator: "\n")
  }
}

extension Clip {
  fileprivate func dump(rate: FrameRate, indent: String) -> [String] {
    let times = "\(rate.start(of: frames.lowerBound)) \(rate.start(of: frames.upperBound))"
    let transitions = [("in", entering), ("out", exiting)].compactMap { way, run in
      run.map { "\(way) \($0.name) \(rate.start(of: FrameIndex($0.frameCount)))" }
    }
    let words = [indent + times] + content.words + look.words + transitions
    return [words.joined(separator: "  ")]
      + content.children.flatMap { $0.dump(rate: rate, indent: indent + "  ") }
  }
}

extension ClipContent {
  package var children: [Clip] {
    switch self {
    case .group(let clips), .letters(let clips), .track(let clips), .canvas(let clips, _),
      .replay(let clips, _):
      clips
    case .mix(let first, let second, _): first + second
    case .masked(let clip, let mask, _): [clip, mask]
    case .solid, .picture, .video, .text, .shape, .neighbour: []
    }
  }

  /// What it is, in a word, and what it shows.
  package var words: [String] {
    switch self {
    case .solid(let color): ["solid", color.description]
    case .picture(let asset, let fit, let move):
      ["picture", asset.path.name, fit.rawValue]
        + (move == .still ? [] : ["\(move.from) to \(move.to)"])
    case .video(let asset, let fit, let move, let playback):
      ["video", asset.path.name, fit.rawValue] + playback.words(of: asset.facts.index)
        + (move == .still ? [] : ["\(move.from) to \(move.to)"])
    case .text(let lettering):
      ["text", lettering.block.text.debugDescription] + lettering.paint.words
        + (lettering.sweep.map { ["sung \($0.sung)"] } ?? [])
    case .shape(let shape):
      [shape.figure?.name ?? shape.shape.name] + (shape.fill.map { [$0.words(\.description)] } ?? [])
        + (shape.stroke.map { ["stroke \($0.width.words(\.brief)) \($0.paint.words(\.description))"] } ?? [])
    case .group: ["group"]
    case .letters: ["letters"]
    case .track: ["series"]
    case .neighbour(let side): ["the one \(side.rawValue)"]
    case .mix(_, _, let matte): ["mix", matte.shape.name]
    case .masked(_, _, let masking): ["masked by \(masking.words)"]
    case .canvas(_, let canvas):
      ["film of \(canvas.size.width.brief)×\(canvas.size.height.brief)", canvas.fit.rawValue]
    case .replay(_, let course): course.words
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
}

extension Look {
  fileprivate var words: [String] {
    var words: [String] = []
    func add(_ name: String, _ text: String, unless usual: String) {
      if text != usual { words.append("\(name) \(text)") }
    }
    if let width { add("width", width.words { $0.description }, unless: "") }
    if let height { add("height", height.words { $0.description }, unless: "") }
    if let position {
      let point = [position.x, position.y].map { $0.words { $0.description } }
      add("at", point.joined(separator: ","), unless: "")
    }
    let offset = [offset.x, offset.y].map { $0.words { $0.description } }.joined(separator: ",")
    add("offset", offset, unless: "0,0")
    let scale = [scaleX, scaleY].map { $0.words { $0.brief } }.joined(separator: ",")
    add("scale", scale, unless: "1,1")
    let skew = [skewX, skewY].map { $0.words { $0.degrees.brief } }.joined(separator: ",")
    add("skew", skew, unless: "0,0")
    add("rotation", rotation.words { $0.degrees.brief + "°" }, unless: "0°")
    add("opacity", opacity.words { $0.brief }, unless: "1")
    add("blend", blend.rawValue, unless: "normal")
    if let clip { words.append("clip \(clip.name)") }
    if let cornerRadius { add("corners", cornerRadius.words { $0.description }, unless: "") }
    if let border { add("border", "\(border.width.words { $0.description }) \(border.paint)", unless: "") }
    if reflection != nil { words.append("reflected") }
    if tiling != nil { words.append("tiled") }
    return words
  }
}

extension Curve {
  func words(_ print: (Value) -> String) -> String {
    if let fixed { return print(fixed) }
    return switch self {
    case .constant(let value): print(value)
    case .keyframes(let keys): keys.map { "\(print($0.value))@\($0.time)" }.joined(separator: "→")
    case .spring(let from, let to, _, let start): "spring \(print(from))→\(print(to))@\(start)"
    case .noise(let low, let high, let every, _): "noise \(print(low))…\(print(high)) every \(every)"
    case .sampled(let sampled, let low, let high):
      "follows \(print(low))…\(print(high)) from \(sampled.clock.start)"
    case .computed: "computed"
    case .repeated(let once, _, let every, _, let isThereAndBack):
      "\(once.words(print)) every \(every)\(isThereAndBack ? " and back" : "")"
    case .combined(let first, let second, _): "\(first.words(print)) with \(second.words(print))"
    }
  }
}

extension SoundClip {
  fileprivate var dump: String {
    var words = ["\(start) \(start + length)  sound  \(path.name)"]
    if from != .zero { words.append("from \(from)") }
    return (words + treatment.words).joined(separator: "  ")
  }
}

extension SoundTreatment {
  fileprivate var words: [String] {
    var words: [String] = []
    if volume.fixed != 1 { words.append("volume \(volume.words)") }
    if balance.fixed != 0 { words.append("panned \(balance.words)") }
    let cross = fadeShape == .equalPower ? " of equal power" : ""
    if fadeIn != .zero { words.append("in fade \(fadeIn)\(cross)") }
    if fadeOut != .zero { words.append("out fade \(fadeOut)\(cross)") }
    if speed != 1 { words.append("speed \(speed.brief)\(keepsPitch ? "" : " with its pitch")") }
    if let loop { words.append("looping \(loop.lowerBound)–\(loop.upperBound)") }
    words += duckings.map {
      "ducked to \($0.volume.brief) under \($0.path.split(separator: "/").last ?? "")"
    }
    return words
  }
}

extension Contour {
  fileprivate var words: String {
    guard fixed == nil, let least = values.min(), let most = values.max() else { return values[0].brief }
    return "\(least.brief)…\(most.brief)"
  }
}
