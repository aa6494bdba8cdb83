import Primitives

/// Reads `.cube` files as Adobe, IRIDAS and Resolve write them: lines, a cube, or lines and then a cube.
struct CubeReader {
  private var lines: Part?
  private var cube: Part?
  private var lineDomain = ColorTable.Domain.unit
  private var cubeDomain = ColorTable.Domain.unit
  private var low: (bounds: [Float], line: Int)?
  private var high: (bounds: [Float], line: Int)?
  private var entries: [Float] = []
  private var wanted = 0

  private struct Part {
    let size: Int
    let line: Int
  }

  private static let words = [
    "TITLE", "LUT_1D_SIZE", "LUT_3D_SIZE", "DOMAIN_MIN", "DOMAIN_MAX", "LUT_1D_INPUT_RANGE",
    "LUT_3D_INPUT_RANGE",
  ]

  static func read(_ bytes: [UInt8]) throws(TableFault) -> ColorTable {
    var reader = CubeReader()
    var text = TableText(bytes)
    var rows = 0
    while let line = text.next() {
      if line.fields[0].isNumber {
        if rows == 0 { try reader.begin(at: line) }
        rows += 1
        guard rows <= reader.wanted else {
          throw TableFault(line.number, "there are more than the \(reader.wanted) rows that are announced")
        }
        reader.entries += try line.numbers(line.fields[...], count: 3, of: "colors")
      } else {
        try reader.take(line, isLate: rows > 0)
      }
    }
    guard reader.lines != nil || reader.cube != nil else {
      throw TableFault(nil, "no line says LUT_1D_SIZE or LUT_3D_SIZE", hints: TableFault.kinds)
    }
    let announced = reader.rowCount
    guard rows == announced else {
      let line = reader.cube?.line ?? reader.lines?.line
      throw TableFault(line, "this announces \(announced) rows of colors, and there are \(rows)")
    }
    return reader.table
  }

  private var rowCount: Int {
    (lines?.size ?? 0) + (cube.map { $0.size * $0.size * $0.size } ?? 0)
  }

  /// At the first row: from here on sizes stand.
  private mutating func begin(at line: TableText.Line) throws(TableFault) {
    wanted = rowCount
    guard wanted > 0 else {
      throw TableFault(line.number, "there are colors before LUT_1D_SIZE or LUT_3D_SIZE says how many")
    }
    entries.reserveCapacity(wanted * 3)
    if low != nil || high != nil {
      let bounds = (low?.bounds ?? [0, 0, 0], high?.bounds ?? [1, 1, 1])
      let place = max(low?.line ?? 0, high?.line ?? 0)
      let domain = try CubeReader.domain(bounds.0, bounds.1, at: place)
      (lineDomain, cubeDomain) = (domain, domain)
    }
  }

  private static func domain(_ low: [Float], _ high: [Float], at line: Int) throws(TableFault)
    -> ColorTable.Domain
  {
    for (low, high) in zip(low, high) where high - low < 1e-9 {
      throw TableFault(line, "colors begin at \(low) and end at \(high), which is no range")
    }
    return ColorTable.Domain(low: low, high: high)
  }

  private mutating func take(_ line: TableText.Line, isLate: Bool) throws(TableFault) {
    let (word, values) = (line.fields[0].uppercased, line.fields.dropFirst())
    if word == "TITLE" { return }
    guard CubeReader.words.contains(word) else {
      let near = Suggestion.nearest(to: word, among: CubeReader.words)
      throw TableFault(
        line.number, "\"\(line.fields[0].text)\" is no word of a .cube file",
        hints: near.map { "did you mean \($0)?" } ?? TableFault.kinds)
    }
    guard !isLate else {
      throw TableFault(line.number, "\(word) stands after colors; it must stand before them")
    }
    switch word {
    case "LUT_1D_SIZE": lines = try size(line, values, most: 65_536)
    case "LUT_3D_SIZE":
      let part = try size(line, values, most: 1 << 30)
      try TableFault.check(side: part.size, at: line.number)
      cube = part
    case "DOMAIN_MIN": low = (try line.numbers(values, count: 3, of: word), line.number)
    case "DOMAIN_MAX": high = (try line.numbers(values, count: 3, of: word), line.number)
    default:
      let range = try line.numbers(values, count: 2, of: word)
      let domain = try CubeReader.domain(
        [Float](repeating: range[0], count: 3), [Float](repeating: range[1], count: 3), at: line.number)
      if word == "LUT_1D_INPUT_RANGE" { lineDomain = domain } else { cubeDomain = domain }
    }
  }

  private func size(
    _ line: TableText.Line, _ values: ArraySlice<TableField>, most: Int
  ) throws(TableFault) -> Part {
    guard values.count == 1, let size = values.first?.integer else {
      throw TableFault(line.number, "\(line.fields[0].uppercased) is a whole number")
    }
    guard (2...most).contains(size) else {
      throw TableFault(
        line.number, "\(line.fields[0].uppercased) can't be \(size): it is from 2 to \(most)")
    }
    return Part(size: size, line: line.number)
  }

  private var table: ColorTable {
    let split = (lines?.size ?? 0) * 3
    return ColorTable(
      lines: lines.map {
        ColorTable.Lines(size: $0.size, entries: Array(entries[..<split]), domain: lineDomain)
      },
      cube: cube.map {
        ColorTable.Cube(size: $0.size, entries: Array(entries[split...]), domain: cubeDomain)
      })
  }
}
