import Primitives
import Timeline

extension CounterPayload: Payload {
  /// A text for each stretch of frames in which the words are the same.
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    let rate = lowering.canvas.rate
    let value = lowering.curve(value, or: 0, on: stage)
    let first = stage.firstFrame.value
    let end = rate.boundary(nearest: min(stage.end, lowering.clock.end)).value
    var texts: [(words: String, begin: Int, end: Int)] = []
    for local in 0..<max(0, end - first) {
      let words = words(value.value(at: rate.start(of: FrameIndex(local))))
      if texts.last?.words == words {
        texts[texts.count - 1].end = local + 1
      } else {
        texts.append((words, local, local + 1))
      }
    }
    let layers = texts.filter { !$0.words.isEmpty }.map { stretch in
      var text = Layer(text(stretch.words), at: stage.site)
      text.timing.start = .after(.frames(stretch.begin))
      text.timing.length = .frames(stretch.end - stretch.begin)
      text.isDerived = true
      text.look.width = .percent(100)
      return text
    }
    return .group(lowering.clips(of: layers, on: stage))
  }

  /// In a box as large as the widest of its words.
  func unfolded(_ layer: Layer, in parent: Size, by lowering: Lowering) -> Layer {
    let film = countsFilm ? [lowering.clock.end.seconds] : []
    let sizes = (extremes + film).compactMap {
      lowering.block(of: text(words($0)), in: parent, at: layer.site)?.size
    }
    var boxed = layer
    boxed.look.width = layer.look.width ?? .pixels(sizes.map(\.width).max() ?? 0)
    boxed.look.height = layer.look.height ?? .pixels(sizes.map(\.height).max() ?? 0)
    return boxed
  }

  func measured(in parent: Size, box: Size) -> CounterPayload {
    var copy = self
    copy.style.measure(in: parent)
    return copy
  }
}
