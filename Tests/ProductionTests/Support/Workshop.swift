import Foundation
import Media
import Primitives

/// A folder with two pictures and a song, made once for all tests of this run.
enum Workshop {
  static let folder: String = {
    let name = "libretto-tests-\(ProcessInfo.processInfo.processIdentifier)"
    let path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path + "/" + name
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      atexit { try? FileManager.default.removeItem(atPath: Workshop.folder) }
      try write(picture(reds: 0x40), to: path + "/a.png")
      try write(picture(reds: 0xC0), to: path + "/b.png")
      try write(tone(seconds: 3), to: path + "/tone.wav")
    } catch {
      fatalError("the workshop can't be set up: \(error)")
    }
    return path
  }()

  /// A fresh name in the workshop.
  static func file(_ name: String) -> String { "\(folder)/\(UUID().uuidString.prefix(8))-\(name)" }

  static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  static func bytes(of path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// 400×300 pixels of which no two neighbours are equal.
  private static func picture(reds: UInt32) throws -> [UInt8] {
    let size = PixelSize(width: 400, height: 300)
    let pixels = (0..<size.width * size.height).map { index -> UInt32 in
      let (x, y) = (UInt32(index % size.width), UInt32(index / size.width))
      return 0xFF00_0000 | reds << 16 | (x * 255 / 400) << 8 | (y * 255 / 300)
    }
    return try PictureWriter.png(pixels.span, size: size)
  }

  /// A 440 Hz tone as 16-bit PCM, mono, 44.1 kHz.
  private static func tone(seconds: Double) -> [UInt8] {
    let samples = (0..<Int(seconds * 44_100)).map { index in
      Int16(12_000 * sin(Double(index) * 440 * 2 * .pi / 44_100))
    }
    func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    let data = samples.flatMap(little)
    let format =
      little(UInt16(1)) + little(UInt16(1)) + little(UInt32(44_100)) + little(UInt32(88_200))
      + little(UInt16(2)) + little(UInt16(16))
    return Array("RIFF".utf8) + little(UInt32(36 + data.count)) + Array("WAVEfmt ".utf8)
      + little(UInt32(16)) + format + Array("data".utf8) + little(UInt32(data.count)) + data
  }
}
