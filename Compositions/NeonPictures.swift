import Libretto

/// The pictures of NeonRain, one a frame.
///
///     libretto still NeonPictures --at frame:0 … --at frame:6 -o Compositions/neon-rain/picture.jpg
struct NeonPictures: Composition {
  var canvas: Canvas { .size(2400, 1350).background(.ink) }

  var body: Layers {
    Series {
      Skyline().lasting(.frames(1))
      Avenue().lasting(.frames(1))
      Windows().lasting(.frames(1))
      Umbrella().lasting(.frames(1))
      River().lasting(.frames(1))
      Tunnel().lasting(.frames(1))
      Rooftops().lasting(.frames(1))
    }
  }
}

private let wide = 2400.0
private let high = 1350.0

/// A soft round light.
private func glow(_ x: Double, _ y: Double, _ radius: Double, _ color: Color, _ strength: Double = 1)
  -> Layers
{
  [
    Ellipse()
      .fill(
        .radial(
          [
            ColorStop(color.opacity(strength), at: 0), ColorStop(color.opacity(strength * 0.35), at: 0.35),
            ColorStop(color.opacity(strength * 0.08), at: 0.7), ColorStop(color.opacity(0), at: 1),
          ], center: .center, radius: 0.5)
      )
      .frame(width: radius * 2, height: radius * 2).placed(x: x, y: y).blendMode(.screen).layer
  ]
}

/// Rectangles gathered in one path.
private func boxes(_ rects: [Rect]) -> Path {
  rects.reduce(Path()) { path, box in
    path.move(box.x, box.y).line(box.x + box.width, box.y).line(box.x + box.width, box.y + box.height)
      .line(box.x, box.y + box.height).closed()
  }
}

/// Slanted lines all over.
private struct Drizzle: Component {
  var count = 500
  var seed = "drizzle"

  var body: Layers {
    let noise = Noise(seed)
    (0..<count).reduce(Path()) { path, drop in
      let (x, y) = (noise.value(3 * drop, in: 0...wide), noise.value(3 * drop + 1, in: -60...high))
      let length = noise.value(3 * drop + 2, in: 20...80)
      return path.move(x, y).line(x - length * 0.12, y + length)
    }
    .unfilled().stroke(.white.opacity(0.13), width: 2)
  }
}

/// A tube of light bent to a sign's shape.
private func neon(_ path: Path, _ color: Color, width: Double) -> Layers {
  [
    path.unfilled().stroke(color.opacity(0.10), width: width * 9).blendMode(.screen).layer,
    path.unfilled().stroke(color.opacity(0.18), width: width * 4.5).blendMode(.screen).layer,
    path.unfilled().stroke(color.opacity(0.85), width: width * 1.6).blendMode(.screen).layer,
    path.unfilled().stroke(color.mixed(with: .white, by: 0.75), width: width * 0.7).layer,
  ]
}

// MARK: - Skyline

/// A row of towers with lit windows.
private struct Towers: Component {
  let base: Double
  let heights: ClosedRange<Double>
  let widths: ClosedRange<Double>
  let wall: Color
  let lights: [Color]
  let lit: Double
  let seed: String

  private struct Tower {
    var box: Rect
  }

  private var towers: [Rect] {
    let noise = Noise(seed)
    var towers: [Rect] = []
    var (x, index) = (-40.0, 0)
    while x < wide {
      let width = noise.value(index, in: widths).rounded()
      let height = noise.value(index + 1, in: heights).rounded()
      towers.append(Rect(x: x, y: base - height, width: width, height: height))
      // Some carry a narrower top.
      if noise.value(index + 2) < 0.4 {
        towers.append(
          Rect(x: x + width * 0.25, y: base - height * 1.18, width: width * 0.5, height: height * 0.18))
      }
      x += width + noise.value(index + 3, in: -8...22)
      index += 4
    }
    return towers
  }

  var body: Layers {
    let towers = towers
    boxes(towers).fill(
      .linear(
        [ColorStop(wall, at: 0), ColorStop(wall.mixed(with: .midnight, by: 0.4), at: 1)], from: .top,
        to: .bottom))
    for (index, color) in lights.enumerated() {
      boxes(windows(of: towers, group: index)).fill(color)
    }
  }

  private func windows(of towers: [Rect], group: Int) -> [Rect] {
    let noise = Noise(seed + "windows")
    let (across, down) = (13.0, 19.0)
    var found: [Rect] = []
    for (number, tower) in towers.enumerated() {
      let (columns, rows) = (Int(tower.width / across), Int(tower.height / down))
      for spot in 0..<max(0, columns * rows) {
        let dice = noise.value(number * 7919 + spot)
        guard dice < lit, Int(dice / lit * Double(lights.count)) == group else { continue }
        let (column, row) = (Double(spot % columns), Double(spot / columns))
        found.append(
          Rect(x: tower.x + 4 + column * across, y: tower.y + 6 + row * down, width: 6, height: 9))
      }
    }
    return found
  }
}

private struct City: Component {
  let base: Double

  var body: Layers {
    Towers(
      base: base, heights: 180...420, widths: 70...150, wall: .hex(0x3A2C66),
      lights: [.pink, .hex(0x9C8CE0)],
      lit: 0.10, seed: "distant"
    ).opacity(0.85)
    glow(1200, base - 60, 900, .magenta, 0.35)
    Towers(
      base: base, heights: 220...560, widths: 90...190, wall: .hex(0x1D1B45),
      lights: [.gold, .hotPink, .electricBlue], lit: 0.16, seed: "middle")
    Towers(
      base: base, heights: 120...340, widths: 120...260, wall: .hex(0x0B0D26),
      lights: [.gold, .hex(0xFFE9B0), .electricBlue, .hotPink], lit: 0.20, seed: "near")
  }
}

private struct Skyline: Component {
  var body: Layers {
    let shore = 900.0
    Rectangle().fill(
      .linear(
        [
          ColorStop(.hex(0x05071A), at: 0), ColorStop(.hex(0x1A1446), at: 0.35),
          ColorStop(.hex(0x5A1E78), at: 0.56), ColorStop(.hex(0xD62E86), at: 0.68),
          ColorStop(.hex(0x0A0A22), at: 0.69), ColorStop(.hex(0x04050F), at: 1),
        ], from: .top, to: .bottom))
    glow(1640, 420, 620, .hotPink, 0.55)
    Ellipse().fill(.gradient(.hex(0xFFE3C2), .hex(0xFF5FA2))).frame(width: 300, height: 300).placed(
      x: 1640, y: 420)
    City(base: shore)
    Group { City(base: shore) }.scale(x: 1, y: -0.55).anchor(Anchor(x: 0.5, y: shore / high))
      .placed(x: wide / 2, y: shore).opacity(0.42)
    Group {
      for index in 0..<34 {
        let noise = Noise("ripples")
        Rectangle().fill(.hex(0x05061A).opacity(0.55))
          .frame(width: wide, height: noise.value(index, in: 2...7))
          .placed(
            x: wide / 2, y: shore + 8 + Double(index * index) * 0.36 + noise.value(index + 50, in: 0...6))
      }
    }
    for index in 0..<26 {
      let noise = Noise("reflections")
      let color = [Color.hotPink, .electricBlue, .gold][index % 3]
      glow(
        noise.value(index, in: 0...wide), shore + noise.value(index + 40, in: 20...330),
        noise.value(index + 80, in: 60...170), color, 0.28)
    }
    Rectangle().fill(.gradient(.hotPink.opacity(0), .hotPink.opacity(0.35), .hotPink.opacity(0)))
      .frame(width: wide, height: 190).placed(x: wide / 2, y: shore - 10).blendMode(.screen)
    Drizzle(count: 420)
  }
}

// MARK: - Avenue

private struct Avenue: Component {
  private let eyeX = 1200.0
  private let eyeY = 600.0

  /// A point at a depth (1 is at the lens, 0 at the horizon) of something that is at (x, y) at the lens.
  private func at(_ x: Double, _ y: Double, _ depth: Double) -> Point {
    Point(x: eyeX + (x - eyeX) * depth, y: eyeY + (y - eyeY) * depth)
  }

  var body: Layers {
    Rectangle().fill(.gradient(.hex(0x070A22), .hex(0x2B1450), .hex(0x7A1F6F)))
    glow(eyeX, eyeY, 900, .hotPink, 0.8)
    glow(eyeX, eyeY - 30, 320, .hex(0xFFD2B0), 0.9)
    road
    for side in [-1.0, 1.0] {
      for index in 0..<9 { building(side, 8 - index) }
    }
    for index in 0..<7 { lamp(-1, index) }
    for index in 0..<7 { lamp(1, index) }
    trails
    Drizzle(count: 650, seed: "avenue")
  }

  @LayersBuilder private var road: Layers {
    Path(polygon: [at(-900, 1500, 0.02), at(3300, 1500, 0.02), at(3300, 1500, 1), at(-900, 1500, 1)])
      .fill(.gradient(.hex(0x5A1F63), .hex(0x1B1236), .hex(0x07081A)))
    for index in 0..<22 {
      let noise = Noise("wet road")
      let depth = noise.value(index, in: 0.12...0.95)
      let color = [Color.hotPink, .electricBlue, .gold, .violet][index % 4]
      let place = at(noise.value(index + 30, in: 100...2300), 1500, depth)
      Ellipse()
        .fill(.radialGradient(color.opacity(0.5), color.opacity(0)))
        .frame(width: 90 * depth + 20, height: 620 * depth + 40).placed(x: place.x, y: place.y).blendMode(
          .screen)
    }
    for index in 0..<14 {
      let (near, far) = (ease(Double(index) + 0.45), ease(Double(index)))
      Path(polygon: [at(1180, 1500, near), at(1220, 1500, near), at(1220, 1500, far), at(1180, 1500, far)])
        .fill(.hex(0xFFE9C7).opacity(0.7))
    }
  }

  private func ease(_ step: Double) -> Double { 1 / (1 + step * 0.55) }

  private func building(_ side: Double, _ index: Int) -> Layers {
    let noise = Noise(side < 0 ? "left row" : "right row")
    let (near, far) = (ease(Double(index) * 1.1 - 0.6), ease(Double(index) * 1.1 + 0.42))
    let roof = noise.value(index, in: -1500 ... -350)
    let wall = eyeX + side * noise.value(index + 20, in: 980...1120)
    let shade = Color.hex(0x0A0B22).mixed(with: .hex(0x5B2068), by: Double(index) / 11)
    let color = [Color.hotPink, .electricBlue, .gold, .cyan, .violet][Int(noise.value(index + 40) * 5)]
    var layers: Layers = [
      Path(polygon: [at(wall, roof, near), at(wall, roof, far), at(wall, 1500, far), at(wall, 1500, near)])
        .fill(shade).layer,
      Path(polygon: [
        at(wall, roof, far), at(wall + side * 900, roof, far), at(wall + side * 900, 1500, far),
        at(wall, 1500, far),
      ])
      .fill(shade.mixed(with: .black, by: 0.35)).layer,
    ]
    layers += windows(wall, roof, near, far, noise, index)
    // A sign that stands out into the street.
    let depth = (near + far) / 2
    let (top, bottom) = (noise.value(index + 60, in: -380...0), noise.value(index + 80, in: 250...620))
    let out = wall - side * 150
    let sign = Path(polygon: [
      at(wall, top, depth), at(out, top, depth), at(out, bottom, depth), at(wall, bottom, depth),
    ])
    layers.append(sign.fill(color.mixed(with: .black, by: 0.78)).layer)
    layers += neon(sign, color, width: 7 * depth + 1)
    let middle = at((wall + out) / 2, (top + bottom) / 2, depth)
    layers += glow(middle.x, middle.y, 420 * depth + 40, color, 0.4)
    let foot = at((wall + out) / 2, 1560, depth)
    layers.append(
      Ellipse().fill(.radialGradient(color.opacity(0.55), color.opacity(0)))
        .frame(width: 260 * depth, height: 900 * depth).placed(x: foot.x, y: foot.y).blendMode(.screen)
        .layer)
    return layers
  }

  private func windows(
    _ wall: Double, _ roof: Double, _ near: Double, _ far: Double, _ noise: Noise, _ index: Int
  ) -> Layers {
    var path = Path()
    for row in 0..<14 {
      for column in 0..<5 where noise.value(index * 97 + row * 5 + column + 200) < 0.34 {
        let (top, step) = (roof + 60 + Double(row) * 118, (near - far) / 5)
        let (from, to) = (near - step * (Double(column) + 0.2), near - step * (Double(column) + 0.75))
        guard top < 1150 else { continue }
        let corners = [
          at(wall, top, from), at(wall, top, to), at(wall, top + 62, to), at(wall, top + 62, from),
        ]
        path = corners.dropFirst().reduce(path.move(corners[0].x, corners[0].y)) { $0.line($1.x, $1.y) }
          .closed()
      }
    }
    return [path.fill(.hex(0xFFD79A).opacity(0.75)).layer]
  }

  private func lamp(_ side: Double, _ index: Int) -> Layers {
    let depth = ease(Double(6 - index) * 1.3 - 0.2)
    let (foot, head) = (at(eyeX + side * 780, 1480, depth), at(eyeX + side * 780, 330, depth))
    let arm = at(eyeX + side * 640, 320, depth)
    let pole = Path().move(foot.x, foot.y).line(head.x, head.y).line(arm.x, arm.y)
    return [pole.unfilled().stroke(.hex(0x05060F), width: 16 * depth).layer]
      + glow(arm.x, arm.y + 10 * depth, 260 * depth, .hex(0xFFE2A8), 0.9)
  }

  @LayersBuilder private var trails: Layers {
    for index in 0..<6 {
      let color = index < 3 ? Color.hex(0xFF2A4D) : Color.hex(0xFFF3D6)
      let lane = index < 3 ? 420.0 + Double(index) * 120 : 1700.0 + Double(index - 3) * 120
      let (near, far) = (at(lane, 1420, 1), at(lane, 1420, 0.06))
      neon(Path().move(near.x, near.y).line(far.x, far.y), color, width: 4)
    }
  }
}

// MARK: - Windows

private struct Windows: Component {
  var body: Layers {
    Rectangle().fill(.gradient(.hex(0x15173A), .hex(0x0A0B20)))
    bricks
    for row in 0..<5 {
      for column in 0..<8 { window(row, column) }
    }
    sign
    Rectangle().fill(
      .gradient(.black.opacity(0.55), .black.opacity(0), .black.opacity(0.5), from: .left, to: .right))
    Drizzle(count: 420, seed: "windows")
  }

  @LayersBuilder private var bricks: Layers {
    let noise = Noise("bricks")
    let rects = (0..<1500).map { _ in 0 }.indices.map { index in
      let (row, column) = (index / 30, index % 30)
      return Rect(
        x: Double(column) * 84 - (row % 2 == 0 ? 0 : 42), y: Double(row) * 28, width: 80, height: 24)
    }
    boxes(rects.enumerated().filter { noise.value($0.offset) < 0.5 }.map(\.element)).fill(
      .hex(0x1B1D46).opacity(0.8))
    boxes(rects.enumerated().filter { noise.value($0.offset) > 0.85 }.map(\.element)).fill(
      .hex(0x2A2450).opacity(0.8))
  }

  private func window(_ row: Int, _ column: Int) -> Layers {
    let noise = Noise("lives")
    let index = row * 8 + column
    let (x, y) = (70 + Double(column) * 290, 40 + Double(row) * 268)
    let dice = noise.value(index)
    let isLit = dice < 0.46
    let warm = [Color.hex(0xFFC36B), .hex(0xFF9F6B), .hex(0xFFE2A0), .hex(0x8FD8FF), .hex(0xFF8AC2)][
      Int(noise.value(index + 100) * 5)]
    var layers: Layers = []
    if isLit { layers += glow(x + 90, y + 105, 300, warm, 0.35) }
    layers.append(
      Rectangle(cornerRadius: 6).fill(.hex(0x07081A)).frame(width: 196, height: 226).placed(
        x: x - 8, y: y - 8, anchor: .topLeft
      ).layer)
    let glass: Paint =
      isLit
      ? .gradient(warm.mixed(with: .white, by: 0.35), warm.mixed(with: .brown, by: 0.35))
      : .gradient(.hex(0x1E2A58), .hex(0x10122E), from: .topLeft, to: .bottomRight)
    layers.append(
      Rectangle().fill(glass).frame(width: 180, height: 210).placed(x: x, y: y, anchor: .topLeft).layer)
    if isLit { layers += life(Int(noise.value(index + 200) * 4), x, y, warm) }
    let bars = boxes([
      Rect(x: x + 87, y: y, width: 6, height: 210), Rect(x: x, y: y + 84, width: 180, height: 5),
    ])
    layers.append(bars.fill(.hex(0x07081A)).layer)
    layers.append(
      Rectangle().fill(.hex(0x2B2F63)).frame(width: 216, height: 14).placed(
        x: x - 18, y: y + 214, anchor: .topLeft
      ).layer)
    return layers
  }

  /// Who or what is behind a window.
  private func life(_ kind: Int, _ x: Double, _ y: Double, _ light: Color) -> Layers {
    let dark = Color.hex(0x1A0F26).opacity(0.85)
    switch kind {
    case 0:
      return [
        Ellipse().fill(dark).frame(width: 46, height: 54).placed(x: x + 118, y: y + 96).layer,
        Path().move(x + 70, y + 210).curve((x + 74, y + 130), (x + 162, y + 130), to: (x + 166, y + 210))
          .closed().fill(dark).layer,
      ]
    case 1:
      return [0, 1].map { side in
        let edge = side == 0 ? x : x + 180
        let inner = side == 0 ? x + 70 : x + 110
        return Path().move(edge, y).line(inner, y).curve(
          (inner, y + 80), (edge, y + 90), to: (edge, y + 210)
        ).closed()
          .fill(light.mixed(with: .hex(0x5A1E4A), by: 0.6)).layer
      }
    case 2:
      return [
        Path().move(x + 40, y + 210).line(x + 50, y + 168).line(x + 82, y + 168).line(x + 92, y + 210)
          .closed().fill(dark).layer,
        Path().move(x + 66, y + 170).curve((x + 20, y + 120), (x + 40, y + 80), to: (x + 62, y + 110))
          .curve((x + 70, y + 60), (x + 110, y + 70), to: (x + 70, y + 168)).closed().fill(
            .hex(0x1E4A3A).opacity(0.9)
          ).layer,
      ]
    default:
      return [
        boxes((0..<9).map { Rect(x: x, y: y + Double($0) * 10, width: 180, height: 5) }).fill(
          dark.opacity(0.6)
        ).layer
      ]
    }
  }

  @LayersBuilder private var sign: Layers {
    let frame = Path().move(1770, 180).line(1990, 180).line(1990, 1130).line(1770, 1130).closed()
    frame.fill(.hex(0x0B0620).opacity(0.94))
    neon(frame, .hotPink, width: 9)
    glow(1880, 650, 760, .hotPink, 0.42)
    for (index, letter) in ["H", "O", "T", "E", "L"].enumerated() {
      let y = 275 + Double(index) * 186
      Text(letter).font("Bebas Neue", size: 200, weight: .bold).fill(.electricBlue.opacity(0.35)).placed(
        x: 1880, y: y
      ).scale(1.06).blendMode(.screen)
      Text(letter).font("Bebas Neue", size: 200, weight: .bold).fill(.gradient(.white, .electricBlue))
        .placed(x: 1880, y: y)
      glow(1880, y, 190, .electricBlue, 0.4)
    }
  }
}

// MARK: - Umbrella

private struct Umbrella: Component {
  var body: Layers {
    Rectangle().fill(.gradient(.hex(0x0A0E2E), .hex(0x1A1550), .hex(0x3A1B66)))
    for index in 0..<70 {
      let noise = Noise("far lights")
      let color = [Color.hotPink, .electricBlue, .gold, .violet, .teal][index % 5]
      let size = noise.value(index + 200, in: 18...90)
      Ellipse().fill(color.opacity(noise.value(index + 300, in: 0.05...0.24)))
        .frame(width: size, height: size).blendMode(.screen)
        .placed(x: noise.value(index, in: 0...wide), y: noise.value(index + 100, in: 120...860))
    }
    ground
    Path(polygon: [
      Point(x: 1180, y: 60), Point(x: 1250, y: 60), Point(x: 1900, y: 1190), Point(x: 520, y: 1190),
    ])
    .fill(.gradient(.hex(0xFFE2A8).opacity(0.5), .hex(0xFFE2A8).opacity(0.02))).blendMode(.screen)
    glow(1215, 70, 330, .hex(0xFFE9BF), 1)
    Group { figure }.scale(x: 1, y: -0.5).anchor(Anchor(x: 0.5, y: 1168 / high)).placed(x: 1200, y: 1168)
      .opacity(0.35)
    figure
    Drizzle(count: 900, seed: "umbrella")
    splashes
  }

  @LayersBuilder private var ground: Layers {
    Rectangle().fill(.gradient(.hex(0x2A1A55), .hex(0x090A1E))).frame(width: wide, height: 340).placed(
      x: 0, y: high, anchor: .bottomLeft)
    for index in 0..<40 {
      let noise = Noise("puddles")
      let color = [Color.hotPink, .electricBlue, .gold, .violet][index % 4]
      Ellipse().fill(.radialGradient(color.opacity(0.42), color.opacity(0)))
        .frame(width: noise.value(index + 50, in: 60...210), height: noise.value(index + 90, in: 90...380))
        .blendMode(.screen)
        .placed(x: noise.value(index, in: 0...wide), y: noise.value(index + 130, in: 1030...1330))
    }
    Ellipse().fill(.radialGradient(.hex(0xFFE2A8).opacity(0.55), .hex(0xFFE2A8).opacity(0))).frame(
      width: 1500, height: 300
    ).placed(x: 1210, y: 1180).blendMode(.screen)
  }

  /// Somebody who holds an umbrella, seen from behind.
  @LayersBuilder private var figure: Layers {
    let coat = Color.hex(0x0A0716)
    boxes([Rect(x: 1150, y: 1020, width: 34, height: 140), Rect(x: 1214, y: 1020, width: 34, height: 140)])
      .fill(coat)
    Path().move(1136, 760).curve((1110, 860), (1084, 980), to: (1070, 1062)).line(1330, 1062)
      .curve((1316, 980), (1290, 860), to: (1264, 760)).curve((1240, 720), (1160, 720), to: (1136, 760))
      .closed().fill(coat)
    Ellipse().fill(coat).frame(width: 84, height: 100).placed(x: 1200, y: 690)
    Path().move(1262, 790).curve((1310, 800), (1300, 740), to: (1282, 690)).unfilled().stroke(
      coat, width: 34)
    Path().move(1282, 720).line(1262, 410).unfilled().stroke(.hex(0x05040C), width: 9)
    Path().move(850, 560).curve((890, 300), (1090, 220), to: (1260, 214)).curve(
      (1430, 220), (1630, 300), to: (1674, 560)
    )
    .curve((1630, 520), (1560, 520), to: (1530, 562)).curve((1490, 512), (1410, 512), to: (1376, 560))
    .curve((1330, 506), (1200, 506), to: (1150, 560)).curve((1110, 512), (1030, 512), to: (996, 562))
    .curve((960, 520), (890, 520), to: (850, 560)).closed()
    .fill(
      .linear(
        [
          ColorStop(.hex(0xFF5FA2), at: 0), ColorStop(.hex(0xB3146B), at: 0.5),
          ColorStop(.hex(0x3A0B3F), at: 1),
        ], from: .top, to: .bottom))
    for (x, bend) in [(996.0, 1080.0), (1150.0, 1190.0), (1376.0, 1350.0), (1530.0, 1440.0)] {
      Path().move(1260, 216).curve((bend, 280), (x + (bend - x) * 0.2, 400), to: (x, 560)).unfilled()
        .stroke(.hex(0x3A0B3F).opacity(0.8), width: 5)
    }
    Path().move(870, 520).curve((920, 310), (1100, 232), to: (1260, 222)).unfilled().stroke(
      .pink.opacity(0.85), width: 7)
    Path().move(1260, 214).line(1260, 180).unfilled().stroke(.hex(0x05040C), width: 10)
  }

  @LayersBuilder private var splashes: Layers {
    for index in 0..<60 {
      let noise = Noise("splashes")
      let size = noise.value(index, in: 16...60)
      Ellipse().unfilled().stroke(.white.opacity(0.2), width: 2).frame(width: size, height: size * 0.3)
        .placed(x: noise.value(index + 70, in: 0...wide), y: noise.value(index + 140, in: 1060...1330))
    }
  }
}

// MARK: - River

private struct River: Component {
  var body: Layers {
    Rectangle().fill(
      .linear(
        [
          ColorStop(.hex(0x0B0A2A), at: 0), ColorStop(.hex(0x3B145A), at: 0.3),
          ColorStop(.hex(0xB0324F), at: 0.47),
          ColorStop(.hex(0xFFB347), at: 0.56), ColorStop(.hex(0xC7751F), at: 0.57),
          ColorStop(.hex(0x2A1030), at: 0.85),
          ColorStop(.hex(0x0A0618), at: 1),
        ], from: .top, to: .bottom))
    glow(1500, 745, 900, .gold, 0.9)
    Towers(
      base: 762, heights: 60...260, widths: 60...140, wall: .hex(0x32103F),
      lights: [.gold, .hex(0xFFE9B0)],
      lit: 0.16, seed: "far bank")
    glow(1500, 752, 240, .hex(0xFFF3D0), 1)
    bridge
    water
    Drizzle(count: 300, seed: "river")
  }

  @LayersBuilder private var bridge: Layers {
    let iron = Color.hex(0x0C0718)
    for x in [520.0, 1620.0] {
      boxes([
        Rect(x: x - 46, y: 200, width: 30, height: 640), Rect(x: x + 16, y: 200, width: 30, height: 640),
        Rect(x: x - 46, y: 250, width: 92, height: 22), Rect(x: x - 46, y: 420, width: 92, height: 22),
        Rect(x: x - 70, y: 800, width: 140, height: 70),
      ]).fill(iron)
      glow(x, 200, 130, .hex(0xFF4D5E), 0.8)
    }
    let cables = Path().move(-200, 640).curve((100, 600), (360, 420), to: (520, 205))
      .curve((760, 760), (1380, 760), to: (1620, 205)).curve((1800, 430), (2100, 600), to: (2500, 640))
    cables.unfilled().stroke(iron, width: 10)
    boxes([Rect(x: -50, y: 690, width: 2500, height: 34)]).fill(iron)
    hangers.unfilled().stroke(iron.opacity(0.9), width: 3)
    for index in 0..<41 { glow(Double(index) * 60, 684, 44, .hex(0xFFDFA0), 0.95) }
  }

  private var hangers: Path {
    (0..<80).reduce(Path()) { path, index in
      let x = Double(index) * 30
      let depth: Double
      if x < 520 {
        depth = 1 - x / 520
      } else if x < 1620 {
        let part = (x - 520) / 1100
        depth = 4 * part * (1 - part)
      } else {
        depth = (x - 1620) / 780
      }
      let top =
        x < 520
        ? 225 + 420 * depth * (2 - depth) * 0.98
        : x < 1620 ? 215 + 400 * depth : 225 + 420 * depth * (2 - depth) * 0.98
      return top < 684 ? path.move(x, top + 8).line(x, 690) : path
    }
  }

  @LayersBuilder private var water: Layers {
    let noise = Noise("water")
    for index in 0..<260 {
      let depth = noise.value(index)
      let y = 772 + depth * depth * 570
      let spread = 120 + depth * 820
      let x = 1500 + (noise.value(index + 300) + noise.value(index + 600) - 1) * spread
      let width = 24 + depth * noise.value(index + 900, in: 60...240)
      Ellipse().fill(
        [Color.gold, .hex(0xFFE9B0), .hex(0xFF9A3D)][index % 3].opacity(
          0.28 + 0.4 * noise.value(index + 1200))
      )
      .frame(width: width, height: 2 + depth * 9).placed(x: x, y: y).blendMode(.screen)
    }
    for index in 0..<41 {
      Ellipse().fill(.radialGradient(.hex(0xFFC870).opacity(0.4), .hex(0xFFC870).opacity(0)))
        .frame(width: 26, height: 300).placed(x: Double(index) * 60, y: 900).blendMode(.screen)
    }
    for index in 0..<90 {
      let depth = noise.value(index + 2000)
      Rectangle().fill(.hex(0x12061C).opacity(0.35)).frame(width: 200 + 700 * depth, height: 2 + 5 * depth)
        .placed(x: noise.value(index + 2100, in: 0...wide), y: 780 + depth * depth * 560)
    }
  }
}

// MARK: - Tunnel

private struct Tunnel: Component {
  var body: Layers {
    let (x, y) = (1200.0, 640.0)
    Rectangle().fill(
      .radialGradient(
        .hex(0x5A1A8C), .hex(0x1A0B3D), .hex(0x05040F), center: Anchor(x: 0.5, y: 0.47), radius: 0.62))
    rings(x, y)
    for index in 0..<420 { streak(index, x, y) }
    glow(x, y, 760, .hotPink, 0.8)
    glow(x, y, 340, .white, 1)
    runners
  }

  private func streak(_ index: Int, _ x: Double, _ y: Double) -> Layers {
    let noise = Noise("streaks")
    let angle = Angle.turns(noise.value(index))
    let (inner, length) = (noise.value(index + 500, in: 60...900), noise.value(index + 1000, in: 60...760))
    let color = [Color.hotPink, .electricBlue, .violet, .cyan, .hex(0xFFD7F0)][index % 5]
    let width = 1 + inner / 260 * noise.value(index + 1500, in: 0.6...3)
    return [
      Rectangle(cornerRadius: width / 2)
        .fill(.gradient(color.opacity(0), color.opacity(0.85), from: .left, to: .right))
        .frame(width: length, height: width).anchor(Anchor(x: -inner / length, y: 0.5))
        .placed(x: x, y: y).rotation(Animated(angle)).blendMode(.screen).layer
    ]
  }

  private func rings(_ x: Double, _ y: Double) -> Layers {
    (0..<9).flatMap { index -> Layers in
      let size = 150 * power(1.42, Double(index))
      let color = index % 2 == 0 ? Color.electricBlue : .hotPink
      let half = size / 2
      let ring = Path().move(x - half * 1.6, y + half * 0.9).line(x - half * 1.6, y - half * 0.5)
        .curve(
          (x - half * 1.6, y - half * 1.1), (x + half * 1.6, y - half * 1.1),
          to: (x + half * 1.6, y - half * 0.5)
        )
        .line(x + half * 1.6, y + half * 0.9).closed()
      return neon(ring, color.opacity(0.5 + 0.05 * Double(index)), width: 2 + Double(index) * 1.3)
    }
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    (0..<Int(exponent)).reduce(1) { result, _ in result * base }
  }

  /// Two who run hand in hand, against the light.
  @LayersBuilder private var runners: Layers {
    Ellipse().fill(.radialGradient(.hotPink.opacity(0.5), .hotPink.opacity(0)))
      .frame(width: 1100, height: 130).placed(x: 1200, y: 1165).blendMode(.screen)
    Runner().offset(x: 205, y: 0)
    Runner(isFirst: false).offset(x: -150, y: 14)
    limb((1052, 880), (1215, 926), (1386, 876), width: 22)
  }
}

/// An arm or a leg with its joint.
private func limb(
  _ start: (Double, Double), _ joint: (Double, Double), _ end: (Double, Double), width: Double
) -> Layers {
  [
    Path().move(start.0, start.1).line(joint.0, joint.1).line(end.0, end.1)
      .unfilled().stroke(.hex(0x07030F), width: width).layer
  ]
}

/// Somebody in a long stride to the right, seen from the side; the hip stands at (1160, 1000).
private struct Runner: Component {
  var isFirst = true

  var body: Layers {
    let dark = Color.hex(0x07030F)
    limb((1160, 1000), (1128, 1076), (1040, 1088), width: 33)
    limb((1042, 1086), (1030, 1098), (1026, 1116), width: 22)
    limb((1160, 996), (1240, 1012), (1232, 1106), width: 36)
    limb((1232, 1108), (1246, 1118), (1270, 1118), width: 22)
    Path().move(1140, 1018).curve((1130, 960), (1150, 880), to: (1176, 848))
      .curve((1196, 836), (1222, 846), to: (1222, 872)).curve((1214, 930), (1200, 980), to: (1192, 1020))
      .closed()
      .fill(dark)
    Ellipse().fill(dark).frame(width: 62, height: 70).placed(x: 1218, y: 800)
    limb((1196, 838), (1204, 826), (1212, 812), width: 26)
    if isFirst {
      Path().move(1200, 772).curve((1160, 758), (1130, 800), to: (1096, 792)).curve(
        (1120, 822), (1170, 822), to: (1198, 812)
      ).closed()
        .fill(dark)
      limb((1200, 872), (1258, 916), (1306, 874), width: 23)
    } else {
      Ellipse().fill(dark).frame(width: 68, height: 34).placed(x: 1212, y: 776).rotation(-14)
      limb((1184, 870), (1120, 912), (1112, 968), width: 24)
    }
  }
}

// MARK: - Rooftops

private struct Rooftops: Component {
  var body: Layers {
    Rectangle().fill(
      .linear(
        [
          ColorStop(.hex(0x233A6B), at: 0), ColorStop(.hex(0x6E6FA8), at: 0.3),
          ColorStop(.hex(0xF0A79B), at: 0.55),
          ColorStop(.hex(0xFFE0A8), at: 0.7), ColorStop(.hex(0xFFF0D0), at: 1),
        ], from: .top, to: .bottom))
    glow(1500, 830, 1000, .hex(0xFFE9B8), 0.9)
    Ellipse().fill(.hex(0xFFFBEA)).frame(width: 190, height: 190).placed(x: 1500, y: 800)
    for index in 0..<16 { cloud(index) }
    Towers(
      base: 1100, heights: 160...420, widths: 70...150, wall: .hex(0xA9849F), lights: [.hex(0xFFE9C0)],
      lit: 0.05,
      seed: "morning far"
    ).opacity(0.7)
    Towers(
      base: 1200, heights: 160...380, widths: 110...220, wall: .hex(0x6C5A86), lights: [.hex(0xFFD59A)],
      lit: 0.05,
      seed: "morning middle")
    Rectangle().fill(.gradient(.hex(0xFFE0A8).opacity(0), .hex(0xFFE0A8).opacity(0.5))).frame(
      width: wide, height: 420
    ).placed(x: wide / 2, y: 1010)
    roofs
    birds.unfilled().stroke(.hex(0x2A2440), width: 6)
  }

  private func cloud(_ index: Int) -> Layers {
    let noise = Noise("clouds")
    let (x, y) = (noise.value(index, in: 0...wide), noise.value(index + 20, in: 120...620))
    return (0..<4).map { part in
      let width = noise.value(index * 4 + part + 60, in: 260...700)
      return Ellipse().fill(.gradient(.hex(0xFFD9C4).opacity(0.28), .hex(0xC98BA8).opacity(0.10)))
        .frame(width: width, height: width * 0.09).placed(
          x: x + Double(part) * 130 - 200, y: y + noise.value(index * 4 + part + 200, in: -22...22)
        ).layer
    }
  }

  @LayersBuilder private var roofs: Layers {
    let (wall, edge) = (Color.hex(0x2A2440), Color.hex(0xFFC890))
    boxes([
      Rect(x: -20, y: 1080, width: 900, height: 300), Rect(x: 840, y: 1170, width: 760, height: 200),
      Rect(x: 1560, y: 1110, width: 900, height: 300),
    ]).fill(.gradient(wall, .hex(0x14101F)))
    boxes([
      Rect(x: -20, y: 1080, width: 900, height: 7), Rect(x: 880, y: 1170, width: 680, height: 6),
      Rect(x: 1560, y: 1110, width: 900, height: 7),
    ]).fill(edge.opacity(0.9))
    boxes([
      Rect(x: 210, y: 930, width: 190, height: 160), Rect(x: 1790, y: 1000, width: 150, height: 120),
      Rect(x: 2130, y: 950, width: 60, height: 170),
    ]).fill(wall)
    Path().move(150, 930).line(305, 850).line(460, 930).closed().fill(wall)
    Path().move(640, 1084).line(640, 800).move(590, 840).line(690, 840).move(600, 880).line(680, 880).move(
      610, 920
    ).line(670, 920)
      .unfilled().stroke(wall, width: 7)
    Path().move(2040, 1114).line(2040, 860).move(2000, 900).line(2080, 880).unfilled().stroke(
      wall, width: 7)
    Path().move(640, 1000).curve((900, 1080), (1500, 1060), to: (2040, 960)).unfilled().stroke(
      wall.opacity(0.8), width: 3)
    for index in 0..<9 {
      let noise = Noise("puddle light")
      Ellipse().fill(.hex(0xFFE3B8).opacity(0.55)).frame(
        width: noise.value(index, in: 70...200), height: noise.value(index + 10, in: 8...16)
      )
      .placed(x: noise.value(index + 20, in: 60...2340), y: noise.value(index + 30, in: 1215...1320))
    }
  }

  private var birds: Path {
    let noise = Noise("birds")
    return (0..<11).reduce(Path()) { path, index in
      let (x, y) = (noise.value(index, in: 700...1350), noise.value(index + 20, in: 330...600))
      let size = noise.value(index + 40, in: 16...38)
      return path.move(x - size, y - size * 0.3).curve(
        (x - size * 0.6, y - size * 0.7), (x - size * 0.2, y - size * 0.4), to: (x, y)
      )
      .curve(
        (x + size * 0.2, y - size * 0.4), (x + size * 0.6, y - size * 0.7), to: (x + size, y - size * 0.3))
    }
  }
}
