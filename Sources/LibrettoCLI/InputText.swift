import Foundation
import Primitives

/// A small file of data, read whole.
enum InputText {
  private static let limit = 16 << 20

  static func bytes(of path: String) throws(Problem) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Problem(.missingInput, "there is no file \(path)")
    }
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      guard data.count <= limit else {
        throw Problem(.badInput, "\(path) is too large", hints: "16 MB is the limit")
      }
      return Array(data)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(.missingInput, "can't read \(path)", hints: error.localizedDescription)
    }
  }
}
