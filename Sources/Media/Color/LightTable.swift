internal import CEngine
internal import Primitives

/// The way from a picture's numbers to sRGB's, when three curves and a matrix describe it.
///
/// Tables and integers: the same on every machine.
final class LightTable: Sendable {
  private let decode: [[Int32]]
  private let matrix: [Int32]
  private let gain: [Int32]
  private let knee: Int32
  private let peak: Int32

  /// For numbers of a known curve and primaries.
  init(_ transfer: Transfer, toSRGB: Matrix3) {
    decode = [LightTable.curve { transfer.light($0) }]
    matrix = LightTable.factors(toSRGB)
    gain = transfer.gain ?? []
    knee = transfer.shoulder.map { Int32($0.knee * 65536) } ?? 0
    peak = transfer.shoulder.map { Int32($0.peak * 65536) } ?? 0
  }

  /// For a profile: light for each of 65,536 numbers, channel after channel.
  init(curves: [Float], toSRGB: Matrix3) {
    decode = (0..<3).map { channel in
      curves[channel << 16..<(channel + 1) << 16].map { LightTable.unit(Double($0)) }
    }
    matrix = LightTable.factors(toSRGB)
    (gain, knee, peak) = ([], 0, 0)
  }

  /// Whether it changes nothing that can be seen: no color of a grid by more than one in 255.
  var isNeutral: Bool {
    let levels = (0..<9).map { UInt16($0 * 8191) }
    var worst = 0
    for red in levels {
      for green in levels {
        var row = levels.map { _ in red } + levels.map { _ in green } + levels + levels
        let before = row
        row.withUnsafeMutableBufferPointer { apply(to: $0.baseAddress, width: 9) }
        for (new, old) in zip(row, before) { worst = max(worst, abs(Int(new) - Int(old))) }
      }
    }
    return worst <= 257
  }

  /// Takes a row of planes through. `libretto_row_light`.
  func apply(to row: UnsafeMutablePointer<UInt16>?, width: Int) {
    decode[0].withUnsafeBufferPointer { first in
      decode[decode.count > 1 ? 1 : 0].withUnsafeBufferPointer { second in
        decode[decode.count > 1 ? 2 : 0].withUnsafeBufferPointer { third in
          gain.withUnsafeBufferPointer { gain in
            LightTable.encode.withUnsafeBufferPointer { encode in
              var light = LibrettoLight()
              light.decode = (first.baseAddress, second.baseAddress, third.baseAddress)
              withUnsafeMutableBytes(of: &light.matrix) { target in
                matrix.withUnsafeBytes { target.copyMemory(from: $0) }
              }
              light.gain = gain.isEmpty ? nil : gain.baseAddress
              (light.knee, light.peak) = (knee, peak)
              light.encode = encode.baseAddress
              libretto_row_light(&light, Int32(width), row)
            }
          }
        }
      }
    }
  }

  private static func unit(_ light: Double) -> Int32 {
    light.isFinite ? Int32((max(-1, min(60, light)) * 65536).rounded()) : 0
  }

  private static func curve(_ light: (Double) -> Double) -> [Int32] {
    (0..<65536).map { unit(light(Double($0) / 65535)) }
  }

  private static func factors(_ matrix: Matrix3) -> [Int32] {
    matrix.values.map { $0.isFinite ? Int32((max(-64, min(64, $0)) * 16384).rounded()) : 0 }
  }

  /// sRGB's numbers for light from 0 to 65,536.
  private static let encode: [UInt16] = (0...65536).map { step in
    let value = ScreenCurve.shade(Double(step) / 65536)
    return UInt16((max(0, min(1, value)) * 65535).rounded())
  }
}
