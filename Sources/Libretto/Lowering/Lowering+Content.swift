import Primitives
import Timeline

extension Lowering {
  /// What a layer shows; nil, and reported, if it can't.
  ///
  /// The layer was unfolded; its own clock is zero at the first frame.
  func content(
    of layer: Layer, on stage: Stage, parent: Size, from firstFrame: FrameIndex
  ) -> ClipContent? {
    switch layer.content {
    case .solid(let color): return .solid(color)
    case .image(let path, let fit, let move): return picture(path, fit, move, at: layer.site, on: stage)
    case .video(let video):
      return VideoLowering(video, of: layer, during: stage.turn, from: firstFrame, lowering: self).content
    case .text(let text):
      let line = TextLowering(text, of: layer, on: stage, parent: parent, from: firstFrame, lowering: self)
      return line.content
    case .piece(let piece):
      return .text(lettering(of: piece, at: layer.site, during: stage.turn, from: firstFrame))
    case .shape(let shape): return .shape(self.shape(shape, of: layer, on: stage, from: firstFrame))
    case .counter(let counter): return .group(clips(of: counter, layer, on: stage, from: firstFrame))
    case .group(let children): return .group(clips(of: children, on: stage))
    case .series(let children):
      let overlays = overlays(ofSeries: children, on: stage)
      let track = track(of: children, on: stage)
      guard !overlays.isEmpty else { return .track(track) }
      return .group([clip(showing: .track(track), on: stage, at: layer.site)] + overlays)
    case .neighbour(let neighbour): return .neighbour(neighbour)
    case .mix(let mix): return self.mix(mix, of: layer, on: stage, from: firstFrame)
    case .nested(let nested):
      return self.nested(nested, at: layer.site, during: stage.turn, from: firstFrame)
    case .replay(let replay, let child):
      return self.replay(replay, child, on: stage, from: firstFrame)
    case .stack, .grid, .padded, .captions, .sound: return nil
    }
  }

  private func mix(
    _ mix: MixElement, of layer: Layer, on stage: Stage, from firstFrame: FrameIndex
  ) -> ClipContent? {
    let shape: MatteShape
    switch mix.matte.form {
    case .shape(let known): shape = known
    case .picture(let name, let site):
      let path = AssetPath(name, from: site)
      guard let facts = asking(at: site, { () throws(Problem) in try authoring.resources.picture(path) })
      else { return nil }
      shape = .picture(PictureAsset(path: path, facts: facts))
    }
    let progress = curve(
      mix.progress, or: 0, site: layer.site, firstFrame: firstFrame, during: stage.turn)
    let matte = MatteRun(
      shape, softness: mix.matte.softness, isReversed: mix.matte.isReversed, progress: progress)
    return .mix(clips(of: mix.first, on: stage), clips(of: mix.second, on: stage), matte)
  }

  private func picture(
    _ name: String, _ fit: Fit, _ move: KenBurns, at site: Site, on stage: Stage
  ) -> ClipContent? {
    let path = AssetPath(name, from: site)
    guard let facts = asking(at: site, { () throws(Problem) in try authoring.resources.picture(path) })
    else {
      return nil
    }
    let asset = PictureAsset(path: path, facts: facts)
    return .picture(asset, fit: fit, move: self.move(move, over: asset, at: site, on: stage))
  }

  func asking<Answer>(at site: Site, _ question: () throws(Problem) -> Answer) -> Answer? {
    authoring.asking(at: site, question)
  }
}
