package import Primitives

/// A regular file read at once.
package enum WholeFile {
  /// All that is in it; a problem if that is more than `limit` bytes.
  package static func bytes(of path: String, limit: Int) throws(Problem) -> [UInt8] {
    try InputFile.open(path).bytes(limit: limit)
  }
}
