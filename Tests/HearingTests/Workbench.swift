import Glibc
import Primitives

@testable import Hearing
@testable import Media

/// A folder for one test, gone with it.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/libretto-hearing-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nowhere"
    }
  }

  /// Puts samples into a WAV file of floats and gives back its path; channels by turns.
  func wav(_ samples: [Float], rate: Int = 24_000, channels: Int = 1) throws -> String {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let size = samples.count * 4
    var bytes = Array("RIFF".utf8) + little(36 + size, 4) + Array("WAVEfmt ".utf8) + little(16, 4)
    bytes += little(3, 2) + little(channels, 2) + little(rate, 4) + little(rate * channels * 4, 4)
    bytes += little(channels * 4, 2) + little(32, 2) + Array("data".utf8) + little(size, 4)
    for sample in samples { bytes += little(Int(sample.bitPattern), 4) }
    return try file("song.wav", bytes)
  }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = try UnfinishedFile.create(for: path + "/" + name)
    try file.write(bytes)
    try file.publish()
    return path + "/" + name
  }

  deinit {
    for name in ["song.wav", "click.wav"] { unlink(path + "/" + name) }
    rmdir(path)
  }
}

/// Numbers that look random and never change.
struct Dice {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func roll() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 40) / Double(1 << 24)
  }
}

/// A band that plays to the sample: drums, a bass and chords, at 24 kHz.
struct SmallBand {
  var tempo = 120.0
  var beatsPerBar = 4
  /// Into how many parts cymbals divide a beat.
  var division = 2
  var bars = 12
  var start = 0.5
  /// Of each beat, so much longer than the one before.
  var drift = 1.0

  private let rate = 24_000.0

  var beats: [Double] {
    var (times, step) = ([start], 60 / tempo)
    for _ in 1..<bars * beatsPerBar {
      times.append(times[times.count - 1] + step)
      step *= drift
    }
    return times
  }
  var downbeats: [Double] { stride(from: 0, to: beats.count, by: beatsPerBar).map { beats[$0] } }

  func samples() -> [Float] {
    let beats = beats
    var samples = [Float](repeating: 0, count: Int(((beats.last ?? 0) + 2) * rate))
    var dice = Dice(7)
    let roots = [110.0, 82.4, 98, 73.4]
    for (index, time) in beats.enumerated() {
      let place = index % beatsPerBar
      let next = index + 1 < beats.count ? beats[index + 1] : time + 60 / tempo
      let isBack = beatsPerBar == 4 ? place % 2 == 1 : place > 0
      if isBack {
        add(&samples, time, 0.15) { t in 0.35 * (dice.roll() - 0.5) * fade(t, 0.05) }
      } else {
        add(&samples, time, 0.25) { t in
          0.7 * ExactMath.sin(2 * .pi * (50 * t + 3 * (1 - fade(t, 0.03)))) * fade(t, 0.09)
        }
      }
      if beatsPerBar == 4, place == 2 {
        add(&samples, (time + next) / 2, 0.2) { t in 0.5 * ExactMath.sin(2 * .pi * 55 * t) * fade(t, 0.07) }
      }
      let bass = roots[index / beatsPerBar % 4] / 2
      add(&samples, time, 60 / tempo * 0.9) { t in
        0.25 * (ExactMath.sin(2 * .pi * bass * t) + 0.5 * ExactMath.sin(4 * .pi * bass * t)) * fade(t, 0.4)
      }
      for part in 0..<division {
        add(&samples, time + (next - time) * Double(part) / Double(division), 0.05) { t in
          (part == 0 ? 0.16 : 0.1) * (dice.roll() - 0.5) * fade(t, 0.012)
        }
      }
      let root = roots[index / beatsPerBar % 4]
      if place == 0 {
        add(&samples, time, 60 / tempo * Double(beatsPerBar) * 0.95) { t in
          var sum = 0.0
          for factor in [1, 2, 2.52, 3] { sum += ExactMath.sin(2 * .pi * root * factor * t) }
          return 0.06 * sum * fade(t, 0.9)
        }
      }
    }
    return samples
  }

  private func fade(_ time: Double, _ length: Double) -> Double { ExactMath.exp(-time / length) }

  private func add(_ samples: inout [Float], _ time: Double, _ length: Double, _ wave: (Double) -> Double) {
    let first = Int((time * rate).rounded())
    for index in 0..<Int(length * rate) where first + index < samples.count {
      samples[first + index] += Float(wave(Double(index) / rate))
    }
  }
}

func sine(_ frequency: Double, seconds: Double, amplitude: Double = 0.5, rate: Int = 24_000) -> [Float] {
  (0..<Int((seconds * Double(rate)).rounded())).map {
    Float(amplitude * ExactMath.sin(2 * .pi * frequency * Double($0) / Double(rate)))
  }
}

/// How well two lists of times agree: the F measure within so many seconds.
func agreement(_ truth: [Double], _ found: [Double], within window: Double) -> Double {
  var (hits, place) = (0, 0)
  for time in truth {
    while place < found.count, found[place] < time - window { place += 1 }
    if place < found.count, abs(found[place] - time) <= window {
      hits += 1
      place += 1
    }
  }
  return truth.isEmpty && found.isEmpty ? 1 : 2 * Double(hits) / Double(max(1, truth.count + found.count))
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
