import Primitives
import Timeline

/// A number that counts, in words of the author's: `Counter(from: 0, to: 100, over: 2) { "\(Int($0)) %" }`.
///
/// Its figures are all equally wide, so that it stands still while it counts.
public struct Counter: LayerElement, TypesetLetters {
  public var layer: Layer

  /// From one number to another within a length.
  public init(
    from start: Double = 0, to end: Double, over length: Length = 1, at moment: Moment = .start,
    easing: Easing = .easeInOut, file: String = #filePath, line: Int = #line,
    _ words: @escaping @Sendable (Double) -> String = { "\(Int(exactly: $0.rounded()) ?? 0)" }
  ) {
    self.init(
      .ramp(from: start, to: end, over: length, at: moment, easing: easing), between: start, end,
      file: file,
      line: line, words)
  }

  /// Any value that changes; the two are those whose words are widest.
  public init(
    _ value: Animated<Double>, between first: Double, _ second: Double, file: String = #filePath,
    line: Int = #line, _ words: @escaping @Sendable (Double) -> String
  ) {
    var style = TextStyle()
    style.features = [FontFeature("tnum", 1)]
    layer = Layer(
      .counter(CounterElement(value: value, extremes: [first, second], words: words, style: style)),
      file: file, line: line)
  }

  public var type: TextStyle {
    get { if case .counter(let counter) = layer.content { counter.style } else { TextStyle() } }
    set {
      guard case .counter(var counter) = layer.content else { return }
      counter.style = newValue
      layer.content = .counter(counter)
    }
  }
}

/// A counter with what was asked of its setting.
package struct CounterElement: Sendable {
  package var value: Animated<Double>
  package var extremes: [Double]
  package var words: @Sendable (Double) -> String
  package var style: TextStyle

  func text(_ words: String) -> TextElement {
    var text = TextElement(runs: [TextElement.Run(words)])
    text.style = style
    return text
  }
}

extension Lowering {
  /// A text for each stretch of frames in which the words are the same.
  func clips(
    of counter: CounterElement, _ layer: Layer, on stage: Stage, from firstFrame: FrameIndex
  ) -> [Clip] {
    let value = curve(
      counter.value, or: 0, site: layer.site, firstFrame: firstFrame, during: stage.turn)
    let end = canvas.rate.boundary(nearest: min(stage.end, clock.end))
    var texts: [(words: String, begin: Int, end: Int)] = []
    for frame in firstFrame.value..<max(firstFrame.value, end.value) {
      let local = frame - firstFrame.value
      let words = counter.words(value.value(at: canvas.rate.start(of: FrameIndex(local))))
      if texts.last?.words == words {
        texts[texts.count - 1].end = local + 1
      } else {
        texts.append((words, local, local + 1))
      }
    }
    let layers = texts.filter { !$0.words.isEmpty }.map { stretch in
      var text = Layer(.text(counter.text(stretch.words)), at: layer.site)
      text.timing.start = .after(.frames(stretch.begin))
      text.timing.length = .frames(stretch.end - stretch.begin)
      text.isDerived = true
      text.look.width = .percent(100)
      return text
    }
    return clips(of: layers, on: stage)
  }

  /// As large as the widest of its words.
  func size(of counter: CounterElement, in parent: Size, at site: Site) -> Size {
    let blocks = counter.extremes.compactMap {
      TextLowering.block(of: counter.text(counter.words($0)), in: parent, at: site, lowering: self)?.size
    }
    return Size(width: blocks.map(\.width).max() ?? 0, height: blocks.map(\.height).max() ?? 0)
  }
}
