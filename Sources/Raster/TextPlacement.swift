import FrameGraph
import Primitives

/// Where a layer of text is painted, and how far from there it is laid.
///
/// A text that moves by whole pixels is the same layer, laid elsewhere; what is so soft that no pixel can
/// be told from its neighbours is laid at parts of pixels as well. Only where that would take too much
/// memory, or where the ink lies still while the text moves, is the layer what the screen shows of it.
struct TextPlacement {
  /// Takes the text to the layer's coordinates.
  let matrix: Matrix
  let shift: Shift
  /// What the layer shows, unless all of the text.
  let window: PixelArea?

  /// Pixels, and 256ths of one.
  struct Shift: Hashable {
    var x = 0
    var y = 0
    var fractionX = 0
    var fractionY = 0
  }

  /// All of a text in one layer.
  init(_ pass: TextPass, _ ink: Ink, at matrix: Matrix) {
    let (x, y) = (matrix.tx.rounded(.down), matrix.ty.rounded(.down))
    var shift = Shift(x: Int(x), y: Int(y))
    var (tx, ty) = (matrix.tx - x, matrix.ty - y)
    if case .color = ink, pass.softness(at: matrix)?.hidesPixels == true {
      shift.fractionX = Int((tx * 256).rounded(.down))
      shift.fractionY = Int((ty * 256).rounded(.down))
      (tx, ty) = (0, 0)
    }
    self.matrix = Matrix(a: matrix.a, b: matrix.b, c: matrix.c, d: matrix.d, tx: tx, ty: ty)
    self.shift = shift
    window = nil
  }

  /// As much of a text as an area shows.
  init(at matrix: Matrix, on area: PixelArea) {
    self.matrix = matrix
    shift = Shift()
    window = area
  }
}

extension Softness {
  /// Whether it is so soft that it may be laid between pixels, and nobody sees that.
  var hidesPixels: Bool { min(across.pixels, down.pixels) >= 2 }
}
