import Rehearsal
import Testing
import Timeline

@testable import Libretto

@Suite("A move that is chosen")
struct AutoMoveTests {
  private static let pictures = [
    PixelSize(width: 1600, height: 900), PixelSize(width: 400, height: 2000),
    PixelSize(width: 5000, height: 900), PixelSize(width: 1200, height: 1200),
  ]

  @Test("goes along a picture of another shape, without cutting it nearer", arguments: pictures)
  func suitsTheShape(picture: PixelSize) {
    for kind in AutoMove.Kind.allCases {
      for seconds in [0, 0.5, 4, 30, 1e9, .nan] {
        let auto = AutoMove(picture, shape: 16.0 / 9, focus: Point(x: 0.9, y: 0.1), seconds: seconds)
        let windows = auto.move(kind).windows(over: picture, shape: 16.0 / 9)
        let largest = KenBurnsMove.still.windows(over: picture, shape: 16.0 / 9).from
        let narrowest = min(windows.from.width, windows.to.width) / largest.width
        #expect(narrowest >= 1 / 1.19)
        let excess = Double(picture.width) / Double(picture.height) * 9 / 16
        if excess > 1.25, kind == .forth {
          #expect(windows.from.x < windows.to.x || seconds == 0 || seconds != seconds)
        }
        if excess < 0.8, kind == .forth { #expect(windows.from.x == windows.to.x && narrowest == 1) }
      }
    }
  }

  @Test("is another one than the last, and the same every time")
  func alternates() {
    let film = Sketch(.small) {
      Series {
        for name in ["a", "b", "c", "d", "e", "f"] { Image("\(name).jpg").kenBurns(.auto).lasting(0.3) }
      }
    }
    let moves = film.dump().split(separator: "\n").dropFirst().map { $0.split(separator: "  ").last ?? "" }
    #expect(zip(moves, moves.dropFirst()).allSatisfy { $0 != $1 }, "\(moves)")
    #expect(film.dump() == film.dump())
  }

  @Test("is had by clips too, and goes on through transitions there")
  func clips() throws {
    func move(_ video: Video) throws -> KenBurnsMove? {
      let film = Sketch(.small) {
        Series {
          Image("a.jpg").lasting(1)
          video.entering(.dissolve, over: 0.4)
        }
      }
      let clip = try #require(film.lowered().timeline).clips[0].content.children[1]
      guard case .video(_, _, let move, _) = clip.content else { return nil }
      return move
    }
    let eased = KenBurns.move(from: .whole, to: .focus(x: 0.5, y: 0.5, zoom: 2), easing: .easeInOut)
    let (chosen, plain) = (
      try move(Video("a.mp4").kenBurns(.auto)), try move(Video("a.mp4").kenBurns(eased))
    )
    let through = try move(Video("a.mp4").kenBurns(eased.followingThrough()))
    #expect(chosen != .still && plain?.easing == .easeInOut && through?.easing != .easeInOut)
  }

  @Test("has in its middle what draws the eye")
  func looksAtTheFocus() {
    let picture = PixelSize(width: 400, height: 2000)
    let auto = AutoMove(picture, shape: 1, focus: Point(x: 0.5, y: 0.3), seconds: 3)
    let windows = auto.move(.forth).windows(over: picture, shape: 1)
    let middle = (windows.from.center.y + windows.to.center.y) / 2
    #expect(abs(middle - 600) < 1)
  }

  @Test("keeps its speed through transitions, and its easing where there is none")
  func followsThrough() {
    let ease = Easing.easeInOut
    #expect(ease.flowing(in: false, out: false) == ease)
    let out = ease.flowing(in: false, out: true)
    #expect(1 - out(0.99) > 0.009 && out(0.01) < 0.002)
    let both = ease.flowing(in: true, out: true)
    #expect([0.1, 0.35, 0.8].allSatisfy { abs(both($0) - $0) < 1e-9 })
    let graph = Sketch(.small) {
      Series {
        Scene(for: 1) { Image("a.jpg").kenBurns(.zoomIn(easing: .easeInOut).followingThrough()) }
        Image("b.jpg").kenBurns(.zoomIn(easing: .easeInOut).followingThrough()).entering(
          .dissolve, over: 0.4)
      }
    }.lowered().timeline
    let easings = graph?.clips[0].content.children.map { clip in
      (clip.content.children.first ?? clip).content.easing
    }
    #expect(easings == [out, ease.flowing(in: true, out: false)])
  }
}

extension ClipContent {
  fileprivate var easing: Easing? { if case .picture(_, _, let move) = self { move.easing } else { nil } }
}
