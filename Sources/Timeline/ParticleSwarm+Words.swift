import Primitives

extension ParticleSwarm {
  var words: [String] {
    [
      "\(count) of \(size.brief)", "reach \(reach.brief)", "life \(life)", origin.words,
      "glow \(glow.brief)", "streak \(streak)",
    ] + forces.map(\.words) + ["seed \(noise.words)"]
  }
}

extension ParticleBirths {
  var words: String {
    switch self {
    case .at(let times): times.map(\.description).joined(separator: " ")
    case .evenly(let count, let time, let comeAgain):
      "\(count) in \(time)" + (comeAgain ? " again and again" : "")
    }
  }
}

extension ParticleOrigin {
  fileprivate var words: String {
    switch self {
    case .point(let anchor): "from \(anchor.words)"
    case .ring(let anchor, let radius): "from a ring of \(radius.brief) around \(anchor.words)"
    case .line(let from, let to): "from \(from.words) to \(to.words)"
    case .everywhere: "everywhere"
    case .spots(let points, let size):
      "from \(points.map { "\($0.x.brief),\($0.y.brief)" }.joined(separator: " ")) of \(size)"
    }
  }
}

extension ParticlePush {
  fileprivate var words: String {
    switch self {
    case .gravity(let pixels): "gravity \(pixels.brief)"
    case .wind(let x, let y): "wind \(x.brief),\(y.brief)"
    case .swirl(let angle): "swirl \(angle.degrees.brief)°"
    case .turbulence(let pixels, let time): "turbulence \(pixels.brief) every \(time)"
    case .pull(let anchor, let share, let times, let over):
      "pull \(share.brief) to \(anchor.words) over \(over) at "
        + times.map(\.description).joined(separator: " ")
    }
  }
}
