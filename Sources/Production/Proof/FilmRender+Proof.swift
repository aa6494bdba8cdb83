import Media
package import Primitives

extension FilmRender {
  /// Makes the film again, with other workers in another order and nothing that was kept, and says how
  /// it differs from the one that was made: nothing, if all is well.
  package func differences(from film: String, _ record: RenderRecord) throws(Problem) -> [String] {
    var again = self
    again.cache = nil
    again.workers = workers + 1
    again.order = .reversed
    let file = try UnfinishedFile.create(for: film)
    let second = try again.make(in: file, named: film)
    let (found, expected) = (try FilmDigests.reading(file.path), try FilmDigests.reading(film))
    let begin = frames.lowerBound.value
    let ranges = record.segments.map {
      $0.frames.lowerBound.value - begin..<$0.frames.upperBound.value - begin
    }
    var words = FilmComparison.differences(of: found, from: expected, segments: ranges)
    for (before, after) in zip(record.segments, second.segments) {
      let changed = zip(before.frames, zip(before.drawings, after.drawings)).filter { $1.0 != $1.1 }
      guard let first = changed.first?.0 else { continue }
      words.append(
        "the drawing of frame \(first) is another one each time: does a closure use a clock or chance?")
    }
    return words
  }
}
