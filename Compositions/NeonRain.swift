import Libretto

/// A song about a city at night: eight pictures that NeonPictures drew, the words, and rain over all of it.
struct NeonRain: Composition {
  let song = Song(
    "neon-rain.ogg", tempo: 96, firstDownbeat: 0.9,
    sections: [
      "Opening": 0, "Intro": 0.9, "Verse 1": 10.9, "Pre-Chorus": 30.9, "Chorus": 40.9, "Outro": 60.9,
    ])

  let lyrics = LyricSheet("neon-rain.lrc")

  var canvas: Canvas { .landscape1080.background(.ink) }

  var body: Layers {
    pictures
    pulse
    rain
    shade
    title
    words
    Soundtrack(song).fadingOut(over: 2)
  }

  @LayersBuilder var pictures: Layers {
    Series {
      Image("neon-rain/skyline.jpg")
        .kenBurns(from: .whole, to: .focus(x: 0.5, y: 0.42, zoom: 1.25))
        .entering(.fade, over: 1.5)
        .lasting(until: song.section("Intro").end)
      Image("neon-rain/avenue.jpg")
        .kenBurns(.zoomIn(0.22, toward: Anchor(x: 0.5, y: 0.46)))
        .entering(.dissolve, over: .beats(2))
        .lasting(until: song.bar(9).end)
      Image("neon-rain/windows.jpg")
        .kenBurns(.pan(.up, zoom: 1.3))
        .entering(.dissolve, over: .beats(2))
        .lasting(until: song.section("Verse 1").end)
      Image("neon-rain/umbrella.jpg")
        .kenBurns(.zoomOut(0.28, from: Anchor(x: 0.5, y: 0.6)))
        .entering(.dissolve, over: .beats(1))
        .lasting(until: song.section("Pre-Chorus").end)
      Image("neon-rain/river.jpg")
        .kenBurns(.pan(.right, zoom: 1.22))
        .lasting(.bars(4))
      Image("neon-rain/tunnel.jpg")
        .kenBurns(.zoomIn(0.4, easing: .easeIn))
        .entering(.dissolve, over: .beats(1))
        .lasting(until: song.section("Chorus").end)
      Image("neon-rain/rooftops.jpg")
        .kenBurns(.zoomOut(0.18, from: Anchor(x: 0.62, y: 0.4)))
        .entering(.dissolve, over: .beats(2))
        .exiting(.fade, over: 2)
        .fillingTheRest()
    }
  }

  /// Light that breathes with the beat.
  @LayersBuilder var pulse: Layers {
    Scene(during: song.section("Chorus")) {
      Rectangle()
        .fill(.radialGradient(.hotPink.opacity(0.30), .hotPink.opacity(0), center: .bottom, radius: 0.6))
        .blendMode(.screen)
        .opacity { seconds in
          let beat = seconds * 96 / 60
          let since = beat - beat.rounded(.down)
          return (1 - since) * (1 - since)
        }
    }
  }

  /// Two sheets of drops, the nearer one faster.
  @LayersBuilder var rain: Layers {
    Scene(at: 0, until: song.section("Outro").start) {
      Rain(count: 90, length: 46, speed: 1300, seed: "far").opacity(0.16)
      Rain(count: 45, length: 90, speed: 2100, seed: "near").opacity(0.20)
    }
    .exiting(.fade, over: 3)
  }

  /// Makes room for words.
  @LayersBuilder var shade: Layers {
    Rectangle()
      .fill(.gradient(.black.opacity(0), .black.opacity(0.62)))
      .frame(width: .percent(100), height: .percent(42))
      .placed(x: 0, y: .percent(100), anchor: .bottomLeft)
  }

  @LayersBuilder var title: Layers {
    Scene(at: song.bar(1).start, until: song.bar(4).end) {
      Rectangle().fill(
        .radialGradient(.black.opacity(0.7), .black.opacity(0.45), .black.opacity(0), radius: 0.5)
      )
      .frame(width: 1800, height: 760)
      Text("NEON RAIN")
        .font("Bebas Neue", size: 260, weight: .bold).tracking(8).fill(.gradient(.white, .pink))
        .scale(.ramp(from: 1, to: 1.06, over: .bars(4), easing: .linear))
        .offset(y: -40)
      Rectangle()
        .fill(.gradient(.hotPink, .electricBlue, from: .left, to: .right))
        .frame(width: .spring(from: 0, to: 760, at: 0.6, .gentle), height: 6)
        .offset(y: 100)
      Text("the Libretto House Band")
        .font("Dancing Script", size: 68, weight: .bold).fill(.cyan)
        .offset(y: 170).starting(at: .after(.beats(4))).entering(.slide(.up), over: 0.8)
    }
    .entering(.fade, over: 0.8).exiting(.fade, over: .beats(2))
  }

  @LayersBuilder var words: Layers {
    Captions(lyrics)
      .style(.karaoke(sung: .hotPink).font("Inter", size: 64, weight: .bold).outlined(.black, 3))
      .placed(.lowerThird)
  }
}

/// Drops on a sheet twice as high as the screen, which falls and starts again.
private struct Rain: Component {
  let count: Int
  let length: Double
  let speed: Double
  let seed: String

  var body: Layers {
    let (height, speed) = (1080.0, speed)
    drops(height)
      .stroke(.white, width: length / 32).unfilled()
      .offset(
        x: 0,
        y: .computed { .pixels((($0 * speed / height).truncatingRemainder(dividingBy: 1) - 1) * height) })
  }

  private func drops(_ height: Double) -> Path {
    let noise = Noise(seed)
    return (0..<count).reduce(Path()) { path, drop in
      let x = noise.value(2 * drop, in: 0...2000)
      let y = noise.value(2 * drop + 1, in: 0...height)
      return [0, height].reduce(path) { $0.move(x, y + $1).line(x - length * 0.12, y + $1 + length) }
    }
  }
}
