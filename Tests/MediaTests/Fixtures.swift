import CEngine
import Glibc
import Primitives

@testable import Media

/// A folder for one test, gone with it.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/libretto-media-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nowhere"
    }
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Puts bytes into a file and gives back its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = try UnfinishedFile.create(for: path + "/" + name)
    try file.write(bytes)
    try file.publish()
    return path + "/" + name
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

/// Numbers that look random and never change.
struct Dice {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func roll() -> UInt32 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt32(truncatingIfNeeded: state >> 32)
  }

  mutating func pixels(_ count: Int) -> [UInt32] { (0..<count).map { _ in roll() } }
}

/// The problem that work runs into, or nil.
func problem<T: ~Copyable>(_ work: () throws(Problem) -> T) -> Problem? {
  do throws(Problem) {
    _ = try work()
    return nil
  } catch {
    return error
  }
}

/// A PNG put together chunk by chunk, with right check sums.
func png(_ chunks: [(String, [UInt8])]) -> [UInt8] {
  var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  for (name, content) in chunks {
    let body = Array(name.utf8) + content
    let sum = ~av_crc(av_crc_get_table(AV_CRC_32_IEEE_LE), ~0, body, body.count)
    file += big(UInt32(content.count)) + body + big(sum)
  }
  return file
}

/// The chunks of a PNG.
func chunks(of png: [UInt8]) -> [(String, [UInt8])] {
  var chunks: [(String, [UInt8])] = []
  var position = 8
  while position + 12 <= png.count {
    let length = png[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    let name = String(decoding: png[position + 4..<position + 8], as: UTF8.self)
    chunks.append((name, Array(png[position + 8..<position + 8 + length])))
    position += 12 + length
  }
  return chunks
}

func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }

/// A TIFF block with one entry: the orientation.
func exif(_ orientation: UInt8) -> [UInt8] {
  Array("MM".utf8) + [
    0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  ]
}

/// A WAV file of 16-bit samples; `samples` has the channels by turns.
func wav(_ samples: [Int16], rate: Int, channels: Int, claimedBytes: Int? = nil) -> [UInt8] {
  func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  let size = claimedBytes ?? samples.count * 2
  return Array("RIFF".utf8) + little(36 + size, 4) + Array("WAVEfmt ".utf8) + little(16, 4) + little(1, 2)
    + little(channels, 2) + little(rate, 4) + little(rate * channels * 2, 4) + little(channels * 2, 2)
    + little(16, 2) + Array("data".utf8) + little(size, 4) + samples.flatMap { little(Int($0), 2) }
}

/// A sine wave as one channel.
func sine(_ frequency: Double, rate: Int, count: Int, amplitude: Double = 0.5) -> [Int16] {
  (0..<count).map { index in
    Int16((ExactMath.sin(2 * .pi * frequency * Double(index) / Double(rate)) * amplitude * 32767).rounded())
  }
}

/// All samples of a sound file at 48 kHz, left and right by turns.
func samples(of path: String) throws -> [Float] {
  var reader = try SoundReader.open(path)
  var all: [Float] = []
  while let piece = try reader.next() { all += piece }
  return all
}

/// A segment of so many small noisy frames.
func segment(frames: Int, _ settings: EncoderSettings, seed: UInt64 = 1) throws -> EncodedSegment {
  var dice = Dice(seed)
  var encoder = try SegmentEncoder.open(settings)
  for _ in 0..<frames { try encoder.append(dice.pixels(settings.size.width * settings.size.height).span) }
  return try encoder.finish()
}

func smallSettings(_ rate: FrameRate, width: Int = 64) -> EncoderSettings {
  EncoderSettings(preset: "veryfast", crf: 30, size: PixelSize(width: width, height: 36), rate: rate)
}
