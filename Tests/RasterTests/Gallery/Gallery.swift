import Foundation

/// An exhibition: a folder of `Docs/Gallery`, and the page of the documentation that shows all that is in it.
struct Gallery: Sendable {
  /// The folder's name.
  let name: String
  /// The page's name, in `Docs`.
  let page: String
  /// Where, from the package's root, the names are declared that must be shown, and a pattern that finds them.
  let sources: String
  let declaration: String
  let strips: [Strip]

  static let all = [
    Gallery(
      name: "Transitions", page: "Transitions.md", sources: "Sources/Libretto/Transitions",
      declaration: #"public static (?:let|func) (\w+)(?: = Transition\(|(?:\(|.*\n)[^{]*-> Transition)"#,
      strips: TransitionStrips.all),
    Gallery(
      name: "Effects", page: "Effects.md", sources: "Sources/Libretto/Effects",
      declaration: #"public (?:static )?func (?!graded)(\w+)\([^{]*-> (?:Styled|Grade) "#,
      strips: EffectStrips.all),
    Gallery(
      name: "Captions", page: "Captions.md", sources: "Sources/Libretto/Captions/Styles",
      declaration: #"public static (?:func|var) (\w+)(?:: |\([^{]*-> )\w+Captions"#,
      strips: CaptionStrips.all),
    Gallery(
      name: "Looks", page: "Captions.md", sources: "Sources/Libretto/Captions/Looks",
      declaration: #"public static let (\w+) = CaptionLook"#, strips: LookStrips.all),
    Gallery(
      name: "Layout", page: "Layout.md", sources: "Sources/Libretto/Elements",
      declaration: #"public struct (?!Group|Camera)(\w+): Arranging"#, strips: LayoutStrips.all),
    Gallery(
      name: "Space", page: "Compositing.md", sources: "Sources/Libretto/Modifiers",
      declaration: #"public func (tilted|depth|frosted)\("#, strips: SpaceStrips.all),
    Gallery(
      name: "Visualizers", page: "Visualizers.md", sources: "Sources/Libretto/Visualizers",
      declaration: #"public static func (\w+)\([^{]*-> VisualizerStyle"#, strips: VisualizerStrips.all),
    Gallery(
      name: "Replays", page: "Time.md", sources: "Sources/Libretto/Modifiers",
      declaration: #"public func (\w+)\([^{]*-> Replay "#, strips: ReplayStrips.all),
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let folder = root.appending(path: "Docs/Gallery")

  func pageText() throws -> String {
    try String(contentsOf: Gallery.root.appending(path: "Docs/\(page)"), encoding: .utf8)
  }

  /// The names that authors can say; their strips are called so, or begin so: `iris`, `iris-star`,
  /// `zoom-blurred`.
  func declaredNames() throws -> Set<String> {
    let folder = Gallery.root.appending(path: sources)
    let pattern = try Regex(declaration)
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "swift" }.reduce(into: []) { names, file in
      let source = try String(contentsOf: file, encoding: .utf8)
      names.formUnion(source.matches(of: pattern).compactMap { $0[1].substring.map(String.init) })
    }
  }

  /// The pictures in its folder, without their endings.
  func pictures() throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(
      at: Gallery.folder.appending(path: name), includingPropertiesForKeys: nil)
    return files.map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }
}
