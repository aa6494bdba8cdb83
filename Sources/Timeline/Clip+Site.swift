package import Primitives

extension [Clip] {
  /// The line of the first element, at whatever depth, that shows the picture or clip with a digest.
  package func site(ofPicture digest: Fingerprint) -> Site? {
    for clip in self {
      let staged = (clip.entering?.stage ?? []) + (clip.exiting?.stage ?? [])
      if let site = staged.site(ofPicture: digest) { return site }
      switch clip.content {
      case .picture(let asset, _, _): if asset.facts.digest == digest { return clip.site }
      case .video(let asset, _, _, _): if asset.facts.digest == digest { return clip.site }
      case .group, .letters, .track, .masked, .canvas, .replay:
        let clips = clip.content.children
        if let site = clips.site(ofPicture: digest) { return site }
      case .text(let lettering):
        if case .picture(let asset) = lettering.paint.fill, asset.facts.digest == digest {
          return clip.site
        }
      case .mix(let first, let second, let matte):
        if case .picture(let asset) = matte.shape, asset.facts.digest == digest { return clip.site }
        if let site = (first + second).site(ofPicture: digest) { return site }
      case .solid, .backdrop, .shape, .neighbour: continue
      }
    }
    return nil
  }
}
