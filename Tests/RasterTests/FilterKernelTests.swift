import CEngine
import Primitives
import Testing

/// Each kernel of the filters and its obvious version, on the same noise, with what each kind of processor can do.
@Suite("A filter's kernel")
struct FilterKernelTests {
  private static let widths = [1, 2, 3, 5, 31, 32, 33, 63, 64, 65, 100, 257]

  /// Numbers around 0 to 1, a fifth of them outside.
  private static func numbers(_ count: Int, _ seed: Int = 0) -> [Float] {
    let noise = Noise(seed: UInt64(seed + 1))
    return (0..<count).map { Float(noise.value($0, in: -0.1...1.1)) }
  }

  private static func words(_ count: Int, _ seed: Int = 0) -> [UInt32] {
    let noise = Noise(seed: UInt64(seed + 9))
    return (0..<count).map { UInt32(noise.value($0) * 4_294_967_295) }
  }

  /// Compares, by their bits, what both versions make of the same room.
  private static func expectTwins(
    _ name: String, _ width: Int, _ scratch: [Float], _ fast: (inout [Float]) -> Void,
    _ plain: (inout [Float]) -> Void
  ) {
    var second = scratch
    plain(&second)
    onEachProcessor { kind in
      var first = scratch
      fast(&first)
      let differing = zip(first, second).count { $0.bitPattern != $1.bitPattern && $0 != $1 }
      #expect(differing == 0, "\(name) at width \(width) on processor \(kind)")
    }
  }

  /// The same of whole numbers.
  private static func expectTwins<Number: FixedWidthInteger>(
    _ name: String, _ width: Int, of scratch: [Number], _ fast: (inout [Number]) -> Void,
    _ plain: (inout [Number]) -> Void
  ) {
    var second = scratch
    plain(&second)
    onEachProcessor { kind in
      var first = scratch
      fast(&first)
      #expect(first == second, "\(name) at width \(width) on processor \(kind)")
    }
  }

  @Test("is its obvious version to the bit: rows", arguments: widths)
  func rows(width: Int) {
    let w = Int32(width)
    let (pixels, row) = (Self.words(width), Self.numbers(4 * width))
    let nothing = [Float](repeating: 0, count: 4 * width)
    for planes: Int32 in [3, 4] {
      Self.expectTwins(
        "open", width, nothing, { libretto_row_open(pixels, w, planes, &$0) },
        { libretto_row_open_plain(pixels, w, planes, &$0) })
    }
    Self.expectTwins(
      "straighten", width, row, { libretto_row_straighten(&$0, w) },
      { libretto_row_straighten_plain(&$0, w) })
    Self.expectTwins(
      "premultiply", width, row, { libretto_row_premultiply(&$0, w) },
      { libretto_row_premultiply_plain(&$0, w) })
    for (left, y) in [(0, 0), (7, 63), (63, 5)] {
      let (l, y) = (Int32(left), Int32(y))
      let over = Self.words(width, 4)
      Self.expectTwins(
        "close", width, of: pixels, { libretto_row_close(row, w, l, y, &$0) },
        { libretto_row_close_plain(row, w, l, y, &$0) })
      Self.expectTwins(
        "close what is opaque", width, of: pixels, { libretto_row_close_opaque(row, w, l, y, &$0) },
        { libretto_row_close_opaque_plain(row, w, l, y, &$0) })
      Self.expectTwins(
        "lay", width, of: pixels, { libretto_row_lay(over, w, l, y, 0.37, &$0) },
        { libretto_row_lay_plain(over, w, l, y, 0.37, &$0) })
    }
    Self.expectTwins(
      "close deep", width, of: [UInt16](repeating: 0, count: 4 * width),
      { libretto_row_close_deep(row, 4 * w, &$0) }, { libretto_row_close_deep_plain(row, 4 * w, &$0) })
    let deep = Self.words(4 * width).map { UInt16($0 >> 16) }
    Self.expectTwins(
      "open deep", width, nothing, { libretto_row_open_deep(deep, 4 * w, &$0) },
      { libretto_row_open_deep_plain(deep, 4 * w, &$0) })
  }

  @Test("is its obvious version to the bit: light", arguments: widths)
  func sparks(width: Int) {
    let w = Int32(width)
    let row = Self.numbers(width).map { 2 * $0 }
    for (tail, head) in [(Float(3), Float(3)), (2, 40), (250, 9)] {
      var spark = LibrettoSpark(
        tail_x: tail, tail_y: 5, head_x: head, head_y: head / 3, radius: 2.5, edge: 0.7, reach: 9,
        level: 0.8,
        glow: 0.4)
      Self.expectTwins(
        "spark", width, row, { libretto_row_spark(&spark, 0.5, 6.5, 0, w, &$0) },
        { libretto_row_spark_plain(&spark, 0.5, 6.5, 0, w, &$0) })
    }
    for heat: Float in [0, 0.5, 1] {
      func exposed(
        _ kernel: @escaping (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Bool
      ) -> (inout [UInt8]) -> Void {
        { bytes in
          let isHot = bytes.withUnsafeMutableBufferPointer { bytes in
            bytes.baseAddress.map { kernel($0, $0 + width) } ?? false
          }
          bytes[2 * width] = isHot ? 1 : 0
        }
      }
      Self.expectTwins(
        "expose", width, of: [UInt8](repeating: 0, count: 2 * width + 1),
        exposed { libretto_row_exposed(row, w, 9, 7, heat, $0, $1) },
        exposed { libretto_row_exposed_plain(row, w, 9, 7, heat, $0, $1) })
    }
  }

  @Test("is its obvious version to the bit: softness", arguments: widths)
  func softness(width: Int) {
    let w = Int32(width)
    let line = Self.numbers(width + 400)
    let nothing = [Float](repeating: 0, count: 70 * (width + 1))
    Self.expectTwins(
      "add", width, Self.numbers(width, 2), { libretto_add(line, w, &$0) },
      { libretto_add_plain(line, w, &$0) })
    for factor in [1, 2, 4, 16, 64] {
      Self.expectTwins(
        "shrink", width, nothing, { libretto_shrink(line, w, Int32(factor), 3, &$0) },
        { libretto_shrink_plain(line, w, Int32(factor), 3, &$0) })
      guard factor > 1 else { continue }
      Self.expectTwins(
        "grow", width, nothing, { libretto_grow(line, w, Int32(factor), &$0) },
        { libretto_grow_plain(line, w, Int32(factor), &$0) })
    }
    for radius in [0, 1, 7, 20] {
      let weights = Self.numbers(radius + 1, 3)
      Self.expectTwins(
        "across", width, nothing, { libretto_weigh_across(line, w, weights, Int32(radius), &$0) },
        { libretto_weigh_across_plain(line, w, weights, Int32(radius), &$0) })
      line.withUnsafeBufferPointer { line in
        let rows = (0...2 * radius).map { number in line.baseAddress.map { $0 + number } }
        Self.expectTwins(
          "down", width, nothing, { libretto_weigh_down(rows, w, weights, Int32(radius), &$0) },
          { libretto_weigh_down_plain(rows, w, weights, Int32(radius), &$0) })
      }
    }
    line.withUnsafeBufferPointer { line in
      let rows = (0..<4).map { number in line.baseAddress.map { $0 + 3 * number } }
      Self.expectTwins(
        "four", width, nothing, { libretto_mix_four(rows, [0.1, 0.2, 0.3, 0.4], w, &$0) },
        { libretto_mix_four_plain(rows, [0.1, 0.2, 0.3, 0.4], w, &$0) })
    }
    let (upper, lower) = (
      Self.words(width).map { UInt16($0 >> 16) }, Self.words(width, 1).map { UInt16($0 >> 16) }
    )
    Self.expectTwins(
      "between", width, nothing, { libretto_between(upper, lower, 0.3, w, &$0) },
      { libretto_between_plain(upper, lower, 0.3, w, &$0) })
    for shift in [-300, -3, 0, 1, 40, 999] {
      Self.expectTwins(
        "moved", width, nothing, { libretto_add_moved(line, w, Int32(shift), 0.3, 0.25, &$0) },
        { libretto_add_moved_plain(line, w, Int32(shift), 0.3, 0.25, &$0) })
    }
    let anywhere = Self.words(width).map { Int32($0 % UInt32(width)) }
    let inOrder = [0.4, 1, 1.3, 1.9, 4, -1].map { step in
      (0..<width).map {
        Int32(max(0, min(Double(width - 1), step < 0 ? Double(width - $0) : Double($0) * step)))
      }
    }
    for places in [anywhere] + inOrder {
      Self.expectTwins(
        "at", width, nothing, { libretto_add_at(line, places, line, w, 0.25, &$0) },
        { libretto_add_at_plain(line, places, line, w, 0.25, &$0) })
    }
    let (second, third) = (Self.numbers(width, 5), Self.numbers(width, 6))
    Self.expectTwins(
      "most", width, nothing, { libretto_most(line, second, third, w, &$0) },
      { libretto_most_plain(line, second, third, w, &$0) })
    Self.expectTwins(
      "approach", width, second, { libretto_approach(line, w, 0.3, &$0) },
      { libretto_approach_plain(line, w, 0.3, &$0) })
  }

  @Test("is its obvious version to the bit: light and texture", arguments: widths)
  func light(width: Int) {
    let w = Int32(width)
    let (row, light) = (Self.numbers(4 * width), Self.numbers(3 * width, 7))
    let path = LibrettoPath(u: -1.1, v: 0.3, du: 2.3 / Float(width), dv: 0.01)
    let color: [Float] = [0.1, 0.7, 0.3]
    Self.expectTwins(
      "bright", width, light, { libretto_row_bright(row, w, 0.4, &$0) },
      { libretto_row_bright_plain(row, w, 0.4, &$0) })
    Self.expectTwins(
      "shine", width, row, { libretto_row_shine(&$0, w, light, 0.8) },
      { libretto_row_shine_plain(&$0, w, light, 0.8) })
    Self.expectTwins(
      "vignette", width, row, { libretto_row_vignette(&$0, w, path, 1.5, color) },
      { libretto_row_vignette_plain(&$0, w, path, 1.5, color) })
    Self.expectTwins(
      "spot", width, light, { libretto_row_spot(&$0, w, path, color) },
      { libretto_row_spot_plain(&$0, w, path, color) })
    Self.expectTwins(
      "leak", width, row, { libretto_row_leak(&$0, w, light) }, { libretto_row_leak_plain(&$0, w, light) })
    // Seven planes of a table of 40 moments, and moments early, late and in between.
    let table = Self.numbers(7 * 41, 12).enumerated().map { index, value -> Float in
      switch index % 41 {
      case 0: index < 3 * 41 || index >= 6 * 41 ? 1 : 0
      case 39, 40: 0
      default: value
      }
    }
    let moments = Self.words(width, 3).enumerated().map { index, word in
      index / 64 % 3 == 0 ? UInt16(word >> 16) : index / 64 % 3 == 1 ? 65_535 : 0
    }
    for before in [-0.1, 0.3, 0.8, 1.3] as [Float] {
      Self.expectTwins(
        "burn", width, row, { libretto_row_burn(&$0, w, moments, before, 2.5, table, 40) },
        { libretto_row_burn_plain(&$0, w, moments, before, 2.5, table, 40) })
    }
    let pixels = Self.words(width, 5)
    for breadth in [0, 0.3, 2] as [Float] {
      let path = LibrettoPath(u: -1.1, v: 0.9, du: 2.2 / Float(width), dv: -0.001)
      Self.expectTwins(
        "feather", width, of: pixels, { libretto_feather(&$0, w, path, breadth, 0.5) },
        { libretto_feather_plain(&$0, w, path, breadth, 0.5) })
    }
    Self.expectTwins(
      "scale", width, row, { libretto_row_scale(&$0, w, 0.7) }, { libretto_row_scale_plain(&$0, w, 0.7) })
    let noise = [Float](unsafeUninitializedCapacity: 1024) { buffer, count in
      libretto_noise(5, 32, buffer.baseAddress)
      count = 1024
    }
    Self.expectTwins("noise", width, noise, { _ in }, { libretto_noise_plain(5, 32, &$0) })
    Self.expectTwins(
      "grain", width, row, { libretto_row_grain(&$0, w, noise, 32, 77, 0.2) },
      { libretto_row_grain_plain(&$0, w, noise, 32, 77, 0.2) })
    let others = (1...3).map { Self.numbers(width, $0) }
    Self.expectTwins(
      "film", width, row, { libretto_row_film(&$0, w, others[0], others[1], others[2], 0.2) },
      { libretto_row_film_plain(&$0, w, others[0], others[1], others[2], 0.2) })
    let green: [Float] = [0.2, 0.7, 0.3]
    var key = LibrettoKey(
      color: (0.2, 0.7, 0.3), hue: libretto_key_hue(green), low: 0.08, scale: 1.1, last: 0.6, steepness: 5,
      spill: 0.7, most: 1, first: 2, second: 0)
    Self.expectTwins(
      "share of a key", width, others[0], { libretto_row_key_share(row, w, &key, &$0) },
      { libretto_row_key_share_plain(row, w, &key, &$0) })
    Self.expectTwins(
      "key", width, row, { libretto_row_key(&$0, w, &key, others[0], others[1]) },
      { libretto_row_key_plain(&$0, w, &key, others[0], others[1]) })
    let edges = [0] + stride(from: 3, to: width, by: 5).map { Int32($0) } + [w]
    Self.expectTwins(
      "cells", width, row, { libretto_row_cells(row, w, 4, edges, Int32(edges.count - 1), 2, &$0) },
      { libretto_row_cells_plain(row, w, 4, edges, Int32(edges.count - 1), 2, &$0) })
  }

  @Test("is its obvious version to the bit: colors", arguments: widths)
  func colors(width: Int) {
    let w = Int32(width)
    let row = Self.numbers(4 * width)
    let matrix = Self.numbers(12, 3)
    Self.expectTwins(
      "matrix", width, row, { libretto_row_matrix(&$0, w, matrix) },
      { libretto_row_matrix_plain(&$0, w, matrix) })
    let table = Self.numbers(4 * 18, 8)
    table.withUnsafeBufferPointer { table in
      let tables = (0..<3).map { number in table.baseAddress.map { $0 + 17 * number } }
      Self.expectTwins(
        "curves", width, row, { libretto_row_curves(&$0, w, tables, 17) },
        { libretto_row_curves_plain(&$0, w, tables, 17) })
      var lines = LibrettoLines(
        entries: table.baseAddress, size: 17, start: (0, -0.5, 0.2), scale: (1, 0.5, 3))
      for strength: Float in [1, 0.7] {
        Self.expectTwins(
          "lines", width, row, { libretto_row_lines(&$0, w, &lines, strength) },
          { libretto_row_lines_plain(&$0, w, &lines, strength) })
      }
      for isRadial in [false, true] {
        let path = LibrettoPath(u: -0.1, v: 0.3, du: 1.3 / Float(width), dv: 0.01)
        Self.expectTwins(
          "gradient", width, row, { libretto_row_gradient(table.baseAddress, 17, path, isRadial, w, &$0) },
          { libretto_row_gradient_plain(table.baseAddress, 17, path, isRadial, w, &$0) })
      }
    }
    for size in [2, 5] {
      let count = 4 * (size * size * size + size * size + size + 1)
      let entries = Self.words(count, 2).map { Int16(truncatingIfNeeded: $0) }
      entries.withUnsafeBufferPointer { entries in
        var cube = LibrettoCube(
          entries: entries.baseAddress, size: Int32(size), low: -0.5, high: 1.5, start: (0, 0.1, -0.2),
          scale: (1, 1.2, 0.7))
        for strength: Float in [1, 0.3] {
          Self.expectTwins(
            "cube", width, row, { libretto_row_cube(&$0, w, &cube, strength) },
            { libretto_row_cube_plain(&$0, w, &cube, strength) })
        }
      }
    }
  }

  @Test("makes the same of what is no number, and what has no end", arguments: [5, 64, 100])
  func strange(width: Int) {
    let w = Int32(width)
    let numbers: [Float] = [.nan, .infinity, -.infinity, -.nan, 1e38, -1e38, .leastNonzeroMagnitude, 0.5]
    let row = (0..<4 * width).map { numbers[($0 * 7 + $0 / width) % numbers.count] }
    let pixels = Self.words(width)
    Self.expectTwins(
      "close", width, of: pixels, { libretto_row_close(row, w, 3, 5, &$0) },
      { libretto_row_close_plain(row, w, 3, 5, &$0) })
    Self.expectTwins(
      "close what is opaque", width, of: pixels, { libretto_row_close_opaque(row, w, 3, 5, &$0) },
      { libretto_row_close_opaque_plain(row, w, 3, 5, &$0) })
    Self.expectTwins(
      "close deep", width, of: [UInt16](repeating: 0, count: 4 * width),
      { libretto_row_close_deep(row, 4 * w, &$0) }, { libretto_row_close_deep_plain(row, 4 * w, &$0) })
    let table = Self.numbers(17, 8)
    table.withUnsafeBufferPointer { table in
      let tables = [table.baseAddress, table.baseAddress, table.baseAddress]
      Self.expectTwins(
        "curves", width, row, { libretto_row_curves(&$0, w, tables, 17) },
        { libretto_row_curves_plain(&$0, w, tables, 17) })
    }
    let entries = Self.words(4 * (27 + 13), 2).map { Int16(truncatingIfNeeded: $0) }
    entries.withUnsafeBufferPointer { entries in
      var cube = LibrettoCube(
        entries: entries.baseAddress, size: 3, low: 0, high: 1, start: (0, 0, 0), scale: (1, 1, 1))
      Self.expectTwins(
        "cube", width, row.map { $0.magnitude > 1e30 ? .nan : $0 },
        { libretto_row_cube(&$0, w, &cube, 1) }, { libretto_row_cube_plain(&$0, w, &cube, 1) })
    }
  }
}
