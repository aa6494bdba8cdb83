import Primitives

/// Faces that share a family name.
struct FontFamily: Hashable, Sendable {
  let name: String
  private(set) var faces: [FontFace] = []

  init(name: String) { self.name = name }

  mutating func append(_ face: FontFace) { faces.append(face) }

  var hasItalic: Bool { faces.contains(where: \.isItalic) }
  var hasUpright: Bool { faces.contains { !$0.isItalic } }

  /// The face that CSS would choose: of the slant asked for, as near to the normal width as there is,
  /// then by weight. Nil if no face has that slant.
  func face(weight: Double, isItalic: Bool) -> FontFace? {
    let ranked = faces.enumerated().filter { $0.element.isItalic == isItalic }.map { place, face in
      Rank(face, place: place, weight: weight)
    }
    return ranked.min { $0.isBetter(than: $1) }.map { faces[$0.place] }
  }
}

/// How well a face answers a request.
private struct Rank {
  let place: Int
  let width: Double
  let weight: (tier: Int, distance: Double)

  init(_ face: FontFace, place: Int, weight: Double) {
    self.place = place
    width = (face.width - 100).magnitude
    self.weight = Self.distance(from: weight, to: face.weight(nearestTo: weight))
  }

  func isBetter(than other: Rank) -> Bool {
    (width, weight.tier, weight.distance, place)
      < (other.width, other.weight.tier, other.weight.distance, other.place)
  }

  /// The order of CSS: near 400 first up to 500, then lighter, then bolder; light weights look among the
  /// lighter first, bold ones among the bolder.
  private static func distance(from asked: Double, to weight: Double) -> (Int, Double) {
    let distance = (weight - asked).magnitude
    if distance == 0 { return (0, 0) }
    if (400...500).contains(asked) {
      if weight > asked { return (weight <= 500 ? 1 : 3, distance) }
      return (2, distance)
    }
    return ((asked < 400) == (weight < asked) ? 1 : 2, distance)
  }
}
