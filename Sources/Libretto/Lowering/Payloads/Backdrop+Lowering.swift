import Timeline

extension BackdropPayload: Payload {
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? { .backdrop }
}
