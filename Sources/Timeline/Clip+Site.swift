package import Primitives

extension [Clip] {
  /// The line of the first element, at whatever depth, that shows the picture with a digest.
  package func site(ofPicture digest: Fingerprint) -> Site? {
    for clip in self {
      switch clip.content {
      case .picture(let asset, _, _): if asset.facts.digest == digest { return clip.site }
      case .group, .letters, .track, .masked, .canvas:
        let clips = clip.content.children
        if let site = clips.site(ofPicture: digest) { return site }
      case .text(let lettering):
        if case .picture(let asset) = lettering.paint.fill, asset.facts.digest == digest {
          return clip.site
        }
      case .solid, .shape: continue
      }
    }
    return nil
  }
}
