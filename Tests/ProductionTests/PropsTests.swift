import Libretto
import Primitives
import Production
import Testing

@Suite("Props")
struct PropsTests {
  struct Invitation: Composition {
    struct Props: Codable, Sendable, Equatable {
      var name = "you"
      var seat = 1
      var note: String?
      var colors = ["red"]
      var host = Host()
    }
    struct Host: Codable, Sendable, Equatable {
      var name = "me"
      var isFormal = false
    }
    var props = Props()
    var body: Layers { Text(props.name) }
  }

  private func read(_ json: String) throws(Problem) -> Invitation.Props? {
    let composition = try PropsReader.composition(
      Invitation.self, json: Array(json.utf8), named: "row.json")
    return (composition as? Invitation)?.props
  }

  @Test("keep what the JSON doesn't say")
  func defaults() throws {
    #expect(try read("{}") == .init())
    #expect(try read(#"{"seat": 12}"#) == .init(seat: 12))
    #expect(try read(#"{"host": {"isFormal": true}}"#) == .init(host: .init(isFormal: true)))
    #expect(try read(#"{"note": "bring cake", "name": "Zoë"}"#) == .init(name: "Zoë", note: "bring cake"))
  }

  @Test(
    "refuse what doesn't fit, and say why",
    arguments: [
      (#"{"nmae": "x"}"#, "did you mean \"name\"?"),
      (#"{"seat": "x"}"#, "\"seat\" should be a whole number"),
      (#"{"host": {"isFormal": 3}}"#, "\"host.isFormal\" should be true or false"),
      (#"{"seat": 1.5}"#, "\"seat\" can't hold that number"),
      (#"{"name": "x", "seat": 1e30}"#, "\"seat\" can't hold that number"),
      (#"{"colors": {}}"#, "\"colors\" should be a list"),
      (#"{"colors": ["x", 1]}"#, "\"colors[1]\" should be text"), (#"{"host": []}"#, "should be an object"),
      (#"{"name": null}"#, "\"name\" is null and should be text"), (#"[1]"#, "props look like"),
      (#"{"seat": 1"#, ""), ("", ""), ("\u{0}", ""),
    ])
  func refusals(json: String, hint: String) throws {
    let problem = #expect(throws: Problem.self) { try read(json) }
    #expect(problem?.kind == .badInput)
    let hints = problem?.hints.joined() ?? ""
    #expect(hint.isEmpty || hints.contains(hint))
  }

  @Test("are refused by a composition that has none")
  func none() {
    struct Plain: Composition { var body: Layers { Solid(.red) } }
    #expect(throws: Problem.self) {
      try PropsReader.composition(Plain.self, json: Array("{}".utf8), named: "row.json")
    }
  }
}
