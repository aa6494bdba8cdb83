/// The file and line of the author's that said something.
public struct Site: Hashable, Sendable {
  /// As the compiler knows it.
  public let file: String
  /// Counted from 1.
  public let line: Int

  /// What `#filePath` and `#line` say.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

extension Site: CustomStringConvertible {
  /// As messages begin: `song.swift:12`.
  public var description: String { "\(file):\(line)" }

  /// The folder that paths said here are relative to.
  package var folder: String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}
