import Primitives
import Timeline

extension Staging {
  /// What a node shows once other moments of it have had their say; the last effect is the outermost.
  func marks(
    of node: Node, in parent: Size, placed outer: Matrix, passing: Bool, _ effects: ArraySlice<TimeEffect>
  ) -> [Mark] {
    guard let effect = effects.last else {
      let children = LiveSpan.branches(of: node.children, in: graph.nodes, at: frame)
      return plainMarks(of: node, children, in: parent, placed: outer, passing: passing)
    }
    func shown(_ staging: Staging) -> [Mark] {
      staging.marks(of: node, in: parent, placed: outer, passing: passing, effects.dropLast())
    }
    let elapsed = time(of: node.clip)
    switch effect {
    case .stepped(let every):
      guard every > .zero else { return shown(self) }
      return shown(shifted(by: Time(ticks: -(elapsed.ticks % every.ticks))))
    case .trail(let count, let delay, let decay):
      let echoes = (1...max(1, count)).reversed().flatMap { number -> [Mark] in
        let back = delay * Double(number)
        guard back > .zero, back <= elapsed else { return [] }
        return shown(shifted(by: .zero - back)).faded(by: Staging.power(decay, number).snappedToRatioGrid)
      }
      return echoes + shown(self)
    case .exposed(let shutter, let samples):
      let length = graph.rate.start(of: 1)
      let moments = (0..<max(1, samples)).map { length * (shutter * Double($0) / Double(max(1, samples))) }
      return mean(of: moments.map { shown(shifted(by: $0)) })
    }
  }

  /// The mean of several pictures of the same; where all are alike, that one.
  private func mean(of pictures: [[Mark]]) -> [Mark] {
    guard let first = pictures.first, pictures.contains(where: { $0 != first }) else {
      return pictures.first ?? []
    }
    var (mean, count) = (first, 1.0)
    for picture in pictures.dropFirst() {
      count += 1
      mean = picture.dissolved(over: mean, progress: 1 / count, screen: view.screen)
    }
    return mean
  }

  private func shifted(by time: Time) -> Staging {
    guard time != .zero else { return self }
    let moment = graph.rate.start(of: frame) + offset + time
    var staging = Staging(graph: graph, frame: graph.rate.frame(at: moment))
    staging.offset = moment - graph.rate.start(of: staging.frame)
    staging.way = way
    staging.crossing = crossing
    staging.view = view
    return staging
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
