import Primitives
import Timeline

extension PicturePayload: Payload {
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    guard let asset = lowering.picture(path, at: stage.site) else { return nil }
    let focus = move.automatic == nil ? nil : lowering.focus(of: asset, at: stage.site)
    let subject = AutoMove.Subject(
      size: asset.facts.size, focus: focus ?? .middle, digest: asset.facts.digest)
    return .picture(asset, fit: fit, move: move.resolved(for: subject, on: stage))
  }

  func ownSize(_ frame: Frame, in parent: Size, at site: Site, by lowering: Lowering) -> Size {
    // The failure is reported where the picture is lowered.
    let picture = try? lowering.authoring.resources.picture(AssetPath(path, from: site))
    return picture?.size.fitted(frame, in: parent) ?? parent
  }

  var isFitted: Bool { true }
}

extension Lowering {
  /// A picture that was found and looked at; nil, and reported, if it can't be had.
  func picture(_ name: String, at site: Site) -> PictureAsset? {
    let path = AssetPath(name, from: site)
    let facts = asking(at: site) { () throws(Problem) in try authoring.resources.picture(path) }
    return facts.map { PictureAsset(path: path, facts: $0) }
  }

  fileprivate func focus(of asset: PictureAsset, at site: Site) -> Point? {
    asking(at: site) { () throws(Problem) in try authoring.resources.focus(asset.path) }
  }
}
