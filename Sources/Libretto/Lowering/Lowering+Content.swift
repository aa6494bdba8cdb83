import Primitives
import Timeline

extension Lowering {
  /// What a layer shows; nil, and reported, if it can't.
  func content(of layer: Layer, on stage: Stage, parent: Size) -> ClipContent? {
    switch layer.content {
    case .solid(let color): return .solid(color)
    case .image(let path, let fit, let move): return picture(path, fit, move, at: layer.site)
    case .text(let text): return self.text(text, in: parent, at: layer.site)
    case .shape(let shape, let fill, let stroke): return .shape(shape.snapped, fill: fill, stroke: stroke)
    case .group(let children): return .group(clips(of: children, on: stage))
    case .series(let children): return .track(track(of: children, on: stage))
    case .sound: return nil
    }
  }

  private func picture(_ name: String, _ fit: Fit, _ move: KenBurnsMove, at site: Site) -> ClipContent? {
    let path = AssetPath(name, from: site)
    guard let facts = asking(at: site, { () throws(Problem) in try authoring.resources.picture(path) })
    else {
      return nil
    }
    return .picture(PictureAsset(path: path, facts: facts), fit: fit, move: move)
  }

  private func text(_ element: TextElement, in parent: Size, at site: Site) -> ClipContent? {
    let size = element.size.height(in: parent)
    var request = TextRequest(
      text: element.text,
      font: FontRequest(
        family: element.family, weight: element.weight.value, isItalic: element.isItalic),
      size: size)
    request.lineHeight = element.lineHeight
    request.letterSpacing = element.tracking / 100 * size
    request.alignment = element.alignment
    request.maxWidth = element.maxWidth?.width(in: parent)
    request.maxHeight = element.maxHeight?.height(in: parent)
    request.maxLines = element.maxLines
    if request.maxLines != nil, request.maxWidth == nil { request.maxWidth = parent.width }
    guard
      let block = asking(
        at: site, { () throws(Problem) in try authoring.resources.layOut(request, for: site) })
    else { return nil }
    return .text(block, element.paint, element.alignment)
  }

  private func asking<Answer>(at site: Site, _ question: () throws(Problem) -> Answer) -> Answer? {
    do {
      return try question()
    } catch {
      authoring.log.report(Diagnostic(.error, error, at: site))
      return nil
    }
  }
}
