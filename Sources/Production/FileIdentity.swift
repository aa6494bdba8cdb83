import Foundation

/// Which file a path leads to, by whatever name.
struct FileIdentity: Hashable {
  private let device: Int
  private let number: Int

  /// Nil where there is no file.
  init?(_ path: String) {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let facts = try? FileManager.default.attributesOfItem(atPath: place),
      let device = facts[.systemNumber] as? Int, let number = facts[.systemFileNumber] as? Int
    else { return nil }
    self.device = device
    self.number = number
  }
}
