import Foundation
import Primitives
import Production

/// Which Swift files a word of the command line means.
enum SourceFinder {
  /// Absolute paths: a file, the files of a folder, or a piece of `Compositions/`.
  static func sources(for word: String) throws(Problem) -> [String] {
    guard !word.isEmpty else {
      throw Problem(.usage, "the file's name is empty", hints: "name a Swift file, or a folder of them")
    }
    let files = FileManager.default
    let path = URL(fileURLWithPath: FileNames.meant(word)).resolvingSymlinksInPath().path
    if let facts = try? files.attributesOfItem(atPath: path) {
      let isFolder = facts[.type] as? FileAttributeType == .typeDirectory
      return isFolder ? try swiftFiles(in: path) : [try swiftFile(path)]
    }
    let pieces = ((try? files.contentsOfDirectory(atPath: Installation.compositions)) ?? [])
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }
    if let index = Suggestion.index(of: word, in: pieces) {
      return ["\(Installation.compositions)/\(pieces[index]).swift"]
    }
    let near = Suggestion.hints(for: word, among: pieces + neighbours(of: word))
    throw Problem(
      .missingInput, "there is no file \(word)",
      hints: near
        + ["the pieces in Compositions/ are \(pieces.sorted().joined(separator: ", "))"])
  }

  private static func swiftFile(_ path: String) throws(Problem) -> String {
    guard path.hasSuffix(".swift") else {
      throw Problem(.usage, "\(path) is no Swift file", hints: "a composition's file ends in .swift")
    }
    try checkText(path)
    return path
  }

  /// The compiler waits for ever for what a pipe may say, and takes minutes over what is no text.
  private static func checkText(_ path: String) throws(Problem) {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    if let type = try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType,
      type != .typeRegular
    {
      throw Problem(.usage, "\(path) is no Swift file", hints: "it is no regular file")
    }
    let bytes = try InputText.bytes(of: path)
    guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
      throw Problem(.badInput, "\(path) is no Swift file", hints: "it isn't text in UTF-8")
    }
  }

  private static func swiftFiles(in folder: String) throws(Problem) -> [String] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let files = names.filter { $0.hasSuffix(".swift") && $0 != "Package.swift" }
    guard !files.isEmpty else {
      throw Problem(.missingInput, "there is no Swift file in \(folder)")
    }
    let paths = files.map { "\(folder)/\($0)" }
    for path in paths { try checkText(path) }
    return paths
  }

  /// Swift files beside one that isn't there, as they would be written.
  private static func neighbours(of word: String) -> [String] {
    let folder = URL(fileURLWithPath: word).deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let prefix = word.contains("/") ? String(word[...(word.lastIndex(of: "/") ?? word.startIndex)]) : ""
    return names.filter { $0.hasSuffix(".swift") }.map { prefix + $0 }
  }
}
