/// The parts of a program's file: an ELF file of 64 bits, in the processor's own order.
struct ProgramSections {
  private var places: [String: Range<Int>] = [:]
  private let program: [UInt8]

  init(of program: [UInt8]) {
    self.program = program
    var head = ByteReader(program[...])
    guard head.number(4) == 0x464C_457F, head.number(1) == 2 else { return }
    let (table, size, count, names) = (field(40, 8), field(58, 2), field(60, 2), field(62, 2))
    guard size >= 64, table > 0, table < program.count else { return }
    let texts = field(table + names * size + 24, 8)
    for index in 0..<count {
      let header = table + index * size
      let start = texts + field(header, 4)
      guard start >= 0, start < program.count else { continue }
      var text = ByteReader(program[start...])
      let (begin, length) = (field(header + 24, 8), field(header + 32, 8))
      guard begin >= 0, length >= 0, begin <= program.count, length <= program.count - begin else {
        continue
      }
      places[text.text()] = begin..<begin + length
    }
  }

  /// The bytes of a part; none where there is no such part.
  subscript(name: String) -> ArraySlice<UInt8> { places[name].map { program[$0] } ?? [] }

  private func field(_ offset: Int, _ count: Int) -> Int {
    guard offset >= 0, offset < program.count else { return 0 }
    var reader = ByteReader(program[offset...])
    return Int(truncatingIfNeeded: reader.number(count))
  }
}
