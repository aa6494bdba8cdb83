import Foundation
import Libretto
import Media
import Primitives
import Production
import Testing

/// White on every beat of a song, black in between.
private struct Flashes: Composition {
  var song = Song("")
  var canvas: Canvas { .size(32, 32).frameRate(30) }

  var body: Layers {
    Solid(.white).opacity(.flashing(on: song.beats, from: 0, to: 1, decay: 0.1))
    Soundtrack(song)
  }
}

@Suite("Sound and picture")
struct ClickAndFlashTests {
  private static let rate = 48_000
  private static let seconds = 600
  /// Beats that hardly ever fall on a frame.
  private static let tempo = 97.0
  private static let firstBeat = 0.517

  /// Where clicks are, in samples.
  private static let clicks: [Int] = (0..<Int(Double(seconds) * tempo / 60)).map { beat in
    Int(((firstBeat + Double(beat) * 60 / tempo) * Double(rate)).rounded())
  }.filter { $0 + 480 < seconds * rate }

  /// Ten minutes of silence with a click of ten milliseconds on each beat: 16 bits, one channel.
  private static func writeSong(to path: String) throws {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let size = seconds * rate * 2
    let format = little(16, 4) + little(1, 2) + little(1, 2) + little(rate, 4) + little(rate * 2, 4)
    var song = Data(
      Array("RIFF".utf8) + little(36 + size, 4) + Array("WAVEfmt ".utf8) + format + little(2, 2)
        + little(16, 2) + Array("data".utf8) + little(size, 4))
    let start = song.count
    song.append(Data(count: size))
    let click = (0..<480).flatMap { index -> [UInt8] in
      let fade = 1 - Double(index) / 480
      return little(Int(24_000 * sin(Double(index) * 0.2) * fade), 2)
    }
    for place in clicks {
      song.replaceSubrange(start + place * 2..<start + place * 2 + click.count, with: click)
    }
    try song.write(to: URL(fileURLWithPath: path))
  }

  /// When flashes begin in a stretch of a film: the frames that are white after black ones.
  private static func flashes(in film: ClipReader, _ stretch: Range<Int>) throws -> [Time] {
    var (wasLit, times) = (true, [Time]())
    for frame in stretch {
      // The greens in the middle.
      let isLit = try film.bitmap(FrameIndex(frame)).pixels[16 * 32 + 16] >> 8 & 255 > 128
      if isLit, !wasLit { times.append(film.index.starts[frame]) }
      wasLit = isLit
    }
    return times
  }

  /// When clicks begin in stretches of a film: the first loud samples after a while without.
  private static func clicks(in path: String, _ stretches: [Range<Int>]) throws -> [[Time]] {
    var reader = try SoundReader.open(path)
    var times = stretches.map { _ in [Time]() }
    var (position, last) = (0, -rate)
    while let piece = try reader.next() {
      let span = position..<position + piece.count / 2
      for (number, stretch) in stretches.enumerated() where stretch.overlaps(span) {
        for sample in stretch.clamped(to: span) where abs(piece[(sample - position) * 2]) > 0.25 {
          if sample - last > rate / 20 { times[number].append(Time(samples: Int64(sample), rate: rate)) }
          last = sample
        }
      }
      position = span.upperBound
    }
    return times
  }

  @Test("meet within a frame of sound at the begin, in the middle and at the end of ten minutes")
  func meet() throws {
    let (song, path) = (Workshop.file("clicks.wav"), Workshop.file("flashes.mp4"))
    try Self.writeSong(to: song)
    let first = Time(samples: Int64(Self.clicks[0]), rate: Self.rate)
    let flashes = Flashes(song: Song(song, tempo: Self.tempo, firstDownbeat: SongTime(first)))
    try Stage(flashes).render(jobs: 2, to: path)
    let film = try ClipReader(path)
    #expect(film.index.count == Self.seconds * 30)
    // Five seconds each.
    let stretches = [0, Self.seconds / 2, Self.seconds - 5].map { $0..<$0 + 5 }
    let heard = try Self.clicks(
      in: path, stretches.map { $0.lowerBound * Self.rate..<$0.upperBound * Self.rate })
    let audioFrame = Time(samples: 1024, rate: Self.rate)
    for (stretch, clicks) in zip(stretches, heard) {
      let seen = try Self.flashes(in: film, stretch.lowerBound * 30..<stretch.upperBound * 30)
      #expect(clicks.count >= 7 && abs(seen.count - clicks.count) <= 1)
      for flash in seen {
        let distance = clicks.map { $0 > flash ? $0 - flash : flash - $0 }.min() ?? 1
        #expect(distance <= audioFrame, "a flash at \(flash) s is \(distance) s from its click")
      }
    }
  }
}
