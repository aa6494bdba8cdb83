import Primitives
import Timeline

extension Staging {
  /// What clips on a clock of their own show at the moment that is seen of them now, in a box.
  func marks(
    replaying ids: [NodeID], by course: ReplayCourse, at time: Time, in box: Size, placed matrix: Matrix
  ) -> [Mark] {
    let staging = at(course.seen(during: Glimpse(begin: time, way: way)))
    let parent = course.parent ?? box
    let corner = Matrix.translation((box.width - parent.width) / 2, (box.height - parent.height) / 2)
    return LiveSpan.branches(of: ids, in: graph.nodes, at: staging.frame).flatMap {
      staging.marks(of: $0, in: parent, placed: corner.then(matrix))
    }
  }

  /// On another clock. What is a tick beside the begin of a frame, because frames don't last whole ticks, is
  /// that frame's begin.
  private func at(_ glimpse: Glimpse) -> Staging {
    let nearest = graph.rate.boundary(nearest: glimpse.begin)
    let isNear = abs((graph.rate.start(of: nearest) - glimpse.begin).ticks) <= 1
    let frame = isNear && glimpse.way != .zero ? nearest : graph.rate.frame(at: glimpse.begin)
    var staging = Staging(graph: graph, frame: frame)
    staging.offset = max(.zero, glimpse.begin - graph.rate.start(of: frame))
    staging.lag = staging.offset / graph.rate.start(of: 1)
    staging.way = glimpse.way
    staging.crossing = crossing
    staging.view = view
    return staging
  }
}
