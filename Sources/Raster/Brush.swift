internal import CEngine
import Primitives

/// A Cairo context: what paints on a surface.
///
/// Errors stick to a context; `check` says whether one has happened.
struct Brush: ~Copyable {
  let handle: OpaquePointer

  /// The C function is `cairo_create`, which never returns null; it keeps the surface alive.
  init(on surface: borrowing Surface) { handle = cairo_create(surface.handle) }

  deinit { cairo_destroy(handle) }

  borrowing func check() throws(Problem) {
    let status = cairo_status(handle)
    guard status == CAIRO_STATUS_SUCCESS else {
      let reason = cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
      throw Problem(.bug, "a frame can't be painted", hints: "Cairo said: \(reason)")
    }
  }

  /// Makes an outline the current path, taken to the screen by a matrix. The matrix is done with then.
  borrowing func trace(_ outline: Outline, at matrix: Matrix) {
    cairo_new_path(handle)
    append(outline) { matrix.apply($0) }
  }

  /// Adds an outline to the current path.
  borrowing func append(_ outline: Outline, _ place: (Point) -> Point) {
    for step in outline.steps {
      switch step {
      case .move(let point):
        let point = place(point)
        cairo_move_to(handle, point.x, point.y)
      case .line(let point):
        let point = place(point)
        cairo_line_to(handle, point.x, point.y)
      case .curve(let first, let second, let end):
        let (first, second, end) = (place(first), place(second), place(end))
        cairo_curve_to(handle, first.x, first.y, second.x, second.y, end.x, end.y)
      case .close: cairo_close_path(handle)
      }
    }
  }

  /// What is painted from now on is seen only there. A layer of its own is then no larger.
  borrowing func clip(to area: PixelArea) {
    cairo_new_path(handle)
    cairo_rectangle(
      handle, Double(area.left), Double(area.top), Double(area.size.width), Double(area.size.height))
    cairo_clip(handle)
  }

  borrowing func paint(opacity: Double) {
    if opacity < 1 { cairo_paint_with_alpha(handle, opacity) } else { cairo_paint(handle) }
  }

  borrowing func use(_ mode: BlendMode) { cairo_set_operator(handle, mode.cairo) }
}

extension Matrix {
  var cairo: cairo_matrix_t { cairo_matrix_t(xx: a, yx: b, xy: c, yy: d, x0: tx, y0: ty) }
}

extension BlendMode {
  var cairo: cairo_operator_t {
    switch self {
    case .normal: CAIRO_OPERATOR_OVER
    case .multiply: CAIRO_OPERATOR_MULTIPLY
    case .screen: CAIRO_OPERATOR_SCREEN
    case .overlay: CAIRO_OPERATOR_OVERLAY
    case .darken: CAIRO_OPERATOR_DARKEN
    case .lighten: CAIRO_OPERATOR_LIGHTEN
    case .colorDodge: CAIRO_OPERATOR_COLOR_DODGE
    case .colorBurn: CAIRO_OPERATOR_COLOR_BURN
    case .hardLight: CAIRO_OPERATOR_HARD_LIGHT
    case .softLight: CAIRO_OPERATOR_SOFT_LIGHT
    case .difference: CAIRO_OPERATOR_DIFFERENCE
    case .exclusion: CAIRO_OPERATOR_EXCLUSION
    case .hue: CAIRO_OPERATOR_HSL_HUE
    case .saturation: CAIRO_OPERATOR_HSL_SATURATION
    case .color: CAIRO_OPERATOR_HSL_COLOR
    case .luminosity: CAIRO_OPERATOR_HSL_LUMINOSITY
    case .add: CAIRO_OPERATOR_ADD
    }
  }
}
