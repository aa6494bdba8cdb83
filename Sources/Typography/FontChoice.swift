import Primitives

/// A face and where its axes stand.
struct FontChoice: Hashable, Sendable {
  let face: FontFace
  let axes: [FontAxis]

  init(_ face: FontFace, for request: FontRequest) {
    self.face = face
    axes = face.axes(for: request)
  }
}
