import Foundation
import Media
import Primitives
import Synchronization

/// Hands segments out to workers and takes them back, in whatever order they are done.
///
/// A worker may run ahead of the film by a few segments only, so that memory doesn't grow with length.
final class SegmentQueue: Sendable {
  private struct State {
    var next = 0
    var taken = 0
    var finished: [Int: EncodedSegment] = [:]
    var failure: Problem?
  }

  private let state = Mutex(State())
  private let change = NSCondition()
  private let numbers: [Int]
  private let lead: Int

  init(_ plan: SegmentPlan, _ order: SegmentOrder, workers: Int) {
    numbers = order.numbers(plan.segments.map(\.count), workers: workers)
    lead = order.lead(workers: workers)
  }

  /// The number of a segment that nobody works on; nil when there is none, or the work is off.
  func ticket() -> Int? {
    waiting { state in
      if state.failure != nil || state.next == numbers.count { return .some(nil) }
      let number = numbers[state.next]
      guard number < state.taken + lead else { return nil }
      state.next += 1
      return number
    }
  }

  func deliver(_ segment: EncodedSegment, number: Int) { changing { $0.finished[number] = segment } }

  /// Calls the work off; the first reason stays.
  func fail(_ problem: Problem) { changing { $0.failure = $0.failure ?? problem } }

  /// Throws once the work is called off.
  func check() throws(Problem) {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// The next segment of the film, once it is done.
  func nextInOrder() throws(Problem) -> EncodedSegment {
    let result: Result<EncodedSegment, Problem> = waiting { state in
      if let failure = state.failure { return .failure(failure) }
      guard let segment = state.finished.removeValue(forKey: state.taken) else { return nil }
      state.taken += 1
      return .success(segment)
    }
    change.lock()
    change.broadcast()
    change.unlock()
    return try result.get()
  }

  private func changing(_ edit: (inout State) -> Void) {
    change.lock()
    state.withLock { edit(&$0) }
    change.broadcast()
    change.unlock()
  }

  private func waiting<Answer>(_ answer: (inout State) -> Answer?) -> Answer {
    change.lock()
    defer { change.unlock() }
    while true {
      if let answer = state.withLock({ answer(&$0) }) { return answer }
      change.wait()
    }
  }
}
