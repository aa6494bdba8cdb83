import Primitives
import Timeline

/// What marks are staged for: a screen, or a sheet that takes its place; and the camera that sees it.
struct View {
  var screen: PixelSize
  var camera: PlacedCamera?
}

/// A camera at one moment.
struct PlacedCamera {
  let course: CameraCourse
  let time: Time
  /// Of the box it looks at, and what takes its units to output pixels.
  let size: Size
  let toScreen: Matrix

  /// Where it sees a plane so deep, in units that `toCamera` takes to the box's: as output pixels.
  func projection(of plane: SpacePlane, _ depth: Depth, at time: Time, _ toCamera: Matrix) -> Homography {
    let distance = course.distance(from: size)
    func place(_ measure: Curve<Measure>) -> Double { measure.value(at: self.time).width(in: size) }
    let z = depth.z.value(at: time).width(in: size)
    let growth = depth.keepsSize ? (distance + z) / distance : 1
    let middle = Point(x: size.width / 2, y: size.height / 2)
    let seen = plane.moved(x: -middle.x, y: -middle.y).scaled(by: growth).moved(z: z)
      .tilted(course.orbitX.value(at: self.time), course.orbitY.value(at: self.time))
      .moved(
        x: -place(course.x), y: -course.y.value(at: self.time).height(in: size), z: -place(course.ahead))
    let zoom = max(0.01, course.zoom.value(at: self.time))
    return toCamera.homography.then(seen.projection(from: distance, zoom: zoom))
      .then(.translation(middle.x, middle.y)).then(toScreen)
  }
}

/// A plane in space: where the points of one that is flat on the screen have gone to, z away from the eye.
struct SpacePlane {
  /// What a unit to the right adds, and one down, and where the origin is.
  private var right = SIMD3<Double>(1, 0, 0)
  private var down = SIMD3<Double>(0, 1, 0)
  private var origin = SIMD3<Double>(0, 0, 0)

  func moved(x: Double = 0, y: Double = 0, z: Double = 0) -> SpacePlane {
    var copy = self
    copy.origin += SIMD3(x, y, z)
    return copy
  }

  /// Larger in its own directions, around the axis of the eye.
  func scaled(by factor: Double) -> SpacePlane {
    var copy = self
    (copy.right, copy.down) = (right * factor, down * factor)
    copy.origin = SIMD3(origin.x * factor, origin.y * factor, origin.z)
    return copy
  }

  /// Turned around the origin of space: the right side goes away by the second angle, then the upper one by the first.
  func tilted(_ x: Angle, _ y: Angle) -> SpacePlane {
    let (sineX, cosineX) = (ExactMath.sin(x.radians), ExactMath.cos(x.radians))
    let (sineY, cosineY) = (ExactMath.sin(y.radians), ExactMath.cos(y.radians))
    func turned(_ v: SIMD3<Double>) -> SIMD3<Double> {
      let (across, away) = (v.x * cosineY - v.z * sineY, v.x * sineY + v.z * cosineY)
      return SIMD3(across, v.y * cosineX + away * sineX, away * cosineX - v.y * sineX)
    }
    var copy = self
    (copy.right, copy.down, copy.origin) = (turned(right), turned(down), turned(origin))
    return copy
  }

  /// Where its points are seen from so far in front of the origin of space; infinitely far if nil.
  func projection(from distance: Double?, zoom: Double = 1) -> Homography {
    let near = distance.map { 1 / $0 } ?? 0
    return Homography(rows: [
      right.x * zoom, down.x * zoom, origin.x * zoom, right.y * zoom, down.y * zoom, origin.y * zoom,
      right.z * near, down.z * near, 1 + origin.z * near,
    ])
  }
}

extension Matrix {
  var homography: Homography { Homography(flat: self) }
}
