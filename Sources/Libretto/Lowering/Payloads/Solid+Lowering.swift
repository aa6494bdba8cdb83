import Timeline

extension SolidPayload: Payload {
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? { .solid(color) }
}
