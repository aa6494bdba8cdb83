import Libretto
import Rehearsal
import Testing

/// Every kind of statement an author may write.
private struct Everything: Composition {
  struct Props: Codable, Sendable {
    var verse = true
    var count = 3
    var name: String?
  }
  var props = Props()
  var canvas: Canvas { .square1080.lasting(2) }

  var body: Layers {
    Solid(.ink)
    for number in 0..<props.count { Text("\(number)") }
    if props.verse { Text("verse") } else { Text("chorus") }
    if let name = props.name { Text(name) }
    let shade = Rectangle().fill(.black)
    shade.opacity(0.5)
    switch props.count {
    case 0: Text("none")
    case 1: Text("one")
    default:
      Text("many")
      Text("more")
    }
    if #available(macOS 15, *) { Text("now") }
    parts
    Badge(word: "new").opacity(0.25).offset(x: 5)
  }

  @LayersBuilder private var parts: Layers {
    Ellipse().unfilled().stroke(.gold, width: 3)
    Group {}
  }
}

private struct Badge: Component {
  let word: String
  var body: Layers {
    Rectangle(cornerRadius: 4)
    Text(word)
  }
}

@Suite("A builder")
struct BuilderTests {
  @Test("takes loops, conditions, choices, variables, lists and components")
  func takesEverything() {
    #expect(
      Everything().dump() == """
        0.000 2.000  solid  #0b1020
        0.000 2.000  text  "0"  #ffffff
        0.000 2.000  text  "1"  #ffffff
        0.000 2.000  text  "2"  #ffffff
        0.000 2.000  text  "verse"  #ffffff
        0.000 2.000  rectangle  #000000  opacity 0.5
        0.000 2.000  text  "many"  #ffffff
        0.000 2.000  text  "more"  #ffffff
        0.000 2.000  text  "now"  #ffffff
        0.000 2.000  ellipse  stroke 3 #ffc857
        0.000 2.000  group
        0.000 2.000  group  offset 5,0  opacity 0.25
          0.000 2.000  rectangle  #ffffff
          0.000 2.000  text  "new"  #ffffff
        """)
  }

  @Test("makes another film of other props")
  func readsProps() throws {
    let values: [String: Any] = ["verse": false, "count": 0, "name": "Ada"]
    let film = try Everything.reading(propsFrom: DictionaryDecoder(values: values))
    let words = film.lowered().timeline?.clips.compactMap { clip -> String? in
      if case .text(let lettering) = clip.content { lettering.block.text } else { nil }
    }
    #expect(words == ["chorus", "Ada", "none", "now"])
  }

  @Test("remembers the line of each element")
  func remembersLines() {
    let first = #line + 2
    let layers = Sketch {
      Solid(.ink)
      Group {
        Text("a")
          .opacity(0.5)
      }
    }.body
    #expect((layers + layers[1].parts).map(\.site.line) == [first, first + 1, first + 2])
    #expect(layers[0].site.file == #filePath)
  }
}

/// A decoder of one dictionary, as JSON's would be.
private struct DictionaryDecoder: Decoder {
  let values: [String: Any]
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed<Key>(values: values))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Unsupported() }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Unsupported() }

  private struct Unsupported: Error {}

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let values: [String: Any]
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { values.keys.compactMap(Key.init(stringValue:)) }
    func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { values[key.stringValue] == nil }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
      guard let value = values[key.stringValue] as? T else { throw Unsupported() }
      return value
    }
    func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key) throws
      -> KeyedDecodingContainer<Nested>
    { throw Unsupported() }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      throw Unsupported()
    }
    func superDecoder() throws -> any Decoder { throw Unsupported() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw Unsupported() }
  }
}
