internal import Primitives

extension LyricCheck {
  /// Findings as a list of JSON objects; times are milliseconds.
  package static func json(_ findings: [LyricFinding]) -> String {
    let objects = findings.map { finding in
      var members = ["\"kind\": \"\(finding.kind.rawValue)\""]
      if let line = finding.line { members.append("\"line\": \(line)") }
      if let start = finding.start { members.append("\"startMs\": \(ClockText.count(start, .three))") }
      return JSONWriter.object(members + JSONWriter.string("message", finding.message))
    }
    return objects.isEmpty ? "[]" : "[\n  \(objects.joined(separator: ",\n  "))\n]"
  }
}
