package import Primitives

/// Why code traps where Swift's runtime says nothing, such as in arithmetic: compilers leave a function without code in
/// place of each such check, in `.debug_info`, DWARF 2 to 4, named for the reason.
package struct TrapTable: Sendable {
  /// A check, where its trap is.
  package struct Trap: Sendable {
    /// As the compiler calls it: `arithmetic overflow`.
    package var reason: String
    /// The line that asked for it.
    package var site: Site?
  }

  private var traps: [UInt64: Trap] = [:]

  /// With the lines of the same program.
  package init(of program: [UInt8], _ lines: LineTable) {
    let sections = ProgramSections(of: program)
    let info = sections[".debug_info"]
    var reader = ByteReader(info)
    while reader.rest > 4 {
      let length = Int(reader.number(4))
      guard length < 0xFFFF_FFF0, length <= reader.rest else { break }
      let unit = UnitReader(reader.part(length), sections, headed: 4)
      for found in unit?.inlined ?? [] {
        guard let name = unit?.names[found.origin], name.hasPrefix(Self.mark) else { continue }
        let files = lines.files[unit?.lines ?? -1] ?? []
        let site =
          files.indices.contains(found.file) ? Site(file: files[found.file], line: found.line) : nil
        traps[found.address] = Trap(reason: String(name.dropFirst(Self.mark.count)), site: site)
      }
    }
  }

  private static let mark = "Swift runtime failure: "

  /// The check whose trap is at an address; nil if there is none.
  package func trap(at address: UInt64) -> Trap? { traps[address] }
}

/// What one unit of `.debug_info` says of functions that were put into others.
private struct UnitReader {
  struct Inlined {
    var address: UInt64
    /// Where in the unit the function itself is described.
    var origin: Int
    var file: Int
    var line: Int
  }

  private(set) var inlined: [Inlined] = []
  /// Of functions, by where they are described.
  private(set) var names: [Int: String] = [:]
  /// Where its table of lines begins.
  private(set) var lines = -1

  private struct Abbreviation {
    var tag: UInt64
    var attributes: [(name: UInt64, form: UInt64)]
  }

  /// - Parameter head: bytes of the unit that were read before; what refers to its parts counts them.
  init?(_ unit: ByteReader, _ sections: ProgramSections, headed head: Int) {
    var reader = unit
    let all = unit.rest + head
    guard (2...4).contains(reader.number(2)) else { return nil }
    let abbreviations = UnitReader.abbreviations(sections[".debug_abbrev"], from: Int(reader.number(4)))
    guard reader.number(1) == 8 else { return nil }
    let texts = sections[".debug_str"]
    while reader.rest > 0 {
      let place = all - reader.rest
      let code = reader.leb()
      guard code != 0 else { continue }
      guard let kind = abbreviations[code] else { return }
      var (found, name) = (Inlined(address: 0, origin: -1, file: 0, line: 0), "")
      for attribute in kind.attributes {
        guard let value = UnitReader.value(attribute.form, &reader, texts) else { return }
        switch attribute.name {
        case 0x03: name = value.text
        case 0x10: lines = Int(truncatingIfNeeded: value.number)
        case 0x11: found.address = value.number
        case 0x31: found.origin = Int(truncatingIfNeeded: value.number)
        case 0x58: found.file = Int(truncatingIfNeeded: value.number)
        case 0x59: found.line = Int(truncatingIfNeeded: value.number)
        default: break
        }
      }
      switch kind.tag {
      case 0x1D: inlined.append(found)
      case 0x2E: names[place] = name
      default: break
      }
    }
  }

  private static func abbreviations(_ section: ArraySlice<UInt8>, from offset: Int) -> [UInt64:
    Abbreviation]
  {
    var reader = ByteReader(section.dropFirst(offset))
    var all: [UInt64: Abbreviation] = [:]
    while case let code = reader.leb(), code != 0 {
      var kind = Abbreviation(tag: reader.leb(), attributes: [])
      _ = reader.number(1)
      while reader.rest > 0 {
        let (name, form) = (reader.leb(), reader.leb())
        if name == 0, form == 0 { break }
        kind.attributes.append((name, form))
      }
      all[code] = kind
    }
    return all
  }

  /// A value in one of DWARF's forms; nil for a form that isn't known.
  private static func value(
    _ form: UInt64, _ reader: inout ByteReader, _ texts: ArraySlice<UInt8>
  ) -> (number: UInt64, text: String)? {
    switch form {
    case 0x0B, 0x0C, 0x11: return (reader.number(1), "")
    case 0x05, 0x12: return (reader.number(2), "")
    case 0x06, 0x10, 0x13, 0x17: return (reader.number(4), "")
    case 0x01, 0x07, 0x14, 0x20: return (reader.number(8), "")
    case 0x0F, 0x15: return (reader.leb(), "")
    case 0x0D: return (UInt64(bitPattern: reader.signed()), "")
    case 0x19: return (1, "")
    case 0x08: return (0, reader.text())
    case 0x0E:
      var text = ByteReader(texts.dropFirst(Int(reader.number(4))))
      return (0, text.text())
    case 0x0A: _ = reader.part(Int(reader.number(1)))
    case 0x03: _ = reader.part(Int(reader.number(2)))
    case 0x04: _ = reader.part(Int(reader.number(4)))
    case 0x09, 0x18: _ = reader.part(Int(min(reader.leb(), UInt64(reader.rest))))
    case 0x16: return value(reader.leb(), &reader, texts)
    default: return nil
    }
    return (0, "")
  }
}
