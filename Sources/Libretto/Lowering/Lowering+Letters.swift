import Primitives
import Timeline

extension Lowering {
  /// What letters are painted with; shares are of a parent.
  func paint(_ look: LetterLook, in parent: Size, on stage: Stage) -> LetterPaint {
    var paint = LetterPaint()
    paint.outlines = look.outlines.map { LetterOutline($0.paint, width: $0.width.height(in: parent)) }
    paint.shadows = look.shadows.map { shadow in
      LetterShadow(
        shadow.color, offset: Point(x: shadow.x.width(in: parent), y: shadow.y.height(in: parent)),
        blur: shadow.blur.height(in: parent), spread: shadow.spread.height(in: parent))
    }
    paint.boxes = look.boxes.map { box in
      LetterBox(
        box.paint, scope: box.scope,
        padding: Size(width: box.paddingX.width(in: parent), height: box.paddingY.height(in: parent)),
        cornerRadius: box.cornerRadius.height(in: parent))
    }
    switch look.fill {
    case .color(let color): paint.fill = .color(curve(color, or: .white, on: stage))
    case .paint(let flat): paint.fill = LetterFill(flat)
    case .picture(let name, let place):
      if let asset = picture(name, at: place) { paint.fill = .picture(asset) }
    }
    return paint
  }

  /// When something of the song is, by the clip's own clock.
  func times(of sung: Range<SongTime>, on stage: Stage) -> Range<Time> {
    func local(_ time: SongTime) -> Time { localTime(Moment(origin: .song(time)), on: stage) }
    return local(sung.lowerBound)..<local(sung.upperBound)
  }
}
