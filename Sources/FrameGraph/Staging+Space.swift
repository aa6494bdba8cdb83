import Primitives
import Timeline

/// Where an element is seen that is tilted, or has a depth.
enum Seen {
  /// Nowhere.
  case nowhere
  /// Flat on the screen; the matrix takes its parent's units there.
  case flat(Matrix)
  /// At an angle.
  case tilted(SheetPlan)
}

extension Staging {
  /// Where a look puts a box in space.
  ///
  /// - Parameter toParent: takes the box's units to its parent's, and `outer` those to output pixels.
  func place(
    _ look: Look, at time: Time, _ box: Size, _ toParent: Matrix, in parent: Size, _ outer: Matrix
  ) -> Seen {
    let angles = look.tilt.map { ($0.x.value(at: time), $0.y.value(at: time)) }
    let isTilted = angles.map { $0 != Angle.zero || $1 != Angle.zero } ?? false
    let camera = look.depth == nil ? nil : view.camera
    guard isTilted || camera != nil else { return .flat(outer) }
    guard let (seen, pivot) = projection(look, at: time, box, toParent, outer, camera, angles) else {
      return .nowhere
    }
    let isFlat = seen.snapped.isFlat
    guard seen.distance(of: pivot) > Sheet.nearest || !isFlat else { return .nowhere }
    let showsBack = seen.determinant * outer.determinant < 0
    if showsBack, look.tilt?.back == .hidden { return .nowhere }
    if isFlat { return .flat(seen.matrix(near: pivot)) }
    let plan = SheetPlan(of: box, seen: toParent.homography.then(seen), on: view.screen)
    return plan.map { .tilted($0) } ?? .nowhere
  }

  /// What takes the units of an element's parent to output pixels, and the point of the parent it turns around; nil
  /// where it is seen edge on.
  private func projection(
    _ look: Look, at time: Time, _ box: Size, _ toParent: Matrix, _ outer: Matrix, _ camera: PlacedCamera?,
    _ angles: (Angle, Angle)?
  ) -> (Homography, Point)? {
    let pivot = toParent.apply((look.tilt?.anchor ?? look.anchor).point(in: box))
    let (x, y) = angles ?? (.zero, .zero)
    let seen: Homography
    if let camera, let depth = look.depth {
      guard let back = camera.toScreen.inverse else { return nil }
      let toCamera = outer.then(back)
      let middle = toCamera.apply(pivot)
      let plane = SpacePlane().moved(x: -middle.x, y: -middle.y).tilted(x, y).moved(
        x: middle.x, y: middle.y)
      seen = camera.projection(of: plane, depth, at: time, toCamera)
    } else {
      let strength = look.tilt?.perspective.value(at: time) ?? 0
      let across = (toParent.a * toParent.a + toParent.b * toParent.b).squareRoot() * box.width
      let down = (toParent.c * toParent.c + toParent.d * toParent.d).squareRoot() * box.height
      let distance = strength > 1e-3 ? max(across, down) / min(1, strength) : nil
      let plane = SpacePlane().moved(x: -pivot.x, y: -pivot.y).tilted(x, y)
      seen = plane.projection(from: distance).then(.translation(pivot.x, pivot.y)).then(outer)
    }
    let area = seen.determinant
    return area.isFinite && area.magnitude > 1e-9 ? (seen, pivot) : nil
  }

  /// What a camera sees, the farthest first: those that lie in space between two others that don't.
  func fromFarToNear(_ branches: [Branch]) -> [Branch] {
    let parts = branches.map { branch -> (branch: Branch, depth: Double?) in
      guard case .node(let id, _) = branch, let depth = graph.nodes[id.index].clip.look.depth else {
        return (branch, nil)
      }
      let z = depth.z.value(at: time(of: graph.nodes[id.index].clip))
      return (branch, z.width(in: view.camera?.size ?? .zero))
    }
    let runs = parts.split(omittingEmptySubsequences: false) { $0.depth == nil }
    var flat = parts.filter { $0.depth == nil }.map(\.branch)[...]
    return runs.flatMap { run -> [Branch] in
      let places = run.indices.sorted { (-(run[$0].depth ?? 0), $0) < (-(run[$1].depth ?? 0), $1) }
      return places.map { run[$0].branch } + (flat.popFirst().map { [$0] } ?? [])
    }
  }

  /// The same on another sheet, which no camera sees but its own.
  func on(_ screen: PixelSize) -> Staging {
    var staging = self
    staging.view = View(screen: screen)
    return staging
  }

  /// The same, seen as something else is.
  func seen(in view: View) -> Staging {
    var staging = self
    staging.view = view
    return staging
  }
}
