internal import Primitives

/// The text of a drawing, looked through before anything is made of it.
///
/// What would be read from outside is taken out: entities that name files. How often its elements will be
/// painted is counted, because a few of them can stand for very many.
struct SVGDocument {
  /// The text, without entities from outside.
  let bytes: [UInt8]

  init(_ source: [UInt8]) throws(PictureFault) {
    var reader = SVGReader(source)
    try reader.read()
    var kept = source
    for range in reader.foreign.reversed() { kept.replaceSubrange(range, with: "\"\"".utf8) }
    bytes = kept
    let painted = reader.paintedElements
    guard painted <= MediaLimit.svgElements.value else {
      throw .tooMuch(
        "\(painted >= SVGReader.countless ? "countless" : "\(painted)") elements to paint", .svgElements)
    }
  }
}

/// Walks through the tags of a drawing.
private struct SVGReader {
  static let countless = 1 << 60

  /// Where entities name files.
  private(set) var foreign: [Range<Int>] = []

  private let view: ByteView
  private var elements: [Element] = []
  private var names: [String: Int] = [:]
  private var open: [Int] = []

  private struct Element {
    var children: [Int] = []
    /// What is painted again because of it: by `href` and by `url(#…)`.
    var references: [String] = []
    var isGradient: Bool
  }

  init(_ source: [UInt8]) { view = ByteView(source[...]) }

  mutating func read() throws(PictureFault) {
    var position = 0
    while let start = view.find("<", from: position) {
      if view.holds("<!--", at: start) {
        guard let end = view.find("-->", from: start + 4) else { throw .cutShort }
        position = end + 3
      } else if view.holds("<![CDATA[", at: start) {
        guard let end = view.find("]]>", from: start) else { throw .cutShort }
        position = end + 3
      } else if view.holds("<?", at: start) {
        guard let end = view.find("?>", from: start) else { throw .cutShort }
        position = end + 2
      } else if view.holds("<!ENTITY", at: start) {
        position = try readEntity(start)
      } else if view.holds("<!", at: start) {
        position = start + 2
      } else {
        position = try readTag(start)
      }
    }
  }

  /// Notes where a declaration names a file or an address instead of giving text.
  private mutating func readEntity(_ start: Int) throws(PictureFault) -> Int {
    let end = try self.end(of: start)
    for word in [" SYSTEM", " PUBLIC", "\tSYSTEM", "\tPUBLIC", "\nSYSTEM", "\nPUBLIC"] {
      if let at = view.find(word, from: start), at < end {
        foreign.append(at + 1..<end)
        break
      }
    }
    return end + 1
  }

  /// Where a tag's bracket is; those in quotes don't count.
  private func end(of start: Int) throws(PictureFault) -> Int {
    var quote: Int?
    var position = start + 1
    while let byte = view.byte(position) {
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if quote == nil, byte == 0x3E {
        return position
      }
      position += 1
    }
    throw .cutShort
  }

  private mutating func readTag(_ start: Int) throws(PictureFault) -> Int {
    let end = try end(of: start)
    if view.byte(start + 1) == 0x2F {
      _ = open.popLast()
      return end + 1
    }
    let text = String(decoding: view.slice(start + 1, end - start - 1) ?? [], as: UTF8.self)
    let number = elements.count
    guard number < MediaLimit.svgElements.value else {
      throw .tooMuch("more than \(number) elements", .svgElements)
    }
    let name = text.prefix { !$0.isWhitespace && $0 != "/" }
    let plain = name.split(separator: ":").last ?? name
    elements.append(Element(isGradient: plain.hasSuffix("Gradient")))
    if let parent = open.last { elements[parent].children.append(number) }
    if let id = SVGReader.value(of: "id", in: text) { names[id] = names[id] ?? number }
    elements[number].references = SVGReader.references(in: text)
    try checkPicture(in: text)
    if !text.hasSuffix("/") {
      open.append(number)
      guard open.count <= MediaLimit.svgDepth.value else {
        throw .tooMuch("elements inside one another, \(open.count) deep", .svgDepth)
      }
    }
    return end + 1
  }

  /// A picture embedded in a tag keeps to the limits; librsvg has none for them. What can't be read is
  /// left to librsvg, which leaves it out.
  private func checkPicture(in text: String) throws(PictureFault) {
    guard let start = text.range(of: "data:image/"),
      let comma = text[start.upperBound...].firstIndex(of: ",")
    else { return }
    let head = text[start.upperBound..<comma]
    guard head.hasSuffix("base64"), !head.hasPrefix("svg") else { return }
    let code = text[text.index(after: comma)...].prefix { $0 != "\"" && $0 != "'" && $0 != ")" }
    do throws(PictureFault) {
      let inside = Base64.bytes(of: code)
      try PictureFault.checkLimits(PictureFile.layout(of: inside).size, bytes: inside.count)
    } catch {
      switch error {
      case .tooLarge(let size): throw .unsupported("a picture of \(size) pixels inside it is too large")
      case .tooMuch(let detail, let limit): throw .tooMuch("a picture inside it with \(detail)", limit)
      case .otherKind, .cutShort, .damaged, .unsupported, .tooHard, .failed: return
      }
    }
  }

  private static func value(of attribute: String, in text: String) -> String? {
    for quote in ["\"", "'"] {
      guard let start = text.range(of: " \(attribute)=\(quote)") else { continue }
      return String(text[start.upperBound...].prefix { String($0) != quote })
    }
    return nil
  }

  private static func references(in text: String) -> [String] {
    var found: [String] = []
    for (mark, end) in [
      ("href=\"#", "\""), ("href='#", "'"), ("url(#", ")"), ("url('#", "'"), ("url(\"#", "\""),
    ] {
      var rest = text[...]
      while let start = rest.range(of: mark) {
        rest = rest[start.upperBound...]
        found.append(String(rest.prefix { String($0) != end }))
      }
    }
    return found
  }

  /// How many elements are painted, each counted as often as it is.
  var paintedElements: Int {
    var weights = [Int](repeating: -1, count: elements.count)
    var isOpen = [Bool](repeating: false, count: elements.count)
    // A stack of our own: references can lead through all elements one by one.
    var stack: [(number: Int, next: Int, sum: Int)] = []
    guard !elements.isEmpty else { return 0 }
    stack.append((0, 0, 1))
    isOpen[0] = true
    while let (number, next, sum) = stack.last {
      let element = elements[number]
      guard next < element.children.count + element.references.count else {
        weights[number] = min(sum, SVGReader.countless)
        isOpen[number] = false
        stack.removeLast()
        if !stack.isEmpty {
          stack[stack.count - 1].sum = min(
            SVGReader.countless, stack[stack.count - 1].sum + weights[number])
        }
        continue
      }
      stack[stack.count - 1].next += 1
      let isChild = next < element.children.count
      let target =
        isChild ? element.children[next] : names[element.references[next - element.children.count]]
      // What leads back to itself is painted by nobody.
      guard let target, !isOpen[target], isChild || !elements[target].isGradient else { continue }
      if weights[target] >= 0 {
        stack[stack.count - 1].sum = min(SVGReader.countless, sum + weights[target])
      } else {
        isOpen[target] = true
        stack.append((target, 0, 1))
      }
    }
    return weights[0]
  }
}

extension String {
  /// Where some text is first found. Without Foundation there is none.
  fileprivate func range(of text: String) -> Range<String.Index>? { self[...].range(of: text) }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<String.Index>? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var start = utf8.startIndex
    while let at = utf8[start...].firstIndex(of: first) {
      if utf8[at...].starts(with: wanted) { return at..<utf8.index(at, offsetBy: wanted.count) }
      start = utf8.index(after: at)
    }
    return nil
  }
}
