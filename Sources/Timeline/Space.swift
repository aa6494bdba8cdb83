package import Primitives

/// How an element is turned in space, out of the plane it lies in.
package struct Tilt: Sendable {
  /// How far its upper edge leans away, and its right one. The second comes first.
  package var x: Curve<Angle>
  package var y: Curve<Angle>
  /// How near the eye is: 0 is infinitely far away, 1 as far as the element is long. A camera has its own.
  package var perspective: Curve<Double>
  /// What it turns around; nil is what it scales around.
  package var anchor: Anchor?
  package var back: Backside

  package init(
    x: Curve<Angle>, y: Curve<Angle>, perspective: Curve<Double>, anchor: Anchor?, back: Backside
  ) {
    (self.x, self.y, self.perspective, self.anchor, self.back) = (x, y, perspective, anchor, back)
  }
}

/// What is seen of an element that is turned so far that it shows its back.
public enum Backside: String, Hashable, Sendable {
  /// Its front, through it.
  case mirrored
  /// Nothing.
  case hidden
}

/// How far behind the plane of the canvas an element lies, for a camera.
package struct Depth: Sendable {
  package var z: Curve<Measure>
  /// Whether it is enlarged so that a camera that hasn't moved sees it as if it had no depth.
  package var keepsSize: Bool

  package init(_ z: Curve<Measure>, keepsSize: Bool) { (self.z, self.keepsSize) = (z, keepsSize) }
}

/// Where a camera is that looks at elements with depth, in the units of their container.
package struct CameraCourse: Sendable {
  /// Where it has moved to from in front of the middle: to the right, down, and ahead.
  package var x: Curve<Measure>
  package var y: Curve<Measure>
  package var ahead: Curve<Measure>
  package var zoom: Curve<Double>
  /// How all that it sees is turned around the middle, as by a tilt.
  package var orbitX: Curve<Angle>
  package var orbitY: Curve<Angle>
  /// Its focal length in millimetres, on film 36 wide.
  package var lens: Double

  package init(
    x: Curve<Measure>, y: Curve<Measure>, ahead: Curve<Measure>, zoom: Curve<Double>, orbitX: Curve<Angle>,
    orbitY: Curve<Angle>, lens: Double
  ) {
    (self.x, self.y, self.ahead, self.zoom) = (x, y, ahead, zoom)
    (self.orbitX, self.orbitY, self.lens) = (orbitX, orbitY, lens)
  }

  /// How far it stands in front of a canvas that it sees just as it is.
  package func distance(from canvas: Size) -> Double { canvas.width * lens / 36 }
}

extension Tilt {
  func words(_ detail: DumpDetail) -> String {
    let angles = [x, y].map { $0.words(detail) }.joined(separator: ",")
    let from = anchor.map { " around \($0.words)" } ?? ""
    return "tilted \(angles) perspective \(perspective.words(detail))\(from)"
      + (back == .mirrored ? "" : ", its back \(back.rawValue)")
  }
}

extension Depth {
  func words(_ detail: DumpDetail) -> String {
    "depth \(z.words(detail))\(keepsSize ? " keeping its size" : "")"
  }
}

extension CameraCourse {
  func words(_ detail: DumpDetail) -> String {
    let place = [x, y, ahead].map { $0.words(detail) }.joined(separator: ",")
    let orbit = [orbitX, orbitY].map { $0.words(detail) }.joined(separator: ",")
    return "camera at \(place) zoom \(zoom.words(detail))"
      + (orbit == "0°,0°" ? "" : " orbiting \(orbit)") + " lens \(lens.brief)"
  }
}
