/// A path taken apart, to make another one beside it.
struct OutputPath {
  /// Where it lies; `.` if it doesn't say.
  let folder: String
  let name: String

  init(_ path: String) {
    let bytes = path.utf8
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      (folder, name) = (".", path)
      return
    }
    folder = slash == bytes.startIndex ? "/" : String(path[..<slash])
    name = String(path[bytes.index(after: slash)...])
  }

  /// Another file in the same folder.
  func sibling(_ name: String) -> String { folder == "/" ? "/" + name : folder + "/" + name }
}
