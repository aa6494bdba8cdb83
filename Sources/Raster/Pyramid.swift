import Primitives
import Synchronization

/// A picture at several scales, two steps from one to one half as large, so that a frame always samples one
/// of them at a scale between √½ and 1.
///
/// Level 0 is the picture; level 2 is half as large; level −2 is twice as large, or drawn anew for a vector
/// drawing, which has levels beyond it. Levels are made when they are first needed, and kept.
final class Pyramid: Sendable {
  let size: PixelSize
  private let levels: Mutex<[Int: PixelPlane]>
  private let soft = Mutex<PixelPlane?>(nil)
  /// Draws a vector drawing so many times as large.
  private let draw: (@Sendable (Int) throws(Problem) -> Bitmap)?

  /// No level that is larger than the picture has more pixels than this.
  private static let largestLevel = 32 << 20
  /// The longer side of the level from which the blurred copy is made, at most.
  private static let softSide = 512

  /// - Parameter draw: for a vector drawing, draws it so many times as large.
  init(_ bitmap: Bitmap, drawing draw: (@Sendable (Int) throws(Problem) -> Bitmap)? = nil) {
    size = bitmap.size
    self.draw = draw
    levels = Mutex([0: PixelPlane(bitmap)])
  }

  /// The level to sample when the picture is shown at a scale, and its number.
  func level(forScale scale: Double) throws(Problem) -> (plane: PixelPlane, number: Int) {
    let number = Pyramid.levelNumber(size, forScale: scale, isVector: draw != nil)
    let plane = try levels.withLock { levels throws(Problem) in try level(number, in: &levels) }
    return (plane, number)
  }

  /// A soft, small copy, and the number of the level it takes the place of.
  func blurred() throws(Problem) -> (plane: PixelPlane, number: Int) {
    var number = 0
    while max(size.width, size.height) >> (number / 2) > Pyramid.softSide { number += 2 }
    let plane = try soft.withLock { soft throws(Problem) in
      if let soft { return soft }
      let source = try levels.withLock { levels throws(Problem) in try level(number, in: &levels) }
      let made = source.blurred(radius: max(1, max(source.size.width, source.size.height) / 28))
      soft = made
      return made
    }
    return (plane, number)
  }

  var byteCount: Int { levels.withLock { $0.values.reduce(0) { $0 + $1.byteCount } } }

  /// How many of the picture's pixels a level's one is on each side, whatever was rounded at its edge.
  static func pixel(_ number: Int) -> Double {
    let half = number >> 1
    let even = half >= 0 ? Double(1 << half) : 1 / Double(1 << -half)
    return number & 1 == 0 ? even : even * root
  }

  private static let root = 2.0.squareRoot()
  /// How soft levels between halves are made, as `Resampling` goes on from them.
  static let softness = 0.42

  /// What a picture takes at most once it was shown at a scale: its levels, and decoding it.
  static func bytes(of size: PixelSize, at scale: Double, isVector: Bool) -> Int {
    let area = size.width * size.height
    let enlarged = max(0, -levelNumber(size, forScale: scale, isVector: isVector) / 2)
    // As it comes, 6 bytes a pixel, beside the first level; smaller levels add up to one.
    return max(area * 10, (0...enlarged).reduce(area * 4) { $0 + area << (2 * $1 + 2) })
  }

  private static func levelNumber(_ size: PixelSize, forScale scale: Double, isVector: Bool) -> Int {
    var number = 0
    var rest = scale
    while rest <= 0.5, max(size.width, size.height) >> (number / 2) > 1 {
      rest *= 2
      number += 2
    }
    // A good filter once; what is still too small is left to the sampling, as more pixels wouldn't show more.
    let lowest = isVector ? -24 : -2
    let area = size.width * size.height
    while rest > 1, number > lowest, area << (2 - number) <= Pyramid.largestLevel {
      rest /= 2
      number -= 2
    }
    let isBetween = rest <= 0.5.squareRoot() && rest > 0.5 && (number >= 0 || isVector)
    return isBetween ? number + 1 : number
  }

  /// Nearer levels first: each is made from one that is larger, or smaller, but for a drawing.
  private func level(_ number: Int, in levels: inout [Int: PixelPlane]) throws(Problem) -> PixelPlane {
    if let level = levels[number] { return level }
    let made: PixelPlane
    if number & 1 != 0 {
      made = try level(number - 1, in: &levels).shrunk(
        by: Size(width: Pyramid.root, height: Pyramid.root), softness: Pyramid.softness)
    } else if number > 0 {
      made = try level(number - 2, in: &levels).halved
    } else if let draw {
      made = PixelPlane(try draw(1 << (-number / 2)))
    } else {
      made = try level(number + 2, in: &levels).doubled
    }
    levels[number] = made
    return made
  }
}
