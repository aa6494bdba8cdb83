package import Primitives

/// Which lines the code of a program came from: what compilers leave in `.debug_line`, DWARF 2 to 4.
///
/// Of what makes no sense it reads as much as does.
package struct LineTable: Sendable {
  private var rows: [Row] = []
  /// The files of each table, by where it begins; numbers of files are counted from 1.
  private(set) var files: [Int: [String]] = [:]

  private struct Row {
    /// From an address on, up to the next row's; nil where a stretch of code ends.
    var address: UInt64
    var site: Site?
  }

  package init(of program: [UInt8]) {
    let section = ProgramSections(of: program)[".debug_line"]
    var reader = ByteReader(section)
    while reader.rest > 4 {
      let offset = section.count - reader.rest
      let length = Int(reader.number(4))
      // Tables of 64 bits begin with what no length can be.
      guard length < 0xFFFF_FFF0, length <= reader.rest else { break }
      read(reader.part(length), at: offset)
    }
    rows.sort { $0.address < $1.address }
  }

  /// The line an address belongs to; nil where that isn't known.
  package func site(at address: UInt64) -> Site? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].address <= address { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? rows[low - 1].site : nil
  }

  /// One unit's table.
  private mutating func read(_ unit: ByteReader, at offset: Int) {
    var unit = unit
    let version = unit.number(2)
    guard (2...4).contains(version) else { return }
    var program = unit
    let header = Int(program.number(4))
    unit = program.part(min(header, program.rest))
    let step = unit.number(1)
    if version == 4 { _ = unit.number(1) }
    _ = unit.number(1)
    let base = Int(Int8(truncatingIfNeeded: unit.number(1)))
    let range = max(1, Int(unit.number(1)))
    let special = Int(unit.number(1))
    let lengths = (1..<max(1, special)).map { _ in Int(unit.number(1)) }
    var folders = [""]
    while case let folder = unit.text(), !folder.isEmpty { folders.append(folder) }
    var files = [""]
    while case let name = unit.text(), !name.isEmpty {
      let folder = Int(unit.leb())
      _ = (unit.leb(), unit.leb())
      let isWhole = name.hasPrefix("/") || !folders.indices.contains(folder) || folder == 0
      files.append(isWhole ? name : folders[folder] + (folders[folder].hasSuffix("/") ? "" : "/") + name)
    }
    self.files[offset] = files
    var (address, file, line) = (UInt64(0), 1, 1)
    func row() -> Row {
      let isKnown = line > 0 && files.indices.contains(file)
      return Row(address: address, site: isKnown ? Site(file: files[file], line: line) : nil)
    }
    while program.rest > 0 {
      let code = Int(program.number(1))
      guard code < special else {
        address &+= UInt64((code - special) / range) &* step
        line += base + (code - special) % range
        rows.append(row())
        continue
      }
      switch code {
      case 0:
        var extended = program.part(Int(min(program.leb(), UInt64(program.rest))))
        switch extended.number(1) {
        case 1:
          rows.append(Row(address: address, site: nil))
          (address, file, line) = (0, 1, 1)
        case 2: address = extended.number(8)
        default: break
        }
      case 1: rows.append(row())
      case 2: address &+= program.leb() &* step
      case 3: line &+= Int(truncatingIfNeeded: program.signed())
      case 4: file = Int(truncatingIfNeeded: program.leb())
      case 8: address &+= UInt64((255 - special) / range) &* step
      case 9: address &+= program.number(2)
      default:
        let count = lengths.indices.contains(code - 1) ? lengths[code - 1] : 0
        for _ in 0..<count { _ = program.leb() }
      }
    }
  }
}
