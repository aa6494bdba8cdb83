import Primitives
import Timeline

/// Where on a clock something comes or goes, and where scenes begin.
struct Seams {
  private(set) var cuts: Set<FrameIndex> = []
  private(set) var scenes: Set<FrameIndex> = []

  /// Those of nodes and of all that is in them.
  init(of ids: [NodeID], in nodes: [Node], rate: FrameRate) {
    for id in ids {
      let node = nodes[id.index]
      cuts.formUnion([node.clip.frames.lowerBound, node.clip.frames.upperBound])
      if case .track = node.clip.content {
        scenes.formUnion(node.children.map { nodes[$0.index].clip.frames.lowerBound })
      }
      let inner = Seams(of: node.children, in: nodes, rate: rate)
      if case .replay(_, let course) = node.clip.content {
        add(inner, replayed: course, in: node.clip, at: rate)
      } else {
        add(inner)
      }
      add(Seams(of: node.entrance + node.exit, in: nodes, rate: rate))
    }
  }

  private mutating func add(_ other: Seams) {
    cuts.formUnion(other.cuts)
    scenes.formUnion(other.scenes)
  }

  /// Wherever the frames that are seen pass a seam of theirs, one way or the other; and where a round begins.
  private mutating func add(
    _ inner: Seams, replayed course: ReplayCourse, in clip: Clip, at rate: FrameRate
  ) {
    let end = rate.frame(at: course.end)
    func isInside(_ frame: FrameIndex) -> Bool { frame > .zero && frame < end }
    let (innerCuts, innerScenes) = (
      inner.cuts.filter(isInside).sorted(), inner.scenes.filter(isInside).sorted()
    )
    guard !innerCuts.isEmpty || !innerScenes.isEmpty || course.hasRounds else { return }
    // What is played fast or in short rounds would begin scenes all the time.
    let shortest = max(1, rate.boundary(nearest: Time.seconds(1)).value)
    var scene = clip.frames.lowerBound
    var before: (cut: Int, scene: Int, round: Int64)?
    for frame in clip.frames {
      let time = rate.start(of: FrameIndex(frame.value - clip.turn.lowerBound.value))
      let film = Glimpse(begin: time, way: rate.start(of: 1))
      let seen = rate.frame(at: course.seen(during: film).begin + Time(ticks: 1))
      let now = (
        cut: innerCuts.count(upTo: seen), scene: innerScenes.count(upTo: seen),
        round: course.round(at: time)
      )
      if let before {
        if before.cut != now.cut || before.round != now.round { cuts.insert(frame) }
        if before.scene != now.scene, frame.value - scene.value >= shortest {
          scenes.insert(frame)
          scene = frame
        }
      }
      before = now
    }
  }
}

extension [FrameIndex] {
  /// How many of them, which are in order, aren't after a frame.
  fileprivate func count(upTo frame: FrameIndex) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= frame { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
