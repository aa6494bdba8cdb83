internal import CEngine
import Primitives
import Timeline

/// Takes a color out, and its light from what stays.
struct KeyFilter: AreaFilter {
  private let keying: Keying

  init(_ keying: Keying) { self.keying = keying }

  func run(from source: RowPort, to sink: RowPort) {
    let (width, height) = (source.size.width, source.size.height)
    let rows = (0..<2).map { _ in FilterRow(width: width) }
    func read(_ y: Int) -> FilterRow {
      let row = rows[y % 2]
      source.read(y, into: row)
      libretto_row_straighten(row.planes, Int32(width))
      return row
    }
    let named = [Float(keying.color.red), Float(keying.color.green), Float(keying.color.blue)]
    var shares = LibrettoKeyShares()
    let hue = libretto_key_hue(named)
    for y in stride(from: 0, to: height, by: 2) {
      libretto_key_gather(read(y).planes, Int32(width), hue, &shares)
    }
    var key = key(shares.color(among: source.size) ?? named)
    // Films have half as many pixels of color: how much of the key is around a pixel is told by its neighbours too.
    let (own, down, across) = ((0..<3).map { _ in FilterLine(width) }, FilterLine(width), FilterLine(width))
    let padding = Padding(width, by: 1)
    func look(at y: Int) {
      libretto_row_key_share(read(y).planes, Int32(width), &key, own[y % 3].numbers)
    }
    look(at: 0)
    for y in 0..<height {
      if y + 1 < height { look(at: y + 1) }
      let lines = [max(0, y - 1), y, min(height - 1, y + 1)].map {
        UnsafePointer<Float>?(own[$0 % 3].numbers)
      }
      libretto_weigh_down(lines, Int32(width), KeyFilter.weights, 1, down.numbers)
      libretto_weigh_across(
        padding.filled(with: down.numbers), Int32(width), KeyFilter.weights, 1, across.numbers)
      let row = rows[y % 2]
      libretto_row_key(row.planes, Int32(width), &key, own[y % 3].numbers, across.numbers)
      libretto_row_premultiply(row.planes, Int32(width))
      sink.write(row, y)
    }
  }

  private static let weights: [Float] = [0.5, 0.25]

  private func key(_ color: [Float]) -> LibrettoKey {
    let high = 1 - Float(keying.tolerance)
    let low = high * (1 - Float(keying.softness))
    // As much as was mixed in, but for the last of it, which may be missing on an uneven screen.
    let most = (0..<3).max { color[$0] < color[$1] } ?? 1
    let width = max(Float(keying.tolerance * keying.softness), 1e-3)
    return LibrettoKey(
      color: (color[0], color[1], color[2]), hue: libretto_key_hue(color), low: low,
      scale: 1 / max(1 - low, 1e-3), last: high - width, steepness: 1 / width, spill: Float(keying.spill),
      most: Int32(most), first: Int32((most + 1) % 3), second: Int32((most + 2) % 3))
  }
}

extension LibrettoKeyShares {
  /// The color that those pixels have that lean most; nil where hardly any lean at all.
  fileprivate func color(among size: PixelSize) -> [Float]? {
    let bins = Int(LIBRETTO_KEY_BINS)
    let counts = withUnsafeBytes(of: counts) { Array($0.bindMemory(to: Double.self)) }
    let sums = withUnsafeBytes(of: sums) { Array($0.bindMemory(to: Double.self)) }
    let all = counts.reduce(0, +)
    // Every fourth pixel was counted; a hundredth of those is enough.
    guard all > Double(size.width * size.height) / 400 else { return nil }
    var (top, beyond) = (bins - 1, counts[bins - 1])
    while top > 0, beyond < all * 0.05 {
      top -= 1
      beyond += counts[top]
    }
    var (count, color) = (0.0, [0.0, 0, 0])
    for bin in Int(Double(top) * 0.8)..<bins {
      count += counts[bin]
      for channel in 0..<3 { color[channel] += sums[3 * bin + channel] }
    }
    return count > 0 ? color.map { Float($0 / count) } : nil
  }
}
