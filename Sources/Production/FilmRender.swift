import Foundation
import FrameGraph
package import Media
package import Primitives
import Synchronization
package import Timeline

/// The making of a film: segments by workers, the sound beside them, joined and checked.
package struct FilmRender: Sendable {
  package var studio: Studio
  package var frames: Range<FrameIndex>
  package var sounds: [SoundClip]
  package var settings: EncoderSettings
  package var workers: Int
  /// Called by any worker with the number of frames that are done.
  package var report: @Sendable (Int) -> Void

  package init(
    studio: Studio, frames: Range<FrameIndex>, sounds: [SoundClip], settings: EncoderSettings, workers: Int,
    report: @escaping @Sendable (Int) -> Void
  ) {
    self.studio = studio
    self.frames = frames
    self.sounds = sounds
    self.settings = settings
    self.workers = workers
    self.report = report
  }

  /// Makes the film, and lets it appear under its name once it is complete and verified.
  package func write(to path: String) throws(Problem) {
    try settings.check()
    let file = try UnfinishedFile.create(for: path)
    let plan = SegmentPlan(studio.graph, frames: frames)
    let queue = SegmentQueue(count: plan.segments.count, workers: workers)
    let threads = start(plan, queue)
    defer { for thread in threads { thread.wait() } }
    do throws(Problem) {
      let sound = try self.sound()
      let facts = FilmFacts(size: studio.graph.size, rate: studio.graph.rate, frameCount: frames.count)
      var writer = try FilmWriter.create(at: file.path, named: path, facts, sound: sound)
      for _ in plan.segments { try writer.append(queue.nextInOrder()) }
      try writer.finish()
      try FilmCheck.verify(file.path, facts, soundSampleCount: sound?.sampleCount)
    } catch {
      queue.fail(error)
      throw error
    }
    try file.publish()
  }

  private func start(_ plan: SegmentPlan, _ queue: SegmentQueue) -> [Worker] {
    let done = FrameCounter(report: report)
    return (0..<min(workers, plan.segments.count)).map { _ in
      Worker { [self] in
        do throws(Problem) {
          var bench = try Bench(studio: studio, settings: settings)
          while let number = queue.ticket() {
            queue.deliver(try bench.segment(plan.segments[number], for: queue, done), number: number)
          }
        } catch {
          queue.fail(error)
        }
      }
    }
  }

  private func sound() throws(Problem) -> EncodedSound? {
    guard !sounds.isEmpty else { return nil }
    let rate = studio.graph.rate
    let tracks = sounds.map {
      SoundTrack(
        path: $0.path.location, start: $0.start, from: $0.from, length: $0.length, gain: $0.gain,
        fadeIn: $0.fadeIn, fadeOut: $0.fadeOut)
    }
    let mix = SoundMix(
      tracks: tracks, filmLength: rate.start(of: FrameIndex(studio.graph.frameCount)),
      during: rate.start(of: frames.lowerBound)..<rate.start(of: frames.upperBound))
    return try mix.encoded()
  }
}

/// How many frames all workers have made.
final class FrameCounter: Sendable {
  private let count = Mutex(0)
  private let report: @Sendable (Int) -> Void

  init(report: @escaping @Sendable (Int) -> Void) { self.report = report }

  func add() {
    let total = count.withLock { count in
      count += 1
      return count
    }
    report(total)
  }
}
