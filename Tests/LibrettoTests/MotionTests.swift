import Libretto
import Rehearsal
import Testing

@Suite("Motion")
struct MotionTests {
  private func clips(_ film: Sketch, _ word: String) -> [String] {
    film.dump().split(separator: "\n").map(String.init).filter { $0.contains(word) }
  }

  @Test("counts in as many texts as there are words, each as long as it is true")
  func counter() {
    let film = Sketch(.landscape1080.lasting(1)) {
      Counter(to: 3, over: 1, easing: .linear) { "\(Int($0)) of 3" }
    }
    let found = clips(film, "text").map { $0.split(separator: " ").prefix(5).joined(separator: " ") }
    #expect(
      found == [
        "0.000 0.333 text \"0 of", "0.333 0.667 text \"1 of", "0.667 1.000 text \"2 of",
      ], "\(film.dump())")
  }

  @Test("of colors, lines and outlines is told by the timeline")
  func shapes() {
    let film = Sketch {
      Rectangle().fill(.ramp(from: .gradient(.red, .blue), to: .color(.red), over: 2, easing: .linear))
      Ellipse().unfilled().stroke(.white, width: .ramp(from: 1, to: 8, over: 1, easing: .linear)).drawn(
        to: .ramp(from: 0, to: 1, over: 1))
    }
    #expect(
      film.dump().contains("rectangle  \(Paint.gradient(.red, .blue))@0.000→\(Color.red)@2.000"),
      "\(film.dump())")
    #expect(film.dump().contains("ellipse  stroke 1@0.000→8@1.000 \(Color.white)"), "\(film.dump())")
  }

  @Test("is staggered in the order that is said")
  func staggers() {
    let film = Sketch {
      Group { for letter in ["a", "b", "c"] { Text(letter) } }.staggered(.backward(0.5))
    }
    let found = clips(film, "text").map { $0.split(separator: " ")[0] }
    #expect(found == ["1.000", "0.500", "0.000"], "\(film.dump())")
  }

  @Test("that repeats needs a length")
  func refuses() {
    let film = Sketch { Text("a").opacity(.ramp(from: 0, to: 1, over: 1).repeating(every: 0)) }
    #expect(film.dump().contains("error: what repeats needs a length above zero"))
  }
}
