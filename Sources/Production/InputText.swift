import Foundation
package import Primitives

/// A small file of data, read whole; `-` is standard input.
package enum InputText {
  private static let limit = 16 << 20

  package static func bytes(of path: String) throws(Problem) -> [UInt8] {
    if path == "-" { return try read(FileHandle.standardInput, path) }
    guard FileManager.default.fileExists(atPath: path) else {
      throw Problem(.missingInput, "there is no file \(path)")
    }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    // A file whose kind nobody tells can be tried all the same.
    let kind = try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
    guard kind != .typeDirectory else {
      throw Problem(.missingInput, "can't read \(path): it is a folder")
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Problem(.missingInput, "can't read \(path)", hints: "may it be read by you?")
    }
    return try read(file, path)
  }

  private static func read(_ file: FileHandle, _ path: String) throws(Problem) -> [UInt8] {
    let data: Data?
    do {
      data = try file.read(upToCount: limit + 1)
    } catch {
      throw Problem(.inputOutput, "can't read \(path)", hints: error.localizedDescription)
    }
    guard let data else { return [] }
    guard data.count <= limit else {
      throw Problem(.badInput, "\(path) is too large", hints: "16 MB is the limit")
    }
    return Array(data)
  }
}
