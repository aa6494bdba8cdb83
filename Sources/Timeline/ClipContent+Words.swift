import Primitives

extension ClipContent {
  package var children: [Clip] {
    switch self {
    case .group(let clips), .letters(let clips), .track(let clips), .canvas(let clips, _),
      .replay(let clips, _):
      clips
    case .mix(let first, let second, _): first + second
    case .masked(let clip, let mask, _): [clip, mask]
    case .solid, .backdrop, .picture, .video, .text, .shape, .neighbour: []
    }
  }

  /// What it is, in a word, and what it shows.
  package var words: [String] { words(.plain) }

  package func words(_ detail: DumpDetail) -> [String] {
    switch self {
    case .solid(let color): ["solid", color.description]
    case .backdrop: ["backdrop"]
    case .picture(let asset, let fit, let move):
      ["picture", asset.path.name, fit.rawValue] + move.words(detail)
    case .video(let asset, let fit, let move, let playback):
      ["video", asset.path.name, fit.rawValue] + playback.words(of: asset.facts.index, detail)
        + move.words(detail)
    case .text(let lettering): ["text", lettering.block.text.debugDescription] + lettering.words(detail)
    case .shape(let shape): shape.words(detail)
    case .group: ["group"]
    case .letters: ["letters"]
    case .track: ["series"]
    case .neighbour(let side): ["the one \(side.rawValue)"]
    case .mix(let first, _, let matte):
      ["mix", matte.shape.name] + (detail == .whole ? ["of \(first.count)"] + matte.words(detail) : [])
    case .masked(_, _, let masking): ["masked by \(masking.words)"]
    case .canvas(_, let canvas):
      ["film of \(canvas.size.width.brief)×\(canvas.size.height.brief)", canvas.fit.rawValue]
        + (detail == .whole ? ["\(canvas.background)"] : [])
    case .replay(_, let course): course.words(detail)
    }
  }
}

extension KenBurnsMove {
  fileprivate func words(_ detail: DumpDetail) -> [String] {
    guard self != .still else { return [] }
    return ["\(from) to \(to)" + (detail == .whole ? easing.words(after: " ") : "")]
  }
}

extension MatteRun {
  fileprivate func words(_ detail: DumpDetail) -> [String] {
    [shape.details, "soft \(softness.brief)", isReversed ? "reversed" : nil, progress.words(detail)]
      .compactMap(\.self)
  }
}

extension MatteShape {
  /// What its name leaves out.
  fileprivate var details: String? {
    guard let kernel = kernel(in: Size(width: 1, height: 1)) else { return nil }
    let corners = kernel.corners.map { "\($0.x.brief),\($0.y.brief)" }
    let words = [
      corners.isEmpty ? nil : corners.joined(separator: " "),
      kernel.center == Anchor(x: 0, y: 0) ? nil : "around \(kernel.center.words)",
      kernel.seed == 0 ? nil : "seed \(String(kernel.seed, radix: 16))",
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension ShapeContent {
  fileprivate func words(_ detail: DumpDetail) -> [String] {
    var words = [figure?.name ?? shape.words(detail)]
    if let fill { words.append(fill.words(detail)) }
    if let stroke { words.append("stroke \(stroke.width.words(detail)) \(stroke.paint.words(detail))") }
    guard detail == .whole else { return words }
    if let part = stroke?.part { words.append("drawn \(part.from.words(detail))–\(part.to.words(detail))") }
    if let morph {
      words.append(
        "becoming \(morph.outlines.outline(at: 1).words(detail)) \(morph.progress.words(detail))")
    }
    return words + (figure?.details ?? [])
  }
}

extension SoundFigure {
  /// What its name leaves out.
  fileprivate var details: [String] {
    func bars(_ bars: BarLayout) -> [String] {
      ["\(bars.count) by \(bars.spacing.brief) round \(bars.cornerRadius.brief)"]
    }
    let form =
      switch form {
      case .bars(let layout, _): bars(layout)
      case .radial(let layout, let radius): bars(layout) + ["around \(radius.brief)"]
      case .waveform(let time): ["over \(time)"]
      case .wholeWaveform(let layout, let rest): bars(layout) + ["rest \(rest.brief)"]
      case .oscilloscope(let time, let line): ["over \(time)", "line \(line.brief)"]
      case .spectrogram(let time, let colors):
        ["over \(time)", colors.map(\.description).joined(separator: " ")]
      case .particles(let swarm, let births): swarm.words + [births.words]
      }
    return form + ["from \(clock.words)", trace.fingerprint.short]
  }
}
