import Primitives
import Timeline

/// Colors looked up in a table.
private struct TableGrade: AskedEffect {
  var strength: Animated<Double>
  var path: String
  var site: Site
  /// Of the table, once it is found.
  var digest: Fingerprint?

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&strength)
    digest = resolver.table(path, at: site)
  }

  func filter(at instant: EffectInstant) -> Filter {
    // A table that can't be had was reported.
    guard let digest else { return .grade(.matrix(.identity)) }
    return .grade(.table(digest, strength: instant.number(strength, 0...1)))
  }
}

extension Grade {
  /// As a file of colors says: `.cube`, `.3dl` or a Hald picture; so much of the way. The path starts at the Swift
  /// file's folder.
  public static func lut(
    _ path: String, strength: some NumberForm = 1, file: String = #filePath, line: Int = #line
  ) -> Grade {
    Grade(
      TableGrade(strength: strength.animatedNumber, path: path, site: Site(file: file, line: line)))
  }
}
