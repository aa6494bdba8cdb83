import Foundation

/// Follows a bright disc through gray frames of a size on standard input, and prints how it trembles: the second
/// difference of where its middle is, in pixels per frame per frame.
@main struct Jitter {
  static func main() {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard numbers.count == 2 else { return print("usage: jitter WIDTH HEIGHT <frames.gray") }
    let (width, height) = (numbers[0], numbers[1])
    var places: [(x: Double, y: Double)] = []
    while true {
      let frame = read(width * height)
      guard frame.count == width * height else { break }
      var (x, y, sum) = (0.0, 0.0, 0.0)
      for row in 0..<height {
        for column in 0..<width {
          let light = Double(frame[row * width + column])
          guard light > 70 else { continue }
          x += (light - 70) * Double(column)
          y += (light - 70) * Double(row)
          sum += light - 70
        }
      }
      places.append((x / sum, y / sum))
    }
    let trembling = places.indices.dropFirst(2).map { index -> Double in
      let (a, b, c) = (places[index - 2], places[index - 1], places[index])
      let (x, y) = (a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y)
      return (x * x + y * y).squareRoot()
    }
    let mean = trembling.reduce(0, +) / Double(max(1, trembling.count))
    print(String(format: "%.4f mean, %.4f worst, of %d frames", mean, trembling.max() ?? 0, places.count))
  }

  private static func read(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let more = try? FileHandle.standardInput.read(upToCount: count - bytes.count), !more.isEmpty
      else { break }
      bytes += more
    }
    return bytes
  }
}
