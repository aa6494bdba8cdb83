import Primitives
import Timeline

/// One text on its way to a clip's content: set, painted, timed, and taken apart where that was asked.
struct TextLowering {
  private let element: TextElement
  private let layer: Layer
  private let stage: Stage
  private let parent: Size
  private let firstFrame: FrameIndex
  private let lowering: Lowering
  private let script: SetScript

  init(
    _ element: TextElement, of layer: Layer, on stage: Stage, parent: Size, from firstFrame: FrameIndex,
    lowering: Lowering
  ) {
    self.element = element
    self.layer = layer
    self.stage = stage
    self.parent = parent
    self.firstFrame = firstFrame
    self.lowering = lowering
    script = SetScript(element)
  }

  /// Nil, and reported, if it can't be set.
  var content: ClipContent? {
    guard let block = TextLowering.block(of: element, in: parent, at: layer.site, lowering: lowering)
    else { return nil }
    if element.sweep != nil, !script.hasTimes {
      lowering.authoring.log.report(
        .error(
          "nothing says when these words are sung", at: layer.site,
          hints: "take them from a lyric sheet: Captions(lyrics).style(.karaoke())"))
    }
    let strokes = script.strokes.map { stroke in
      LetterSweep.Stroke(
        units: stroke.units,
        times: lowering.times(of: stroke.sung, at: layer.site, during: stage.turn, from: firstFrame))
    }
    guard let split = element.split else {
      let sweep = element.sweep.map { LetterSweep(strokes: strokes, sung: $0.sung, edge: $0.edge) }
      return .text(
        Lettering(
          block, alignment: element.style.alignment,
          paint: lowering.paint(
            element.style.letters, in: parent, at: layer.site, during: stage.turn, from: firstFrame),
          sweep: sweep))
    }
    return .group([letters(of: block, split, strokes)])
  }

  /// A text as it is set in a parent; nil, and reported, if it can't be.
  static func block(
    of element: TextElement, in parent: Size, at site: Site, lowering: Lowering
  ) -> TextBlock? {
    let style = element.style
    let size = style.size.height(in: parent)
    var font = FontRequest(family: style.family, weight: style.weight.value, isItalic: style.isItalic)
    font.fallbacks = style.fallbacks
    font.width = style.width
    font.axes = style.axes
    var request = TextRequest(text: SetScript(element).text, font: font, size: size)
    request.features = style.features + (element.split?.unit == .character ? unjoined : [])
    request.language = style.language
    request.lineHeight = style.lineHeight
    request.letterSpacing = style.tracking / 100 * size
    request.alignment = style.alignment
    request.maxWidth = style.maxWidth?.width(in: parent)
    request.maxHeight = style.maxHeight?.height(in: parent)
    request.maxLines = style.maxLines
    if request.maxLines != nil, request.maxWidth == nil { request.maxWidth = parent.width }
    return lowering.asking(
      at: site, { () throws(Problem) in try lowering.authoring.resources.layOut(request, for: site) })
  }

  /// Ligatures that a font can do without.
  private static let unjoined = ["liga", "clig", "dlig"].map { FontFeature($0, 0) }

  /// The pieces, in a box of the block's size where the text would stand.
  private func letters(
    of block: TextBlock, _ split: TextSplit, _ strokes: [LetterSweep.Stroke]
  ) -> Clip {
    let pieces = script.pieces(split.unit, of: block)
    let ranks = split.stagger.ranks(of: pieces.count)
    let layers = zip(pieces.indices, ranks).compactMap { index, rank -> Layer? in
      guard let part = block.part(pieces[index].units) else { return nil }
      let element = PieceElement(
        part: part, letters: element.style.letters, whole: block.size, room: parent,
        strokes: strokes.filter { $0.units.overlaps(pieces[index].units) },
        sweep: element.sweep, sung: pieces[index].sung,
        next: pieces.next(after: index),
        count: pieces.count, lineNumber: pieces[index].lineNumber)
      var layer = split.each(TextPiece(element, site: layer.site), index).adopted(by: layer.site)
      if rank > 0 { layer.timing.start = layer.timing.start + split.stagger.step * rank }
      return layer
    }
    let inner = Stage(begin: stage.begin, end: stage.end, size: block.size)
    var box = Layer(.group([]), file: layer.site.file, line: layer.site.line)
    let share = element.style.alignment.share
    box.look.width = .pixels(block.size.width)
    box.look.height = .pixels(block.size.height)
    box.look.position = (.percent(share * 100), .percent(50))
    box.look.anchor = Anchor(x: share, y: 0.5)
    let frames = firstFrame..<max(firstFrame, lowering.canvas.rate.boundary(nearest: stage.end))
    return Clip(
      frames: frames, turn: frames, content: .letters(lowering.clips(of: layers, on: inner)),
      look: lowering.look(of: box, firstFrame: firstFrame, during: stage.turn), entering: nil,
      exiting: nil, site: layer.site)
  }
}
