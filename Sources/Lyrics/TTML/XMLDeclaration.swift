/// What XML says about the bytes it is made of: `<?xml version="1.0" encoding="ISO-8859-1"?>`.
package enum XMLDeclaration {
  /// The encoding a file says it is in; nil if it says nothing, or is in one of Unicode's.
  ///
  /// What is UTF-8 throughout is believed to be, whatever it says: bytes of other encodings never are.
  package static func encoding(of bytes: [UInt8]) -> String? {
    guard bytes.starts(with: "<?xml".utf8), let end = bytes.prefix(400).firstIndex(of: "?>"),
      let start = bytes[..<end].firstIndex(of: "encoding")
    else { return nil }
    let rest = bytes[(start + 8)..<end].trimmed
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().trimmed
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let close = value.dropFirst().firstIndex(of: quote)
    else { return nil }
    let name = value[(value.startIndex + 1)..<close].trimmed.string
    guard !name.isEmpty, !name.lowercased().hasPrefix("utf"), !TextDecoder.isUTF8(bytes[...]) else {
      return nil
    }
    // As browsers have it: what is called Latin 1 has the quotes and dashes of Windows.
    return ["iso-8859-1", "latin1", "us-ascii"].contains(name.lowercased()) ? "windows-1252" : name
  }
}
