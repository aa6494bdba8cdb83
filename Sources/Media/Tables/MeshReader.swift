import Primitives

/// Reads `.3dl` files as Lustre, Flame and Nuke write them: where the entries lie, then whole numbers, blue fastest.
struct MeshReader {
  private var mesh: (size: Int, depth: Int, line: Int)?
  private var grid: (values: [Int], line: Int)?
  private var rows: [Int32] = []

  static func read(_ bytes: [UInt8]) throws(TableFault) -> ColorTable {
    var reader = MeshReader()
    var text = TableText(bytes)
    var last = 1
    while let line = text.next() {
      last = line.number
      try reader.take(line)
    }
    return try reader.table(endingAt: last)
  }

  private mutating func take(_ line: TableText.Line) throws(TableFault) {
    guard line.fields[0].isNumber else { return try takeWord(line) }
    var numbers: [Int] = []
    for field in line.fields {
      guard let number = field.integer, (0...0xFFFF).contains(number) else {
        throw TableFault(line.number, "\"\(field.text)\" is no whole number from 0 to 65535")
      }
      numbers.append(number)
    }
    if numbers.count == 3 {
      rows += numbers.map { Int32($0) }
      let most = MediaLimit.tableSide.value
      guard rows.count / 3 <= most * most * most else {
        throw TableFault(
          line.number, "there are more than \(most * most * most) rows of colors, which is too much")
      }
    } else if rows.isEmpty, grid == nil, numbers.count > 3 {
      grid = (numbers, line.number)
    } else {
      throw TableFault(line.number, "colors are 3 numbers, not \(numbers.count)")
    }
  }

  private mutating func takeWord(_ line: TableText.Line) throws(TableFault) {
    switch line.fields[0].lowercased {
    case "3dmesh", "lut8", "gamma": return
    case "mesh":
      let bits = line.fields.dropFirst().map(\.integer)
      guard bits.count == 2, let input = bits[0], let output = bits[1], (1...8).contains(input),
        (8...16).contains(output)
      else {
        throw TableFault(line.number, "Mesh are two numbers of bits, such as Mesh 4 12")
      }
      try TableFault.check(side: 1 << input + 1, at: line.number)
      mesh = (size: (1 << input) + 1, depth: output, line: line.number)
    default:
      throw TableFault(
        line.number, "\"\(line.fields[0].text)\" is no word of a .3dl file", hints: TableFault.kinds)
    }
  }

  private func table(endingAt last: Int) throws(TableFault) -> ColorTable {
    let count = rows.count / 3
    let told = mesh?.size ?? grid?.values.count
    var size = told ?? 2
    if told == nil { while size * size * size < count { size += 1 } }
    guard count == size * size * size else {
      let place = mesh?.line ?? grid?.line ?? last
      throw TableFault(
        place,
        "a cube of \(size) colors along an edge has \(size * size * size) rows, and there are \(count)")
    }
    try TableFault.check(side: size, at: grid?.line)
    let most = mesh.map { Float((1 << $0.depth) - 1) } ?? MeshReader.full(Int(rows.max() ?? 0))
    var entries = [Float](repeating: 0, count: rows.count)
    for red in 0..<size {
      for green in 0..<size {
        for blue in 0..<size {
          let from = 3 * ((red * size + green) * size + blue)
          let to = 3 * ((blue * size + green) * size + red)
          for channel in 0..<3 { entries[to + channel] = Float(rows[from + channel]) / most }
        }
      }
    }
    return ColorTable(lines: lines, cube: ColorTable.Cube(size: size, entries: entries, domain: .unit))
  }

  /// What the first row makes of colors before the cube; nil if nothing.
  private var lines: ColorTable.Lines? {
    guard let grid = grid?.values, let last = grid.max() else { return nil }
    let full = MeshReader.full(last)
    let isEven = grid.enumerated().allSatisfy { index, value in
      abs(Double(value) - Double(index) * Double(full) / Double(grid.count - 1)) <= Double(full) / 250
    }
    if isEven { return nil }
    return ColorTable.Lines(
      size: grid.count, entries: grid.flatMap { [Float](repeating: Float($0) / full, count: 3) },
      domain: .unit)
  }

  /// The largest number of the depth that a number is likely of.
  private static func full(_ most: Int) -> Float {
    switch most {
    case ...511: 255
    case ...2047: 1023
    case ...8191: 4095
    default: 65_535
    }
  }
}
