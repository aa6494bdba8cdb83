internal import Glibc
internal import Primitives

extension Problem {
  /// Why a file that was named can't be read.
  static func unreadable(_ path: String, _ code: Int32) -> Problem {
    switch code {
    case ENOENT, ENOTDIR: Problem(.missingInput, "there is no file \(path)")
    case EACCES, EPERM: Problem(.missingInput, "can't read \(path): permission denied")
    case ENAMETOOLONG, ELOOP: Problem(.missingInput, "can't read \(path): \(words(of: code))")
    case EMFILE, ENFILE, ENOMEM: Problem(.temporary, "can't read \(path): \(words(of: code))")
    default: Problem(.inputOutput, "can't read \(path): \(words(of: code))")
    }
  }

  /// Why a file can't be written; `byteCount` is how much of it there was to write.
  static func unwritable(_ path: String, _ code: Int32, byteCount: Int? = nil) -> Problem {
    switch code {
    case ENOSPC, EDQUOT, EFBIG:
      diskFull(path, needed: byteCount)
    case EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG, ELOOP, ETXTBSY:
      Problem(.cannotCreate, "can't write \(path): \(words(of: code))")
    case EMFILE, ENFILE, ENOMEM:
      Problem(.temporary, "can't write \(path): \(words(of: code))")
    default:
      Problem(.inputOutput, "can't write \(path): \(words(of: code))")
    }
  }

  private static func diskFull(_ path: String, needed: Int?) -> Problem {
    var figures: [String] = []
    if let needed { figures.append("it needs about \(megabytes(needed))") }
    if let free = freeBytes(beside: path) { figures.append("\(megabytes(free)) are free") }
    let detail = figures.isEmpty ? "" : ": " + figures.joined(separator: ", and ")
    return Problem(
      .temporary, "the disk is full while writing \(path)\(detail)", hints: "make room and run it again")
  }

  /// What anybody may still write to the disk that a file would be on. `statvfs`.
  private static func freeBytes(beside path: String) -> Int? {
    var status = statvfs()
    guard statvfs(OutputPath(path).folder, &status) == 0 else { return nil }
    return Int(
      clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
        .partialValue)
  }

  private static func megabytes(_ count: Int) -> String {
    let tenths = (count + 99_999) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  private static func words(of code: Int32) -> String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
