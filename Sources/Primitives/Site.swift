/// The file and line of the author's that said something.
public struct Site: Hashable, Sendable {
  public let file: String
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

extension Site: CustomStringConvertible {
  public var description: String { "\(file):\(line)" }

  /// The folder that paths said here are relative to.
  package var folder: String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}
