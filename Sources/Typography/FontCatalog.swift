import Primitives

/// The families at hand, by name.
struct FontCatalog: Sendable {
  /// Sorted by name.
  let families: [FontFamily]
  /// What was passed over, and why.
  let warnings: [String]

  /// Looks through folders. A family is taken whole from the first folder that has it.
  init(folders: [String]) throws(Problem) {
    var families: [String: FontFamily] = [:]
    var warnings: [String] = []
    for folder in folders {
      var here: [String: FontFamily] = [:]
      for path in try FontFolder.files(in: folder) {
        do throws(FontFailure) {
          for face in try FontFace.faces(ofFileAt: path) {
            here[Self.key(face.family), default: FontFamily(name: face.family)].append(face)
          }
        } catch {
          warnings.append("the font \(path) was passed over: \(error.reason)")
        }
      }
      families.merge(here) { earlier, _ in earlier }
    }
    self.families = families.values.sorted { $0.name < $1.name }
    self.warnings = warnings
  }

  func family(named name: String) throws(Problem) -> FontFamily {
    let key = Self.key(name)
    if let family = families.first(where: { Self.key($0.name) == key }) { return family }
    let names = families.map(\.name)
    var hints: [String] = []
    // Slips are looked for in short names only: the search takes the product of both lengths.
    if name.utf8.count < 100, let meant = Suggestion.nearest(to: name, among: names) {
      hints.append("did you mean \"\(meant)\"?")
    }
    hints.append(names.isEmpty ? "there are no fonts at all" : "there are " + names.joined(separator: ", "))
    hints.append("fonts are read from the project's fonts folder and the bundle, never from the system")
    throw Problem(.badInput, "there is no font \"\(name.excerpt)\"", hints: hints)
  }

  /// The face that answers a request. A slant that a family doesn't have is a problem, never guessed.
  func face(for request: FontRequest) throws(Problem) -> FontFace {
    guard (1...1000).contains(request.weight) else {
      throw Problem(
        .badInput, "there is no font weight \(request.weight)",
        hints: "weights run from 1 to 1000; 400 is regular, 700 bold")
    }
    let family = try family(named: request.family)
    if let face = family.face(weight: Double(request.weight), isItalic: request.isItalic) { return face }
    let slant = request.isItalic ? "italic" : "upright face"
    let others = families.filter { request.isItalic ? $0.hasItalic : $0.hasUpright }.map(\.name)
    var hints = [request.isItalic ? "ask for it upright" : "ask for its italic"]
    if !others.isEmpty { hints.append("families that have one: " + others.joined(separator: ", ")) }
    throw Problem(.badInput, "the font \"\(family.name)\" has no \(slant)", hints: hints)
  }

  /// What names are compared by: letter case, spaces and hyphens don't matter.
  private static func key(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace && $0 != "-" }
  }
}
