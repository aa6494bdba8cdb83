import Libretto
import Rehearsal
import Testing
import Timeline

@Suite("A layout")
struct LayoutTests {
  private func boxes(_ film: Sketch, depth: Int) -> [String] {
    film.dump().split(separator: "\n").map(String.init)
      .filter { line in line.prefix { $0 == " " }.count == 2 * depth }
      .map { line in
        line.components("  ").filter {
          $0.hasPrefix("width") || $0.hasPrefix("height") || $0.hasPrefix("at ")
        }
        .joined(separator: " ")
      }
  }

  @Test("of a grid has equal cells, and its last row where it is told")
  func grid() {
    let film = Sketch(.small) {
      Grid(columns: 2, spacing: 20) {
        Solid(.red)
        Solid(.green)
        Solid(.blue)
      }
    }
    #expect(
      boxes(film, depth: 1) == [
        "width 90 height 40 at 45,20", "width 90 height 40 at 155,20", "width 90 height 40 at 100,80",
      ])
  }

  @Test(
    "of a grid has as many columns as fit", arguments: [(40.0, 5), (99, 2), (101, 1), (1000, 1), (.nan, 5)])
  func fittingGrid(width: Double, columns: Int) {
    let film = Sketch(.small) {
      Grid(columnsAtLeast: .pixels(width)) { for _ in 0..<5 { Solid(.red) } }
    }
    let rows = boxes(film, depth: 1).map { $0.split(separator: ",").last }
    #expect(rows.count { $0 == rows.first } == columns)
  }

  @Test("of a ring goes clockwise from the top, in equal steps around all of it or from end to end")
  func ring() {
    let film = Sketch(.small) {
      Ring(radius: 30) { for _ in 0..<4 { Solid(.red).frame(width: 20, height: 10) } }
      Ring(radius: .percent(20), from: -90, spread: 180) {
        for _ in 0..<3 { Solid(.red).frame(width: 20, height: 10) }
      }
    }
    #expect(boxes(film, depth: 0) == ["width 80 height 70", "width 60 height 50"])
    #expect(
      boxes(film, depth: 1) == [
        "width 20 height 10 at 40,5", "width 20 height 10 at 70,35", "width 20 height 10 at 40,65",
        "width 20 height 10 at 10,35", "width 20 height 10 at 10,25", "width 20 height 10 at 30,5",
        "width 20 height 10 at 50,25",
      ])
  }

  @Test("of a turned ring keeps the middles of its elements on the circle, whatever they turn around")
  func turnedRing() {
    let film = Sketch(.small) {
      Ring(radius: 30, from: 90, turned: true) {
        Solid(.red).frame(width: 20, height: 10).anchor(.topLeft).rotation(5)
      }
    }
    #expect(boxes(film, depth: 1) == ["width 20 height 10 at 75,30"])
    #expect(film.dump().contains("rotation 95°"))
  }

  @Test("of a ring bears whatever numbers it is given", arguments: [Double.nan, .infinity, -1, 1e300])
  func absurdRing(number: Double) {
    let film = Sketch(.small) {
      Ring(radius: number, from: number, spread: number, turned: true) { for _ in 0..<2 { Solid(.red) } }
    }
    #expect(film.lowered().log.errors.map(\.brief) == [])
  }

  @Test("leaves room around what fills its parent, and around what doesn't")
  func padding() {
    let film = Sketch(.small) {
      Solid(.red).padded(10)
      Text("four").font("Inter", size: 20).padded(top: 1, left: 2, bottom: 3, right: 4)
        .placed(at: .bottomRight)
      Group { Solid(.red) }.padded(.edges(0.1))
    }
    #expect(
      boxes(film, depth: 0) == [
        "width 200 height 100", "width 46 height 24 at 100%,100%", "width 200 height 100",
      ])
    #expect(
      boxes(film, depth: 1) == [
        "width 180 height 80 at 100,50", "width 40 height 20 at 22,11", "width 160 height 80 at 100,50",
      ])
  }

  @Test("keeps an element's time and place when it is padded")
  func paddingKeepsTime() {
    let film = Sketch(.small) {
      Series {
        Solid(.red).lasting(0.5).padded(10)
        Solid(.blue).entering(.dissolve, over: 0.2).padded(10)
      }
    }
    let dump = film.dump()
    #expect(dump.contains("0.000 0.500  group") && dump.contains("0.300 2.000  group"), "\(dump)")
  }

  @Test("measures by the longer side, too")
  func longerSide() {
    #expect(Measure.vmax(10).width(in: Size(width: 50, height: 200)) == 20)
    #expect((Measure.vmax(10) + .vmin(10)).height(in: Size(width: 50, height: 200)) == 25)
  }

  @Test("with room around it keeps what plays over its cut")
  func paddedCut() {
    let dump = Sketch(.small) {
      Series {
        Solid(.red).lasting(1)
        Solid(.blue).overlaying(.flash(), over: 0.4).padded(10)
      }
    }.dump()
    #expect(dump.contains("0.800 1.200  solid  #ffffff"), "\(dump)")
  }

  @Test("says so where words are given no room")
  func narrowWords() {
    let log = Sketch(.small) { Text("a b c").fitting(width: 0.8) }.lowered().log
    #expect(
      log.diagnostics.map(\.brief) == ["warning: a width of 0.8 pixels leaves these words no room"])
  }

  @Test("grades the background with the whole film")
  func gradedCanvas() throws {
    let film = Sketch(Canvas.small.background(.gold).graded(.saturation(0))) {
      Solid(.red).frame(width: 10, height: 10)
    }
    let whole = try #require(film.lowered().timeline).clips
    #expect(whole.map(\.look.effects.count) == [1])
    let colors = whole[0].content.children.compactMap { clip -> Color? in
      if case .solid(let color) = clip.content { color } else { nil }
    }
    #expect(colors == [.gold, .red])
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    var parts = [""]
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(separator) {
        parts.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    return parts
  }
}
