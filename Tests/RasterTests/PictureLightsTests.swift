import Primitives
import Raster
import Testing

@Suite("The bright parts of a picture")
struct PictureLightsTests {
  @Test("are its lamps, wherever they are, and not the dark between them")
  func lamps() {
    let picture = Bitmap.drawn(width: 80, height: 40) { x, y in
      let isLamp = (10..<14).contains(x) && (20..<24).contains(y)
      let isSign = (60..<66).contains(x) && (4..<8).contains(y)
      return isLamp
        ? .opaque(red: 255, green: 240, blue: 200)
        : isSign ? .opaque(red: 255, green: 20, blue: 120) : .opaque(red: 20, green: 24, blue: 50)
    }
    let points = PictureLights.points(of: picture).map { Point(x: $0.x * 80, y: $0.y * 40) }
    let lamps = points.filter { (10..<14).contains($0.x) && (20..<24).contains($0.y) }
    let signs = points.filter { (60..<66).contains($0.x) && (4..<8).contains($0.y) }
    #expect(lamps.count == 16 && signs.count == 24 && points.count == 40)
  }

  @Test("are somewhere in a picture of one color, black too")
  func plain() {
    for light in [0, 255] {
      let picture = Bitmap.drawn(width: 7, height: 3) { _, _ in
        .opaque(red: light, green: light, blue: light)
      }
      let points = PictureLights.points(of: picture)
      #expect(!points.isEmpty && points.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
    }
  }
}
