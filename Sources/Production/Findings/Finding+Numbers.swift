import Media
import Primitives

extension Time: Finding {
  init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    guard let ticks = reader.number(), reader.isAtEnd else { return nil }
    self.init(ticks: Int64(bitPattern: ticks))
  }

  var bytes: [UInt8]? {
    var writer = ByteWriter()
    writer.write(UInt64(bitPattern: ticks))
    return writer.bytes
  }
}

extension Point: Finding {
  init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    guard let x = reader.number(), let y = reader.number(), reader.isAtEnd else { return nil }
    self.init(x: Double(bitPattern: x), y: Double(bitPattern: y))
  }

  var bytes: [UInt8]? {
    var writer = ByteWriter()
    for number in [x, y] { writer.write(number.bitPattern) }
    return writer.bytes
  }
}
