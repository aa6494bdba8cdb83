import Libretto

struct NeonRain: Composition {
  let song = Song(
    "neon-rain.ogg", tempo: 96, firstDownbeat: 0.9, sections: ["Verse 1": 10.9, "Chorus": 40.9])
  var canvas: Canvas { .landscape1080 }
  var body: Layers {
    Series {
      Image("alley.jpg")
        .kenBurns(from: .whole, to: .focus(x: 0.62, y: 0.40, zoom: 1.35))
        .lasting(until: song.section("Verse 1").end)
      Image("skyline.jpg")
        .kenBurns(.zoomIn(0.15))
        .entering(.dissolve, over: .beats(2))
        .lasting(.bars(4))
      Image("x.jpg").fillingTheRest()
    }
    Soundtrack(song).fadingOut(over: 2)
  }
}
struct Hook: Composition {
  let song = Song("neon-rain.ogg")
  var canvas: Canvas { .vertical1080.frameRate(30).lasting(song.section("Chorus").first(.bars(2))) }
  var body: Layers {
    Image("cover.png").scale(.keyframes([0: 1, 1: 2]))
    for (i, band) in [1.0, 2, 3].enumerated() {
      Rectangle().fill(.gradient(.hotPink, .electricBlue))
        .frame(width: 20, height: .ramp(from: 8, to: 420, over: 1)).position(
          x: 100 + 28 * Double(i), y: 1500, anchor: .bottom
        )
        .opacity { t in t * band }
    }
    Text("out now").font("Inter", size: 64).opacity(.spring(from: 0, to: 1, at: .beat(3)))
  }
}
struct Invitation: Composition {
  struct Props: Codable, Sendable {
    var name = "you"
    var seat = 1
  }
  var props = Props()
  var canvas: Canvas { .square1080.lasting(6) }
  var body: Layers {
    Solid(.ink)
    Text("Dear \(props.name),").fitting(width: 0.8, lines: 2)
    if props.seat > 0 { Text("seat \(props.seat)").offset(y: 120).entering(.slide(.up), over: 0.4) }
  }
}
