import Primitives
import Timeline

extension TextPayload: Payload {
  func ownSize(_ frame: Frame, in parent: Size, at site: Site, by lowering: Lowering) -> Size {
    if route != nil { return parent }
    return lowering.block(of: self, in: parent, at: site)?.size ?? .zero
  }

  func measured(in parent: Size, box: Size) -> TextPayload {
    var copy = self
    copy.style.measure(in: parent)
    return copy
  }

  /// The words set, painted, timed, and taken apart where that was asked.
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    guard let block = lowering.block(of: self, in: stage.parent, at: stage.site) else { return nil }
    let script = SetScript(self)
    if sweep != nil, !script.hasTimes {
      lowering.report(
        "nothing says when these words are sung", at: stage.site,
        "take them from a lyric sheet: Captions(lyrics).style(.karaoke())")
    }
    let strokes = script.strokes.map { stroke in
      LetterSweep.Stroke(units: stroke.units, times: lowering.times(of: stroke.sung, on: stage))
    }
    if let route {
      return .group([letters(of: block, along: route, strokes, script, on: stage, by: lowering)])
    }
    let apart = emphasis != nil && runs.contains(where: \.isEmphasized)
    if let split = split ?? (apart ? .wordsAsTheyAre : nil) {
      return .group([letters(of: block, split, strokes, script, on: stage, by: lowering)])
    }
    return .text(
      Lettering(
        block, alignment: style.alignment,
        paint: lowering.paint(style.letters, in: stage.parent, on: stage),
        sweep: sweep.map { LetterSweep(strokes: strokes, sung: $0.sung, edge: $0.edge) }))
  }

  /// The pieces, in a box of the block's size where the text would stand.
  private func letters(
    of block: TextBlock, _ split: TextSplit, _ strokes: [LetterSweep.Stroke], _ script: SetScript,
    on stage: Stage, by lowering: Lowering
  ) -> Clip {
    let layers = layers(of: block, split, strokes, script, on: stage)
    var look = LookRequest()
    let share = style.alignment.share
    look.width = .pixels(block.size.width)
    look.height = .pixels(block.size.height)
    look.position = (.percent(share * 100), .percent(50))
    look.anchor = Anchor(x: share, y: 0.5)
    return lowering.letters(layers, look, in: block.size, on: stage)
  }

  func layers(
    of block: TextBlock, _ split: TextSplit, _ strokes: [LetterSweep.Stroke], _ script: SetScript,
    on stage: Stage
  ) -> Layers {
    let pieces = script.pieces(split.unit, of: block)
    let ranks = split.stagger.ranks(of: pieces.count)
    let payloads = pieces.indices.map { index -> PiecePayload? in
      let units = pieces[index].units
      guard let part = block.part(units) else { return nil }
      let type = emphasis.flatMap { script.isEmphasized(units) ? $0(style) : nil } ?? style
      return PiecePayload(
        part: part, letters: type.letters, whole: block.size, parent: stage.parent,
        strokes: strokes.filter { $0.units.overlaps(units) }, sweep: sweep,
        sung: pieces[index].sung, next: pieces.next(after: index), count: pieces.count,
        lineNumber: pieces[index].lineNumber)
    }
    let all = payloads.compactMap(\.self)
    return zip(payloads, ranks).enumerated().compactMap { index, entry -> Layer? in
      guard var piece = entry.0 else { return nil }
      let rank = entry.1
      piece.all = all
      var layer = split.each(TextPiece(piece, at: stage.site), index).adopted(by: stage.site)
      if rank > 0 { layer.timing.start = layer.timing.start + split.stagger.step * rank }
      return layer
    }
  }
}

extension Lowering {
  /// Pieces of a text in a box.
  func letters(_ pieces: Layers, _ look: LookRequest, in box: Size, on stage: Stage) -> Clip {
    let end = canvas.rate.boundary(nearest: stage.end)
    let turn = stage.firstFrame..<max(stage.firstFrame, end)
    return Clip(
      frames: turn.clamped(to: .zero..<max(.zero, end)), turn: turn,
      content: .letters(clips(of: pieces, on: stage.box(box))), look: self.look(of: look, on: stage),
      entering: nil, exiting: nil, site: stage.site)
  }
}

extension Lowering {
  /// A text as it is set in a parent; nil, and reported, if it can't be.
  func block(of text: TextPayload, in parent: Size, at site: Site) -> TextBlock? {
    let style = text.style
    let size = style.size.height(in: parent)
    var font = FontRequest(family: style.family, weight: style.weight.value, isItalic: style.isItalic)
    font.fallbacks = style.fallbacks
    font.width = style.width
    font.axes = style.axes
    var request = TextRequest(text: SetScript(text).text, font: font, size: size)
    request.features = style.features + (text.split?.unit == .character ? Lowering.unjoined : [])
    request.language = style.language
    request.lineHeight = style.lineHeight
    request.letterSpacing = style.tracking / 100 * size
    request.alignment = style.alignment
    request.maxWidth = style.maxWidth?.width(in: parent)
    request.maxHeight = style.maxHeight?.height(in: parent)
    request.maxLines = style.maxLines
    if request.maxLines != nil, request.maxWidth == nil { request.maxWidth = parent.width }
    if let width = request.maxWidth, width < 2, parent.width >= 2 {
      authoring.log.report(
        .warning(
          "a width of \(width.brief) pixels leaves these words no room", at: site,
          hints: "a share of what they stand in is said as .fitting(width: .percent(80))"))
    }
    return asking(at: site) { () throws(Problem) in try authoring.resources.layOut(request, for: site) }
  }

  /// Ligatures that a font can do without.
  private static let unjoined = ["liga", "clig", "dlig"].map { FontFeature($0, 0) }
}
