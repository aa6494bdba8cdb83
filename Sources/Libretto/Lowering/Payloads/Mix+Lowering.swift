import Primitives
import Timeline

extension MixPayload: Payload {
  var cast: Cast { .together(first + second) }

  func recast(_ change: (Layer) -> Layer) -> MixPayload {
    var copy = self
    (copy.first, copy.second) = (first.map(change), second.map(change))
    return copy
  }

  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    let shape: MatteShape
    switch matte.form {
    case .shape(let known): shape = known
    case .picture(let name, let site):
      guard let picture = lowering.picture(name, at: site) else { return nil }
      shape = .picture(picture)
    }
    let run = MatteRun(
      shape, softness: matte.softness, isReversed: matte.isReversed,
      progress: lowering.curve(progress, or: 0, on: stage))
    return .mix(lowering.clips(of: first, on: stage), lowering.clips(of: second, on: stage), run)
  }
}

extension Neighbour: Payload {
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? { .neighbour(self) }
}
