internal import CEngine
import Primitives
import Timeline

/// Changes each pixel by itself. Colors are as they are seen, not premultiplied.
protocol PointFilter {
  /// - Parameter y: of the screen.
  func apply(to row: FilterRow, y: Int)
}

/// Changes pixels by what is around them. Colors are premultiplied.
protocol AreaFilter {
  /// Whether it reads rows in no order, and so must not write where it reads.
  var readsFreely: Bool { get }

  func run(from source: RowPort, to sink: RowPort)
}

extension AreaFilter {
  var readsFreely: Bool { false }
}

/// Filters in a row, ready to be run on one layer.
///
/// Between the first and the last, colors are numbers of 16 bits or more; they are rounded once, at the end. Filters
/// of single pixels are done on the way in to or out of the others, a row at a time.
struct FilterChain {
  enum Step {
    case point(any PointFilter)
    case area(any AreaFilter)
  }

  private let layer: LayerPixels
  private let isOpaque: Bool
  private var first: [any PointFilter] = []
  private var rest: [(any AreaFilter, then: [any PointFilter])] = []

  init(_ steps: [Step], on layer: LayerPixels, isOpaque: Bool) {
    self.layer = layer
    self.isOpaque = isOpaque
    for step in steps {
      switch step {
      case .point(let point):
        if rest.isEmpty { first.append(point) } else { rest[rest.count - 1].then.append(point) }
      case .area(let area): rest.append((area, then: []))
      }
    }
  }

  func run() {
    var source = port(.pixels(layer), first)
    guard !rest.isEmpty else { return copy(source, to: port(.pixels(layer), [])) }
    for (index, (filter, points)) in rest.enumerated() {
      let isLast = index == rest.count - 1
      if filter.readsFreely {
        let copied = source.buffer()
        copy(source, to: copied)
        source = copied
      }
      let sink = isLast ? port(.pixels(layer), points) : source.buffer(points)
      filter.run(from: source, to: sink)
      // What was written is read as it is.
      source = port(sink.store, [])
    }
  }

  private func port(_ store: RowPort.Store, _ points: [any PointFilter]) -> RowPort {
    RowPort(store: store, points: points, area: layer.area, isOpaque: isOpaque)
  }

  private func copy(_ source: RowPort, to sink: RowPort) {
    let row = FilterRow(width: layer.size.width)
    for y in 0..<layer.size.height {
      source.read(y, into: row)
      sink.write(row, y)
    }
  }
}
