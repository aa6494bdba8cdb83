import Timeline

extension SeriesPayload: Payload {
  var cast: Cast { .inTurn(players) }

  func recast(_ change: (Layer) -> Layer) -> SeriesPayload { SeriesPayload(players: players.map(change)) }

  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    let overlays = lowering.overlays(ofSeries: players, on: stage)
    let track = lowering.track(of: players, on: stage)
    guard !overlays.isEmpty else { return .track(track) }
    return .group([lowering.clip(showing: .track(track), on: stage)] + overlays)
  }
}
