package import Primitives

/// A regular file read at once.
package enum WholeFile {
  /// All that is in it; a problem if that is more than `limit` bytes.
  package static func bytes(of path: String, limit: Int) throws(Problem) -> [UInt8] {
    try InputFile.open(path).bytes(limit: limit)
  }

  /// The same, with what tells whether the file stays as it was read.
  package static func look(
    at path: String, limit: Int
  ) throws(Problem) -> (bytes: [UInt8], file: KnownFile) {
    let file = try InputFile.open(path)
    let bytes = try file.bytes(limit: limit)
    return (bytes, KnownFile(path, file.stamp, digest: Fingerprint(ofFile: bytes), isStreamed: false))
  }

  /// The same, of a file that nobody but this user can have written; nil of any other, or of one that can't be
  /// read: a cache that others may write to can't be believed. `fstat`.
  package static func ownBytes(of path: String, limit: Int = 1 << 40) -> [UInt8]? {
    // Whatever the reason is, there is nothing that could be used.
    guard let file = try? InputFile.open(path, followsLinks: false), file.isOwn else { return nil }
    return try? file.bytes(limit: limit)
  }
}
