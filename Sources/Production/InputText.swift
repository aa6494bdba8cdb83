import Foundation
import Media
package import Primitives

/// A small file of data, read whole; `-` is standard input.
package enum InputText {
  private static let limit = 16 << 20

  package static func bytes(of path: String) throws(Problem) -> [UInt8] {
    path == "-" ? try standardInput() : try look(at: path).bytes
  }

  /// What is in a file, never standard input, and what tells whether it stays so.
  static func look(at path: String) throws(Problem) -> (bytes: [UInt8], file: KnownFile) {
    try WholeFile.look(at: path, limit: limit)
  }

  private static func standardInput() throws(Problem) -> [UInt8] {
    let data: Data?
    do {
      data = try FileHandle.standardInput.read(upToCount: limit + 1)
    } catch {
      throw Problem(.inputOutput, "can't read standard input", hints: error.localizedDescription)
    }
    guard let data else { return [] }
    guard data.count <= limit else {
      throw Problem(.badInput, "standard input is too large", hints: "16 MB is the limit")
    }
    return Array(data)
  }
}
