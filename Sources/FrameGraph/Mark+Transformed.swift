import Primitives

extension [Mark] {
  /// The same marks at another place of the screen; what was filtered is filtered as before.
  func transformed(by screen: Matrix) -> [Mark] { map { $0.transformed(by: screen) } }
}

extension Mark {
  fileprivate func transformed(by screen: Matrix) -> Mark {
    func moved(_ matrix: Matrix) -> Matrix { matrix.then(screen).snapped }
    switch self {
    case .fill(let outline, let ink, let matrix, let opacity):
      return .fill(outline, ink.transformed(by: screen), at: moved(matrix), opacity: opacity)
    case .stroke(let outline, let width, let ink, let matrix, let opacity):
      return .stroke(
        outline, width: width, ink.transformed(by: screen), at: moved(matrix), opacity: opacity)
    case .text(let block, let pass, let ink, let matrix, let opacity):
      return .text(block, pass, ink.transformed(by: screen), at: moved(matrix), opacity: opacity)
    case .lights(let lights, let ink, let matrix, let opacity):
      return .lights(lights, ink.transformed(by: screen), at: moved(matrix), opacity: opacity)
    case .group(var group):
      group.marks = group.marks.transformed(by: screen)
      if let clip = group.clip { group.clip?.matrix = moved(clip.matrix) }
      group.mask = group.mask.map { mask in
        MarkGroup.Mask(marks: mask.marks.transformed(by: screen), masking: mask.masking)
      }
      return .group(group)
    case .dissolve(let from, let to, let progress):
      return .dissolve(
        from: from.transformed(by: screen), to: to.transformed(by: screen), progress: progress)
    case .mix(let from, let to, var matte):
      matte.matrix = moved(matte.matrix)
      return .mix(from: from.transformed(by: screen), to: to.transformed(by: screen), matte)
    case .sheet(var sheet):
      sheet.toScreen = sheet.toScreen.then(screen).snapped
      return .sheet(sheet)
    case .beneath(var beneath):
      beneath.clip.matrix = moved(beneath.clip.matrix)
      return .beneath(beneath)
    }
  }
}

extension Ink {
  fileprivate func transformed(by screen: Matrix) -> Ink {
    guard case .picture(var sample) = self else { return self }
    sample.toScreen = sample.toScreen.then(screen).snapped
    return .picture(sample)
  }
}
