package import Primitives

/// A file that says what becomes of colors: `.cube`, `.3dl` or a Hald picture. What it is, is told by what is in it.
package struct ColorTableFile: Sendable {
  package let table: ColorTable
  /// Of the file's bytes.
  package let digest: Fingerprint
  /// Whether its file stays as it was read; nil for bytes that were at hand.
  package private(set) var file: KnownFile?

  /// Reads a whole file; what is wrong with it is said with its line.
  package static func read(_ path: String) throws(Problem) -> ColorTableFile {
    let file = try InputFile.open(path)
    var table = try ColorTableFile(file.bytes(limit: MediaLimit.tableBytes.value), path: path)
    table.file = KnownFile(path, file.stamp, digest: table.digest, isStreamed: false)
    return table
  }

  /// The same with bytes at hand; `path` is for messages.
  package init(_ bytes: [UInt8], path: String) throws(Problem) {
    do throws(TableFault) {
      table = try ColorTableFile.table(of: bytes)
    } catch {
      throw error.problem(path)
    }
    digest = Fingerprint(ofFile: bytes)
  }

  private static func table(of bytes: [UInt8]) throws(TableFault) -> ColorTable {
    if bytes.starts(with: PictureKind.pngSignature) { return try HaldReader.read(bytes) }
    switch PictureKind(of: bytes) {
    case .other: break
    case .png, .jpeg, .gif, .webp, .bmp, .tiff, .heif, .svg:
      throw TableFault(
        nil, "it is a picture, but no PNG", hints: "a Hald picture must be a PNG: others lose colors")
    }
    var text = TableText(bytes)
    guard let first = text.next() else { throw TableFault(nil, "there is nothing in it") }
    if first.fields.count == 3, first.fields[0].isNumber {
      throw TableFault(
        first.number, "there are colors before anything says how many", hints: TableFault.kinds)
    }
    if first.fields[0].isNumber || ["3dmesh", "mesh"].contains(first.fields[0].lowercased) {
      return try MeshReader.read(bytes)
    }
    return try CubeReader.read(bytes)
  }
}

/// Why a table can't be had, and the line that is to blame, if one is.
struct TableFault: Error {
  let line: Int?
  let reason: String
  let hints: [String]

  static let kinds = ".cube and .3dl files and Hald pictures (PNG) can be read"

  init(_ line: Int?, _ reason: String, hints: String...) {
    self.line = line
    self.reason = reason
    self.hints = hints
  }

  func problem(_ path: String) -> Problem {
    let message = line.map { "\(path):\($0): \(reason)" } ?? "can't read the colors of \(path): \(reason)"
    return Problem(.badInput, message, hints: hints)
  }
}

extension TableFault {
  /// Throws for a cube with too many entries along an edge, or too few.
  static func check(side: Int, at line: Int?) throws(TableFault) {
    guard side >= 2 else {
      throw TableFault(line, "a cube needs at least 2 colors along an edge, not \(side)")
    }
    guard side <= MediaLimit.tableSide.value else {
      throw TableFault(
        line, "a cube of \(side) colors along an edge is too large",
        hints: "\(MediaLimit.tableSide.value) is the limit; libretto limits says how to set it")
    }
  }
}
