import Foundation

/// An exhibition: a folder of `Docs/Gallery`, and the page of the documentation that shows all that is in it.
struct Gallery: Sendable {
  /// The folder's name.
  let name: String
  /// The page's name, in `Docs`.
  let page: String
  let strips: [Strip]

  static let all = [
    Gallery(name: "Transitions", page: "Transitions.md", strips: TransitionStrips.all),
    Gallery(name: "Effects", page: "Effects.md", strips: EffectStrips.all),
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let folder = root.appending(path: "Docs/Gallery")

  func pageText() throws -> String {
    try String(contentsOf: Gallery.root.appending(path: "Docs/\(page)"), encoding: .utf8)
  }

  /// The pictures in its folder, without their endings.
  func pictures() throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(
      at: Gallery.folder.appending(path: name), includingPropertiesForKeys: nil)
    return files.map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }
}
