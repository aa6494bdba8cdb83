import CEngine
import Primitives
import Testing

@testable import Media

/// Small films of each standard, and what other decoders see in them: `Standards/make-streams.py` made both.
private struct StandardFilm: CustomTestStringConvertible, Sendable {
  static let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Standards"
  static let all: [StandardFilm] = {
    // Without its sums, the test of each says so.
    let text = (try? InputFile.open(folder + "/checksums.txt").bytes(limit: 1 << 20)) ?? []
    var films: [StandardFilm] = []
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if films.last?.name != words[0] { films.append(StandardFilm(name: words[0])) }
      films[films.count - 1].frames.append(Array(words.dropFirst(2)))
    }
    return films
  }()

  let name: String
  /// The first half of the SHA-256 of each plane's samples, row by row.
  var frames: [[String]] = []

  var path: String { Self.folder + "/" + name }
  var testDescription: String { name }
}

extension Frame {
  /// The sums of what is shown of each plane.
  fileprivate borrowing func sums() throws(Problem) -> [String] {
    let raw = raw.pointee
    let format = AVPixelFormat(raw.format)
    guard let kind = av_pix_fmt_desc_get(format)?.pointee else { return [] }
    let (planes, strides) = (
      [raw.data.0, raw.data.1, raw.data.2], [raw.linesize.0, raw.linesize.1, raw.linesize.2]
    )
    return try planes.indices.map { plane throws(Problem) in
      let shift = plane == 0 ? 0 : Int(kind.log2_chroma_h)
      let rows = (Int(raw.height) + (1 << shift) - 1) >> shift
      let bytes = Int(av_image_get_linesize(format, raw.width, Int32(plane)))
      var samples: [UInt8] = []
      for row in 0..<rows {
        guard let start = planes[plane].map({ $0 + row * Int(strides[plane]) }) else { continue }
        samples += UnsafeBufferPointer(start: start, count: bytes)
      }
      return try SHA256.digest(of: samples).prefix(8).map {
        let digits = String($0, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
    }
  }
}

@Suite("A film of a standard")
struct StandardTests {
  @Test("is known by what other decoders see in it")
  func known() {
    let names = Set(StandardFilm.all.map(\.name))
    #expect(names.count == StandardFilm.all.count && names.count == 23)
    #expect(StandardFilm.all.allSatisfy { $0.frames.count == 12 && $0.frames.allSatisfy { $0.count == 3 } })
  }

  @Test(
    "is decoded to the last bit as others decode it, by vector routines and by plain C",
    arguments: StandardFilm.all, [true, false])
  fileprivate func exact(film: StandardFilm, vectors: Bool) throws {
    _ = LibrarySettings.areMade
    libretto_allow_vectors(vectors)
    defer { libretto_allow_vectors(true) }
    var decoder = try FilmDecoder.open(film.path)
    var seen: [[String]] = []
    while try decoder.next() { seen.append(try decoder.frame.sums()) }
    #expect(seen == film.frames)
  }

  @Test("is decoded by vector routines wherever the processor has those of the last fifteen years")
  func vectors() {
    _ = LibrarySettings.areMade
    // A processor with AVX2 has them.
    if libretto_has_avx2() { #expect(libretto_allow_vectors(true)) }
    // Nobody else is told.
    #expect(av_get_cpu_flags() == 0)
  }

  @Test("looks the same with a decoder of its own for each frame", arguments: StandardFilm.all)
  fileprivate func alone(film: StandardFilm) throws {
    // What is in no container has no times, and is only decoded from its beginning.
    let reader = try ClipReader(film.path, byteLimit: 1)
    var dice = Dice(3)
    for _ in 0..<24 {
      let number = FrameIndex(Int(dice.roll()) % reader.index.count)
      let alone = try ClipReader(film.path, byteLimit: 1).bitmap(number)
      #expect(try reader.bitmap(number).pixels == alone.pixels, "frame \(number)")
    }
  }
}
