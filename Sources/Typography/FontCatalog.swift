import Primitives

/// The families at hand, by name.
struct FontCatalog: Sendable {
  /// Sorted by name.
  let families: [FontFamily]
  /// What was passed over, and why.
  let warnings: [String]

  /// Looks through folders. A family is taken whole from the first folder that has it. What is broken in
  /// the system's folders is passed over without a word.
  init(folders: [String], systemFolders: [String] = []) throws(Problem) {
    var families: [String: FontFamily] = [:]
    var warnings: [String] = []
    for (index, folder) in (folders + systemFolders).enumerated() {
      var here: [String: FontFamily] = [:]
      for path in try FontFolder.files(in: folder) {
        do throws(FontFailure) {
          for face in try FontFace.faces(ofFileAt: path) {
            here[Self.key(face.family), default: FontFamily(name: face.family)].append(face)
          }
        } catch {
          guard index < folders.count else { continue }
          warnings.append("the font \(path) was passed over: \(error.reason)")
        }
      }
      families.merge(here) { earlier, _ in earlier }
    }
    self.families = families.values.sorted { $0.name < $1.name }
    self.warnings = warnings
  }

  func family(named name: String) -> FontFamily? {
    let key = Self.key(name)
    return families.first { Self.key($0.name) == key }
  }

  /// The face that answers a request. A slant that a family doesn't have is a problem, never guessed; so
  /// is an axis.
  func choice(for request: FontRequest) throws(Problem) -> FontChoice {
    let family = try known(request.family)
    guard let face = family.face(for: request) else { throw noSlant(family, request) }
    for axis in request.axes where face.axis(axis.tag) == nil {
      throw Problem(
        .badInput, "the font \"\(family.name)\" has no axis \"\(axis.tag)\"",
        hints: face.axes.isEmpty
          ? "it isn't variable" : "its axes: " + face.axes.map(\.description).joined(separator: ", "))
    }
    return FontChoice(face, for: request)
  }

  /// The faces of the fallbacks, in turn: each as near to the request as its family has it.
  func fallbacks(for request: FontRequest) throws(Problem) -> [FontChoice] {
    var choices: [FontChoice] = []
    for name in request.fallbacks {
      guard let face = try known(name).nearestFace(for: request) else { continue }
      choices.append(FontChoice(face, for: request))
    }
    return choices
  }

  /// The families that have all of some characters, and those that have some of them.
  func families(
    with scalars: [Unicode.Scalar], for request: FontRequest
  ) -> (all: [FontFamily], some: [FontFamily]) {
    let counts = families.map { $0.nearestFace(for: request)?.count(of: scalars) ?? 0 }
    func those(_ isMeant: (Int) -> Bool) -> [FontFamily] {
      families.indices.filter { isMeant(counts[$0]) }.map { families[$0] }
    }
    return (those { $0 == scalars.count }, those { $0 > 0 && $0 < scalars.count })
  }

  private func known(_ name: String) throws(Problem) -> FontFamily {
    if let family = family(named: name) { return family }
    let names = families.map(\.name)
    var hints: [String] = []
    // Slips are looked for in short names only: the search takes the product of both lengths.
    if name.utf8.count < 100, let meant = Suggestion.nearest(to: name, among: names) {
      hints.append("did you mean \"\(meant)\"?")
    }
    hints.append(names.isEmpty ? "there are no fonts at all" : "there are " + names.joined(separator: ", "))
    throw Problem(.badInput, "there is no font \"\(name.excerpt)\"", hints: hints)
  }

  private func noSlant(_ family: FontFamily, _ request: FontRequest) -> Problem {
    let slant = request.isItalic ? "italic" : "upright face"
    let others = families.filter { request.isItalic ? $0.hasItalic : $0.hasUpright }.map(\.name)
    var hints = [request.isItalic ? "ask for it upright" : "ask for its italic"]
    if !others.isEmpty { hints.append("families that have one: " + others.joined(separator: ", ")) }
    return Problem(.badInput, "the font \"\(family.name)\" has no \(slant)", hints: hints)
  }

  /// What names are compared by: letter case, spaces and hyphens don't matter.
  private static func key(_ name: String) -> String {
    // Every text asks for a name. Characters weigh more than bytes, and nearly all names are ASCII.
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      let kept = name.lowercased().utf8.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x2D }
      return String(decoding: kept, as: UTF8.self)
    }
    return name.lowercased().filter { !$0.isWhitespace && $0 != "-" }
  }
}

extension FontFace.Axis: CustomStringConvertible {
  var description: String { "\(tag) from \(range.lowerBound.plain) to \(range.upperBound.plain)" }
}
