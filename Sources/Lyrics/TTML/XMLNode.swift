/// A piece of an XML document: an element, or text between two.
enum XMLNode {
  case element(XMLElement)
  case text(String)
}

/// An element and what is in it. Names are without their prefixes: two namespaces of Apple's and
/// forgotten declarations make prefixes useless.
struct XMLElement {
  var name: String
  var line: Int
  var attributes: [(name: String, value: String)] = []
  var children: [XMLNode] = []

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  var elements: some Sequence<XMLElement> {
    children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element of a name below this one, in the order written.
  func first(_ wanted: String) -> XMLElement? {
    for element in elements {
      if element.name == wanted { return element }
      if let found = element.first(wanted) { return found }
    }
    return nil
  }

  /// Whether some element below this one is of a kind.
  func contains(where isWanted: (XMLElement) -> Bool) -> Bool {
    elements.contains { isWanted($0) || $0.contains(where: isWanted) }
  }

  func all(_ wanted: String) -> [XMLElement] {
    var found: [XMLElement] = []
    for element in elements {
      if element.name == wanted { found.append(element) }
      found += element.all(wanted)
    }
    return found
  }

  /// All text in it, tags forgotten.
  var text: String {
    children.reduce(into: "") { text, child in
      switch child {
      case .text(let piece): text += piece
      case .element(let element): text += element.text
      }
    }
  }
}
