import Primitives

/// Reads a Hald picture: a cube's colors one after the other, red fastest, as the pixels of a square.
enum HaldReader {
  static func read(_ bytes: [UInt8]) throws(TableFault) -> ColorTable {
    do throws(PictureFault) {
      let layout = try PNGLayout(bytes)
      let side = try side(of: layout.size)
      let entries = try layout.numbers(of: bytes)
      return ColorTable(lines: nil, cube: ColorTable.Cube(size: side, entries: entries, domain: .unit))
    } catch {
      throw TableFault(error)
    }
  }

  /// A square whose side is the third power of a level holds a cube whose side is the second.
  private static func side(of size: PixelSize) throws(PictureFault) -> Int {
    let level = (2...16).first { $0 * $0 * $0 == size.width }
    guard let level, size.width == size.height else {
      throw .unsupported(
        "a Hald picture is a square of 8, 27, 64, 125, 216, 343, 512 … pixels, and this is \(size)")
    }
    guard level * level <= MediaLimit.tableSide.value else {
      throw .tooMuch("\(level * level) colors along a cube's edge", .tableSide)
    }
    return level * level
  }
}

extension TableFault {
  fileprivate init(_ fault: PictureFault) {
    switch fault {
    case .cutShort: self.init(nil, "the picture is cut short")
    case .damaged(let detail): self.init(nil, "the picture is damaged: \(detail)")
    case .unsupported(let detail): self.init(nil, detail)
    case .tooLarge(let size): self.init(nil, "the picture is too large: \(size)")
    case .tooMuch(let detail, let limit):
      self.init(
        nil, "it has \(detail)", hints: "\(limit.value) is the limit; libretto limits says how to set it")
    case .tooHard(let detail, _): self.init(nil, "it takes more than \(detail)")
    case .otherKind(let kind): self.init(nil, "it is \(kind)")
    case .failed(let problem): self.init(nil, problem.message)
    }
  }
}
