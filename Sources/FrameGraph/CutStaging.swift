import Primitives
import Timeline

/// What is left of an element's marks once they are cut, and the copies that are made of it, in one frame.
struct CutStaging {
  let look: Look
  let time: Time
  let size: Size
  /// Takes the box's units to the parent's, and those to output pixels.
  let toParent: Matrix
  let outer: Matrix
  let parent: Size

  private var matrix: Matrix { toParent.then(outer) }

  /// More copies than these aren't made.
  private static let mostTiles = 10_000

  /// What the marks are cut to; nil if they aren't.
  var clipping: MarkGroup.Clipping? {
    edge.map { MarkGroup.Clipping(outline: $0, matrix: matrix.snapped) }
  }

  /// Whether more is to be done than to cut it.
  var addsMarks: Bool { look.border != nil || look.reflection != nil || look.tiling != nil }

  /// The marks cut, framed, mirrored and repeated.
  func marks(_ marks: [Mark]) -> [Mark] {
    guard !marks.isEmpty || look.border != nil else { return [] }
    var result = marks + border
    if let clipping { result = [.group(MarkGroup(result, clip: clipping))] }
    return tiled(reflected(result))
  }

  private var edge: Outline? {
    if let clip = look.clip { return clip.outline(in: size) }
    let side = min(size.width, size.height)
    let radius = look.cornerRadius?.value(at: time).width(in: Size(width: side, height: side))
    guard radius != nil || look.border != nil else { return nil }
    return Shape.rectangle(cornerRadius: radius ?? 0).outline(in: size)
  }

  private var border: [Mark] {
    guard let border = look.border, let edge else { return [] }
    let side = min(size.width, size.height)
    let width = border.width.value(at: time).width(in: Size(width: side, height: side))
    guard width > 0 else { return [] }
    // Half of the line is outside, where it is cut away.
    return [
      .stroke(
        edge, width: (2 * width).snappedToPixelGrid, Ink(border.paint, in: size), at: matrix.snapped,
        opacity: 1)
    ]
  }

  private func reflected(_ marks: [Mark]) -> [Mark] {
    guard let reflection = look.reflection, let back = matrix.inverse else { return marks }
    let gap = reflection.gap.value(at: time).height(in: size)
    let opacity = max(0, min(1, reflection.opacity.value(at: time)))
    let reach = max(0, min(1, reflection.reach.value(at: time))) * size.height
    guard opacity > 0, reach > 0 else { return marks }
    let flip = Matrix.scale(1, -1).then(.translation(0, 2 * size.height + gap))
    let floor = Rect(x: -size.width, y: size.height + gap, width: 3 * size.width, height: reach)
    let fade = Ink(
      .gradient(.white.opacity(opacity), .white.opacity(0)), across: floor)
    let mask = Mark.fill(.rectangle(floor.snapped), fade, at: matrix.snapped, opacity: 1)
    let mirrored = marks.transformed(by: back.then(flip).then(matrix))
    return [
      .group(
        MarkGroup(
          mirrored, mask: MarkGroup.Mask(marks: [mask], masking: Masking(.alpha, isInverted: false))))
    ] + marks
  }

  private func tiled(_ marks: [Mark]) -> [Mark] {
    guard let tiling = look.tiling, let back = matrix.inverse, let inward = toParent.inverse else {
      return marks
    }
    let cell = Size(
      width: size.width + tiling.gapX.value(at: time).width(in: size),
      height: size.height + tiling.gapY.value(at: time).height(in: size))
    let corners = [(0, 0), (1, 0), (0, 1), (1, 1)].map { x, y in
      inward.apply(Point(x: x * parent.width, y: y * parent.height))
    }
    var columns = CutStaging.tiles(of: corners.map(\.x), every: cell.width, size.width)
    var rows = CutStaging.tiles(of: corners.map(\.y), every: cell.height, size.height)
    if columns.count * rows.count > CutStaging.mostTiles {
      columns = columns.clamped(to: -50..<50)
      rows = rows.clamped(to: -50..<50)
    }
    return rows.flatMap { row in
      columns.flatMap { column -> [Mark] in
        if row == 0, column == 0 { return marks }
        let (turnX, turnY) = (tiling.isMirrored && column % 2 != 0, tiling.isMirrored && row % 2 != 0)
        let place = Matrix.scale(turnX ? -1 : 1, turnY ? -1 : 1).then(
          .translation(
            cell.width * Double(column) + (turnX ? size.width : 0),
            cell.height * Double(row) + (turnY ? size.height : 0)))
        return marks.transformed(by: back.then(place).then(matrix))
      }
    }
  }

  /// Which copies, by number, reach into a stretch; the element itself is number 0.
  private static func tiles(of ends: [Double], every step: Double, _ length: Double) -> Range<Int> {
    guard step >= 1, let low = ends.min(), let high = ends.max(), low.magnitude < 1e7, high.magnitude < 1e7
    else { return 0..<1 }
    let first = Int(((low - length) / step).rounded(.down)) + 1
    let last = Int((high / step).rounded(.up))
    return min(first, 0)..<max(last, 1)
  }
}
