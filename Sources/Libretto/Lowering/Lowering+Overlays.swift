import Primitives
import Timeline

extension Lowering {
  /// What plays over the cut at which an element begins.
  func overlay(of layer: Layer, at cut: Time, on stage: Stage) -> [Clip] {
    guard let request = layer.overlay else { return [] }
    let length = clock.time(request.length, at: layer.site)
    let boundary = canvas.rate.boundary(nearest:)
    let begin = boundary(cut - length * 0.5)
    let frames = begin..<max(begin, boundary(cut - length * 0.5 + length))
    guard !frames.isEmpty else {
      authoring.log.report(
        .error(
          "the \(request.overlay.name) over this cut has no length", at: layer.site,
          hints: "say how long it lasts: .overlaying(…, over: 0.4)"))
      return []
    }
    let layers = request.overlay.layers(progress(during: frames))
    let cutStage = self.stage(during: frames, in: stage.size, at: layer.site)
    let clips = clips(of: layers.map { $0.adopted(by: layer.site) }, on: cutStage)
    return clips.compactMap { $0.seen(during: stage, rate: canvas.rate) }
  }

  /// What plays over the cuts of a series.
  func overlays(ofSeries children: Layers, on stage: Stage) -> [Clip] {
    let players = children.filter { !$0.payload.isSound }
    guard players.contains(where: { $0.overlay != nil }) else { return [] }
    let plan = SeriesPlan(of: players, on: stage, clock: clock)
    return players.indices.flatMap { index -> [Clip] in
      let overlap = SeriesPlan.overlap(before: index, in: players, clock: clock)
      let cut = plan.turns[index].begin + overlap * 0.5
      checkOverlay(index, players, at: cut, plan)
      return overlay(of: players[index], at: cut, on: stage)
    }
  }

  /// An overlay has room on both sides of its cut.
  private func checkOverlay(_ index: Int, _ players: Layers, at cut: Time, _ plan: SeriesPlan) {
    guard let request = players[index].overlay else { return }
    let half = clock.time(request.length, at: players[index].site) * 0.5
    let before = index > 0 ? cut - plan.turns[index - 1].begin : half
    let shorter = min(before, plan.turns[index].end - cut)
    guard half > shorter, shorter > .zero else { return }
    let neighbour = before < plan.turns[index].end - cut ? "the one before" : "it"
    authoring.log.report(
      .error(
        "half of the \(request.overlay.name) over this cut lasts \(half) s, and \(neighbour) has only \(shorter) s",
        at: players[index].site, hints: "make the overlay shorter, or let \(neighbour) last longer"))
  }

  /// A clip without a look of its own that lasts as long as a stage.
  func clip(showing content: ClipContent, on stage: Stage) -> Clip {
    let boundary = canvas.rate.boundary(nearest:)
    let begin = max(.zero, boundary(stage.begin))
    let frames = begin..<max(begin, boundary(min(stage.end, clock.end)))
    return Clip(
      frames: frames, turn: frames, content: content, look: Look(), entering: nil, exiting: nil,
      site: stage.site)
  }
}

extension Clip {
  /// As far as a stage lasts; nil if that is not at all.
  fileprivate func seen(during stage: Stage, rate: FrameRate) -> Clip? {
    let (begin, end) = (rate.boundary(nearest: stage.begin), rate.boundary(nearest: stage.end))
    var copy = self
    copy.frames = frames.clamped(to: begin..<max(begin, end))
    return copy.frames.isEmpty ? nil : copy
  }
}
