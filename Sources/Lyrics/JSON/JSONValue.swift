internal import Primitives

/// A value in JSON. Numbers keep their digits, so that times stay exact.
enum JSONValue {
  case null
  case bool(Bool)
  case number(Bytes)
  case string(String)
  case list([JSONValue])
  /// Its members, and the line it begins on.
  case object([(name: String, value: JSONValue)], line: Int)

  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members, _) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The first of several members that is there and isn't null.
  func first(_ names: String...) -> JSONValue? {
    for name in names {
      guard let value = self[name] else { continue }
      if case .null = value { continue }
      return value
    }
    return nil
  }

  var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var bool: Bool? { if case .bool(let truth) = self { truth } else { nil } }
  var isObject: Bool { if case .object = self { true } else { false } }
  var digits: Bytes? {
    switch self {
    case .number(let digits): digits
    case .string(let text): Array(text.utf8)[...]
    default: nil
    }
  }
  var integer: Int? { digits?.integer }

  /// Where it stands: its own line, or that of the first object in it.
  var line: Int? {
    switch self {
    case .object(_, let line): line
    case .list(let values): values.first?.line
    case .null, .bool, .number, .string: nil
    }
  }
}
