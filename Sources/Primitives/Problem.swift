/// What went wrong, in the words of the person composing: lower case, no final period, no type names.
package struct Problem: Error, Hashable, Sendable {
  /// What kind of failure it is; it decides the exit code, after sysexits.
  package enum Kind: Int32, Sendable {
    case usage = 64
    case badInput = 65
    case missingInput = 66
    case unavailable = 69
    case bug = 70
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75
    case refused = 77
    case interrupted = 130
    case terminated = 143

    /// Whether somebody asked to stop, and nothing is wrong.
    package var isRequest: Bool { self == .interrupted || self == .terminated }
  }

  package var kind: Kind
  package var message: String
  /// Things to do about it.
  package var hints: [String]

  package init(_ kind: Kind, _ message: String, hints: String...) {
    self.init(kind, message, hints: hints)
  }

  package init(_ kind: Kind, _ message: String, hints: [String]) {
    self.kind = kind
    self.message = message
    self.hints = hints
  }
}
