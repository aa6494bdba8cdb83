import Primitives

/// Faces that share a family name.
struct FontFamily: Hashable, Sendable {
  let name: String
  private(set) var faces: [FontFace] = []

  init(name: String) { self.name = name }

  mutating func append(_ face: FontFace) { faces.append(face) }

  var hasItalic: Bool { faces.contains(where: \.canBeItalic) }
  var hasUpright: Bool { faces.contains(where: \.canBeUpright) }

  /// The face that CSS would choose: of the slant asked for, then by width, then by weight. Nil if no
  /// face has that slant.
  func face(for request: FontRequest) -> FontFace? {
    let upright = faces.enumerated().filter {
      request.isItalic ? $0.element.canBeItalic : $0.element.canBeUpright
    }
    let ranked = upright.map { place, face in Rank(face, place: place, request: request) }
    return ranked.min { $0.isBetter(than: $1) }.map { faces[$0.place] }
  }

  /// The same, upright if there is nothing else: for characters that only this family has.
  func nearestFace(for request: FontRequest) -> FontFace? {
    var upright = request
    upright.isItalic.toggle()
    return face(for: request) ?? face(for: upright)
  }
}

/// How well a face answers a request.
private struct Rank {
  let place: Int
  let width: (tier: Int, distance: Double)
  /// 0 for what was drawn as it is asked for, 1 for what only leans.
  let slant: Int
  let weight: (tier: Int, distance: Double)

  init(_ face: FontFace, place: Int, request: FontRequest) {
    self.place = place
    let weight = Double(request.weight)
    width = Self.distance(
      from: request.width, to: request.width.clamped(to: face.widths), looksDown: request.width <= 100)
    slant = request.isItalic && !face.isItalic ? 1 : 0
    self.weight =
      (400...500).contains(weight)
      ? Self.middleDistance(from: weight, to: weight.clamped(to: face.weights))
      : Self.distance(from: weight, to: weight.clamped(to: face.weights), looksDown: weight < 400)
  }

  func isBetter(than other: Rank) -> Bool {
    let (mine, its) = (
      (width.tier, width.distance, slant), (other.width.tier, other.width.distance, other.slant)
    )
    if mine != its { return mine < its }
    return (weight.tier, weight.distance, place) < (other.weight.tier, other.weight.distance, other.place)
  }

  /// The order of CSS: narrow widths and light weights look among the smaller first, wide and bold ones
  /// among the larger.
  private static func distance(from asked: Double, to value: Double, looksDown: Bool) -> (Int, Double) {
    let distance = (value - asked).magnitude
    return (distance == 0 ? 0 : (value < asked) == looksDown ? 1 : 2, distance)
  }

  /// Around 400: up to 500 first, then lighter, then bolder.
  private static func middleDistance(from asked: Double, to weight: Double) -> (Int, Double) {
    let distance = (weight - asked).magnitude
    if distance == 0 { return (0, 0) }
    return weight > asked ? (weight <= 500 ? 1 : 3, distance) : (2, distance)
  }
}
