import Foundation
package import Libretto
package import Primitives

/// Fills a composition's props from JSON: what the JSON doesn't say stays as the author's file has it.
package enum PropsReader {
  /// - Parameter name: what messages call the JSON, such as its file's name.
  package static func composition(
    _ type: any Composition.Type, json: [UInt8], named name: String
  ) throws(Problem) -> any Composition {
    try make(type, json, name)
  }

  private static func make<C: Composition>(
    _ type: C.Type, _ json: [UInt8], _ name: String
  ) throws(Problem) -> any Composition {
    guard C.Props.self != NoProps.self else {
      throw Problem(
        .badInput, "\(type) takes no props", hints: "declare them: struct Props: Codable, Sendable { … }",
        "or leave out --props")
    }
    let given = try object(Data(json), name)
    do {
      let composition = try filled(type, with: given)
      try checkNames(of: given, in: composition.props, name)
      return composition
    } catch let problem as Problem {
      throw problem
    } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
      // What Foundation says of a number that the property can't hold. It doesn't say where.
      let culprit = given.sorted { $0.key < $1.key }.first { (try? filled(type, with: [$0: $1])) == nil }
      throw Problem(
        .badInput, "\(name) doesn't fit the props of \(type)",
        hints: "\(culprit.map { "\"\($0.key)\"" } ?? "a number") can't hold that number",
        "is it whole, and not too large?")
    } catch let error as DecodingError {
      throw Problem(.badInput, "\(name) doesn't fit the props of \(type)", hints: words(error))
    } catch {
      throw Problem(.badInput, "\(name) doesn't fit the props of \(type)", hints: "\(error)")
    }
  }

  private static func filled<C: Composition>(_ type: C.Type, with given: [String: Any]) throws -> C {
    let usual = try JSONSerialization.jsonObject(with: JSONEncoder().encode(C().props))
    let merged = merge(given, over: usual as? [String: Any] ?? [:])
    let data = try JSONSerialization.data(withJSONObject: merged)
    return try JSONDecoder().decode(Holder<C>.self, from: data).composition
  }

  /// Lets a composition read its props from whatever decoder JSON has.
  private struct Holder<C: Composition>: Decodable {
    let composition: C
    init(from decoder: any Decoder) throws { composition = try C.reading(propsFrom: decoder) }
  }

  private static func object(_ data: Data, _ name: String) throws(Problem) -> [String: Any] {
    do {
      guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
        throw Problem(.badInput, "\(name) is no JSON object", hints: "props look like {\"name\": \"Ada\"}")
      }
      return object
    } catch let problem as Problem {
      throw problem
    } catch {
      let reason = (error as NSError).userInfo["NSDebugDescription"] as? String
      throw Problem(.badInput, "\(name) is no JSON", hints: reason.map { [$0] } ?? [])
    }
  }

  private static func merge(_ given: [String: Any], over usual: [String: Any]) -> [String: Any] {
    usual.merging(given) { old, new in
      guard let old = old as? [String: Any], let new = new as? [String: Any] else { return new }
      return merge(new, over: old)
    }
  }

  /// A name that comes out of the props again is known; one that doesn't is a slip.
  private static func checkNames(
    of given: [String: Any], in props: some Encodable, _ name: String
  ) throws {
    let result =
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(props)) as? [String: Any] ?? [:]
    for key in given.keys.sorted() where result[key] == nil && !(given[key] is NSNull) {
      let near = Suggestion.hints(for: key, among: result.keys, quoted: true)
      throw Problem(
        .badInput, "\(name) says \"\(key)\", which isn't a prop",
        hints: near + ["the props are \(result.keys.sorted().joined(separator: ", "))"])
    }
  }

  private static func words(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "the whole" : "\"\(path.reduce("", joined))\""
    }
    func joined(_ path: String, _ key: any CodingKey) -> String {
      if let index = key.intValue { return path + "[\(index)]" }
      return path.isEmpty ? key.stringValue : path + "." + key.stringValue
    }
    return switch error {
    case .typeMismatch(let type, let context): "\(place(context.codingPath)) should be \(kind(type))"
    case .valueNotFound(let type, let context):
      "\(place(context.codingPath)) is null and should be \(kind(type))"
    case .keyNotFound(let key, let context): "\(place(context.codingPath + [key])) is missing"
    case .dataCorrupted(let context): "\(place(context.codingPath)): \(context.debugDescription)"
    @unknown default: "\(error)"
    }
  }

  private static func kind(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Bool.Type: "true or false"
    case is any BinaryInteger.Type: "a whole number"
    case is any BinaryFloatingPoint.Type: "a number"
    case is [Any].Type: "a list"
    case is [String: Any].Type: "an object"
    default: "a \(type)"
    }
  }
}
