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
      let usual = try JSONSerialization.jsonObject(with: JSONEncoder().encode(C().props))
      let merged = merge(given, over: usual as? [String: Any] ?? [:])
      let decoder = JSONDecoder()
      let holder = try decoder.decode(Holder<C>.self, from: JSONSerialization.data(withJSONObject: merged))
      try checkNames(of: given, in: holder.composition.props, name)
      return holder.composition
    } catch let problem as Problem {
      throw problem
    } catch let error as DecodingError {
      throw Problem(.badInput, "\(name) doesn't fit the props of \(type)", hints: words(error))
    } catch {
      throw Problem(.badInput, "\(name) doesn't fit the props of \(type)", hints: "\(error)")
    }
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
      let near = Suggestion.nearest(to: key, among: result.keys).map { ["did you mean \"\($0)\"?"] } ?? []
      throw Problem(
        .badInput, "\(name) says \"\(key)\", which isn't a prop",
        hints: near + ["the props are \(result.keys.sorted().joined(separator: ", "))"])
    }
  }

  private static func words(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "the whole" : "\"\(path.map(\.stringValue).joined(separator: "."))\""
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
    default: "a \(type)"
    }
  }
}
