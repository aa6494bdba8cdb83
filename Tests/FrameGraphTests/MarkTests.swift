import FrameGraph
import Libretto
import Rehearsal
import Testing

@Suite("A frame")
struct MarkTests {
  private static func box() -> Rectangle { Rectangle().frame(width: 50, height: 20) }

  static let places: [(name: String, Sketch, marks: String)] = [
    ("in the middle of its parent", Sketch(.small) { box() }, "fill  50×20  #ffffff  ×1 +75,40"),
    (
      "with its anchor at a point", Sketch(.small) { box().placed(x: 10, y: 20, anchor: .topLeft) },
      "fill  50×20  #ffffff  ×1 +10,20"
    ),
    ("at a usual spot", Sketch(.small) { box().placed(.bottomRight) }, "fill  50×20  #ffffff  ×1 +140,75"),
    (
      "moved from where it would stand", Sketch(.small) { box().offset(x: .percent(10), y: -5) },
      "fill  50×20  #ffffff  ×1 +95,35"
    ),
    ("larger around its middle", Sketch(.small) { box().scale(2) }, "fill  50×20  #ffffff  ×2 +50,30"),
    (
      "larger around its anchor", Sketch(.small) { box().scale(x: 2, y: 0.5).anchor(.bottomRight) },
      "fill  50×20  #ffffff  ×2,0.5 +25,50"
    ),
    ("turned clockwise", Sketch(.small) { box().rotation(90) }, "fill  50×20  #ffffff  [0 1 -1 0 110 25]"),
    (
      "scaled before it is turned", Sketch(.small) { box().rotation(90).scale(x: 2, y: 1) },
      "fill  50×20  #ffffff  [0 2 -1 0 110 0]"
    ),
    (
      "in the box of its group",
      Sketch(.small) {
        Group { Rectangle().frame(width: .percent(50), height: .vmin(50)) }.frame(width: 100, height: 40)
      },
      "fill  50×20  #ffffff  ×1 +75,40"
    ),
    (
      "moved with its group",
      Sketch(.small) { Group { box().offset(x: 10) }.scale(2).offset(y: 1) },
      "fill  50×20  #ffffff  ×2 +70,31"
    ),
    (
      "as large as its text", Sketch(.small) { Text("four").font("Inter", size: 20) },
      "text  \"four\"  #ffffff  ×1 +80,40"
    ),
    (
      "as text in the middle of a frame",
      Sketch(.small) { Text("four").font("Inter", size: 20).frame(width: 100) },
      "text  \"four\"  #ffffff  ×1 +80,40"
    ),
    (
      "as text at the end of a frame",
      Sketch(.small) {
        Text("four").font("Inter", size: 20).aligned(.trailing).frame(width: 100, height: 40)
      },
      "text  \"four\"  #ffffff  ×1 +110,40"
    ),
    (
      "as wide as a share of its parent less some pixels",
      Sketch(.small) { Rectangle().frame(width: .percent(50) - 50, height: 20) },
      "fill  50×20  #ffffff  ×1 +75,40"
    ),
    (
      "as a picture of its own shape", Sketch(.small) { Image("a.jpg").frame(height: 60) },
      "fill  80×60  picture  ×0.05 +60,20  ×1 +60,20"
    ),
    (
      "as a picture that is cut to fill", Sketch(.small) { Image("a.jpg") },
      "fill  200×100  picture  ×0.125 +0,-25  ×1 +0,0"
    ),
    (
      "as a picture seen whole", Sketch(.small) { Image("a.jpg").fit(.contain) },
      "fill  133.333×100  picture  ×0.083 +33.333,0  ×1 +0,0"
    ),
    (
      "as a picture out of shape", Sketch(.small) { Image("a.jpg").fit(.stretch) },
      "fill  200×100  picture  ×0.125,0.083 +0,0  ×1 +0,0"
    ),
    (
      "as a picture over its blurred self", Sketch(.small) { Image("a.jpg").fit(.blurred) },
      """
      fill  200×100  picture blurred  ×0.125 +0,-25  ×1 +0,0
      fill  133.333×100  picture  ×0.083 +33.333,0  ×1 +0,0
      """
    ),
    (
      "with its line",
      Sketch(.small) { Ellipse().fill(.red).stroke(.gold, width: 3).frame(width: 50, height: 20) },
      """
      fill  outline of 10  #e5383b  ×1 +75,40
      stroke 3  outline of 10  #ffc857  ×1 +75,40
      """
    ),
    ("nowhere when it has no size", Sketch(.small) { Rectangle().frame(width: 0, height: 20) }, ""),
    (
      "nowhere when it can't be seen",
      Sketch(.small) {
        box().opacity(0)
        box().scale(x: 0, y: 1)
      }, ""
    ),
  ]

  @Test("shows an element…", arguments: places)
  func stands(name: String, film: Sketch, marks: String) throws {
    let found = try film.graph().plainMarks(at: 0)
    #expect(found == marks)
  }

  static let layers: [(name: String, Sketch, marks: String)] = [
    (
      "an opacity of one thing is its own", Sketch(.small) { box().opacity(0.5) },
      "fill  50×20  #ffffff  ×1 +75,40  opacity 0.5"
    ),
    (
      "an opacity of several is a layer's",
      Sketch(.small) {
        Group {
          box()
          box()
        }.opacity(0.5)
      },
      """
      group  opacity 0.5
        fill  50×20  #ffffff  ×1 +75,40
        fill  50×20  #ffffff  ×1 +75,40
      """
    ),
    (
      "a plain group is no layer",
      Sketch(.small) {
        Group {
          box()
          Group { box() }
        }
      },
      """
      fill  50×20  #ffffff  ×1 +75,40
      fill  50×20  #ffffff  ×1 +75,40
      """
    ),
    (
      "a blend mode and a clip are",
      Sketch(.small) { Group { box() }.blendMode(.screen).clipped(to: .ellipse).opacity(0.25) },
      """
      group  screen  clip outline of 10  opacity 0.25
        fill  50×20  #ffffff  ×1 +75,40
      """
    ),
    (
      "what is covered is left out",
      Sketch(.small) {
        Solid(.red)
        Text("a")
        Solid(.blue)
        box()
      },
      """
      fill  200×100  #2f6fed  ×1 +0,0
      fill  50×20  #ffffff  ×1 +75,40
      """
    ),
    (
      "what is turned covers where it is large enough",
      Sketch(.small) {
        box()
        Solid(.red).rotation(1).scale(5)
      },
      """
      fill  200×100  #e5383b  [4.999 0.087 -0.087 4.999 -395.561 -208.688]
      """
    ),
    (
      "what covers has no holes, edges or blends",
      Sketch(.small) {
        box()
        Solid(.red).opacity(0.5)
        Image("tall.png")
        Solid(.red).rotation(1)
        Solid(.red).blendMode(.multiply)
        Solid(.red.opacity(0.5))
        Rectangle(cornerRadius: 1)
        Solid(.red).offset(x: 0.5)
      },
      """
      fill  50×20  #ffffff  ×1 +75,40
      fill  200×100  #e5383b  ×1 +0,0  opacity 0.5
      fill  200×100  picture  ×2 +0,-350  ×1 +0,0
      fill  200×100  #e5383b  [1 0.017 -0.017 1 0.888 -1.737]
      group  multiply
        fill  200×100  #e5383b  ×1 +0,0
      fill  200×100  #e5383b80  ×1 +0,0
      fill  outline of 10  #ffffff  ×1 +0,0
      fill  200×100  #e5383b  ×1 +0.5,0
      """
    ),
  ]

  @Test("is as flat as can be:", arguments: layers)
  func flattens(name: String, film: Sketch, marks: String) throws {
    let found = try film.graph().plainMarks(at: 0)
    #expect(found == marks)
  }

  static let transitions: [(name: String, Int, Sketch, marks: String)] = [
    (
      "a fade begins", 0, Sketch(.small) { box().entering(.fade, over: 1) },
      "fill  50×20  #ffffff  ×1 +75,40  opacity 0.05"
    ),
    (
      "a fade ends", 9, Sketch(.small) { box().entering(.fade, over: 1) },
      "fill  50×20  #ffffff  ×1 +75,40  opacity 0.95"
    ),
    (
      "a fade is over", 10, Sketch(.small) { box().entering(.fade, over: 1) },
      "fill  50×20  #ffffff  ×1 +75,40"
    ),
    (
      "two fades and an opacity", 19,
      Sketch(.small) { box().entering(.fade, over: 1).exiting(.dissolve, over: 1).opacity(0.5) },
      "fill  50×20  #ffffff  ×1 +75,40  opacity 0.025"
    ),
    (
      "a dissolve to what covers is an opacity", 9,
      Sketch(.small) {
        Series {
          box().lasting(1)
          Solid(.blue).entering(.dissolve, over: 0.4)
        }
      },
      """
      fill  50×20  #ffffff  ×1 +75,40
      fill  200×100  #2f6fed  ×1 +0,0  opacity 0.875
      """
    ),
    (
      "a dissolve between things with holes is a true one", 7,
      Sketch(.small) {
        Series {
          Solid(.red).lasting(1)
          Group {
            box()
            Text("a")
          }.exiting(.fade).entering(.dissolve, over: 0.4)
        }
      },
      """
      dissolve  0.375
        from fill  200×100  #e5383b  ×1 +0,0
        to   fill  50×20  #ffffff  ×1 +75,40
        to   text  "a"  #ffffff  ×1 +95,18
      """
    ),
    (
      "a dissolve fades as one", 8,
      Sketch(.small) {
        Series {
          Text("a").lasting(1)
          Text("b").entering(.dissolve, over: 0.4)
        }.opacity(0.5)
      },
      """
      group  opacity 0.5
        dissolve  0.625
          from text  "a"  #ffffff  ×1 +95,18
          to   text  "b"  #ffffff  ×1 +95,18
      """
    ),
    (
      "a slide over a neighbour covers it bit by bit", 6,
      Sketch(.small) {
        Series {
          Solid(.red).lasting(1)
          Solid(.blue).entering(.slide(.left), over: 0.4)
        }
      },
      """
      fill  200×100  #e5383b  ×1 +0,0
      fill  200×100  #2f6fed  ×1 +133.797,0
      """
    ),
    (
      "a small thing fades while it slides", 0, Sketch(.small) { box().entering(.slide(.up), over: 1) },
      "fill  50×20  #ffffff  ×1 +75,57.128  opacity 0.144"
    ),
  ]

  @Test("shows transitions:", arguments: transitions)
  func passes(name: String, frame: Int, film: Sketch, marks: String) throws {
    let found = try film.graph().plainMarks(at: frame)
    #expect(found == marks)
  }

  @Test(
    "sees a slide arrive from one side and leave to the other",
    arguments: [Direction.up, .down, .left, .right])
  func slides(direction: Direction) throws {
    let graph = try Sketch(.small) {
      Solid(.red).entering(.slide(direction), over: 0.9).exiting(.slide(direction), over: 0.9)
    }.graph()
    let offsets = graph.drawings.map { drawing -> Double in
      guard case .fill(_, _, let matrix, _) = drawing.marks[0] else { return .nan }
      return matrix.tx * direction.unit.x + matrix.ty * direction.unit.y
    }
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
    let mirrored = zip(offsets, offsets.reversed()).filter { abs($0 + $1) > 0.01 }
    #expect(offsets[0] < -60 && offsets[9] == 0 && offsets[10] == 0 && mirrored.isEmpty)
  }

  @Test(
    "is painted at any size",
    arguments: [
      (PixelSize(width: 100, height: 50), "×0.5 +37.5,20"),
      (PixelSize(width: 400, height: 100), "×2,1 +150,40"),
    ])
  func scales(size: PixelSize, matrix: String) throws {
    let graph = try Sketch(.small) {
      Solid(.red)
      Self.box()
    }.graph(size: size)
    let expected = "fill  50×20  #ffffff  " + matrix
    #expect(graph.marks(at: 0).hasSuffix(expected) && graph.drawing(at: 0).size == size)
  }

  @Test("blends within a group that fades, then and all the other time")
  func blendsAlike() throws {
    let graph = try Sketch(.small) {
      Solid(.teal)
      Scene {
        Rectangle().frame(width: 50, height: 20)
        Rectangle().frame(width: 50, height: 20).blendMode(.multiply)
      }
      .entering(.fade, over: 1)
    }.graph()
    let (fading, after) = (graph.marks(at: 9), graph.marks(at: 10))
    #expect(fading.contains("group  opacity 0.95"))
    #expect(after == fading.replacing("group  opacity 0.95", with: "group"))
  }

  @Test("counts an animation's end from the element's own")
  func endsWithElement() throws {
    let graph = try Sketch(.small) {
      Rectangle().frame(width: 50, height: 20).lasting(1)
        .opacity(.keyframes(.at(.end - 0.5, 1), .at(.end, 0)))
    }.graph()
    let seen = [0, 5, 9].map { graph.marks(at: $0).split(separator: "  ").last.map(String.init) }
    #expect(seen == ["×1 +75,40", "×1 +75,40", "opacity 0.2"])
  }
}

extension FrameGraph {
  /// The marks of a frame without the digests of pictures.
  func plainMarks(at frame: Int) -> String {
    marks(at: frame).replacing(#/picture [0-9a-f]{8}( blurred)? /#) { "picture\($0.1 ?? "")  " }
  }
}
