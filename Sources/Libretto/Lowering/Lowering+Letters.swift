import Primitives
import Timeline

extension Lowering {
  /// What a piece of a text shows.
  func lettering(
    of piece: PieceElement, at site: Site, during turn: Turn, from firstFrame: FrameIndex
  ) -> Lettering {
    let origin = piece.part.origin
    let sweep = piece.sweep.map { sweep in
      LetterSweep(strokes: piece.strokes, sung: sweep.sung, edge: sweep.edge)
    }
    return Lettering(
      piece.part.block,
      paint: paint(piece.letters, in: piece.room, at: site, during: turn, from: firstFrame),
      paintBox: Rect(
        x: -origin.x, y: -origin.y, width: piece.whole.width, height: piece.whole.height),
      sweep: sweep)
  }

  func paint(
    _ look: LetterLook, in room: Size, at site: Site, during turn: Turn, from firstFrame: FrameIndex
  ) -> LetterPaint {
    var paint = LetterPaint()
    paint.outlines = look.outlines.map { LetterOutline($0.paint, width: $0.width.height(in: room)) }
    paint.shadows = look.shadows.map { shadow in
      LetterShadow(
        shadow.color, offset: Point(x: shadow.x.width(in: room), y: shadow.y.height(in: room)),
        blur: shadow.blur.height(in: room), spread: shadow.spread.height(in: room))
    }
    paint.boxes = look.boxes.map { box in
      LetterBox(
        box.paint, scope: box.scope,
        padding: Size(width: box.paddingX.width(in: room), height: box.paddingY.height(in: room)),
        cornerRadius: box.cornerRadius.height(in: room))
    }
    switch look.fill {
    case .color(let color):
      paint.fill = .color(curve(color, or: .white, site: site, firstFrame: firstFrame, during: turn))
    case .paint(let flat): paint.fill = LetterFill(flat)
    case .picture(let name, let place):
      let path = AssetPath(name, from: place)
      let facts = asking(at: place, { () throws(Problem) in try authoring.resources.picture(path) })
      if let facts { paint.fill = .picture(PictureAsset(path: path, facts: facts)) }
    }
    return paint
  }

  /// When something of the song is, by the clip's own clock.
  func times(
    of sung: Range<Time>, at site: Site, during turn: Turn, from firstFrame: FrameIndex
  ) -> Range<Time> {
    func local(_ time: Time) -> Time {
      localTime(Moment(origin: .song(time)), site: site, firstFrame: firstFrame, during: turn)
    }
    return local(sung.lowerBound)..<local(sung.upperBound)
  }
}
