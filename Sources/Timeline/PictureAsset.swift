package import Primitives

/// A picture file that was found and looked at.
package struct PictureAsset: Hashable, Sendable {
  package var path: AssetPath
  package var facts: PictureFacts

  package init(path: AssetPath, facts: PictureFacts) {
    self.path = path
    self.facts = facts
  }
}

/// A file as the author named it, and where it is.
package struct AssetPath: Hashable, Sendable {
  /// As written.
  package var name: String
  /// Relative names start at the folder of the Swift file that wrote them.
  package var location: String

  package init(_ name: String, from site: Site) {
    self.name = name
    location = name.hasPrefix("/") ? name : site.folder + "/" + name
  }
}
