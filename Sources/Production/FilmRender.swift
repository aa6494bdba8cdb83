import FrameGraph
package import Media
package import Primitives
package import Timeline

/// The making of a film: segments by workers, the sound beside them, joined and checked.
package struct FilmRender: Sendable {
  /// What tells this film from others of the same author.
  package var title: String
  package var studio: Studio
  package var frames: Range<FrameIndex>
  package var sounds: [SoundClip]
  /// How loud the sound is made, in LUFS; as loud as it comes if nil.
  package var loudness: Double?
  package var settings: EncoderSettings
  package var workers: Int
  /// Where what was made before is kept; nil to make everything anew.
  package var cache: RenderCache?
  /// In which order workers take segments.
  package var order = SegmentOrder.usual
  /// Called by any worker as frames are done.
  package var report: @Sendable (RenderProgress) -> Void

  package init(
    title: String, studio: Studio, frames: Range<FrameIndex>, sounds: [SoundClip],
    settings: EncoderSettings, workers: Int,
    cache: RenderCache?, report: @escaping @Sendable (RenderProgress) -> Void
  ) {
    self.title = title
    self.studio = studio
    self.frames = frames
    self.sounds = sounds
    self.settings = settings
    self.workers = workers
    self.cache = cache
    self.report = report
  }

  /// Makes the film, and lets it appear under its name once it is complete and verified.
  @discardableResult
  package func write(to path: String) throws(Problem) -> RenderRecord {
    try settings.check()
    let file = try UnfinishedFile.create(for: path)
    let record = try make(in: file, named: path)
    try file.publish()
    cache?.prune(to: RenderCache.usualLimit)
    Findings.kept.prune(to: Findings.usualLimit)
    return record
  }

  /// Makes the film in a file that nobody sees yet; messages call it by its name.
  func make(in file: borrowing UnfinishedFile, named name: String) throws(Problem) -> RenderRecord {
    let plan = SegmentPlan(studio.graph, frames: frames)
    let queue = SegmentQueue(plan, order, workers: workers)
    let notes = RenderNotes()
    let threads = start(plan, queue, notes)
    var heard: RenderRecord.Sound?
    defer { for thread in threads { thread.wait() } }
    do throws(Problem) {
      let sound = try self.sound()
      heard = sound.map { .init(loudness: $0.loudness, isCopied: $0.isCopied) }
      let facts = FilmFacts(size: studio.graph.size, rate: studio.graph.rate, frameCount: frames.count)
      var writer = try FilmWriter.create(at: file.path, named: name, facts, sound: sound)
      for _ in plan.segments { try writer.append(queue.nextInOrder()) }
      try writer.finish()
      try FilmCheck.verify(file.path, facts, soundSampleCount: sound?.sampleCount)
      try studio.resources.checkFiles()
    } catch {
      queue.fail(error)
      throw error
    }
    var record = notes.record(of: studio.graph, plan, settings)
    record.sound = heard
    cache?.keep(
      Ledger(
        of: studio.graph, record, secondsPerFrame: notes.secondsPerFrame,
        before: cache?.ledger(of: title)), of: title)
    return record
  }

  private func start(_ plan: SegmentPlan, _ queue: SegmentQueue, _ notes: RenderNotes) -> [Worker] {
    let done = ProgressCounter(report: report)
    return (0..<min(workers, plan.segments.count)).map { _ in
      Worker { [self] in
        do throws(Problem) {
          var bench = try Bench(studio: studio, settings: settings, cache: cache)
          while let number = queue.ticket() {
            queue.deliver(try bench.segment(number, of: plan, for: queue, done, notes), number: number)
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
        path: $0.path.location, start: $0.start, from: $0.from, length: $0.length, treatment: $0.treatment)
    }
    var mix = SoundMix(
      tracks: tracks, filmLength: rate.start(of: FrameIndex(studio.graph.frameCount)),
      during: rate.start(of: frames.lowerBound)..<rate.start(of: frames.upperBound))
    mix.loudness = loudness
    let key = CacheKey.sound(mix, sounds.map(\.digest))
    if let kept = cache?.sound(key) { return kept }
    let sound = try studio.resources.continuity.keeping { () throws(Problem) in try mix.encoded() }
    cache?.keep(sound, as: key)
    return sound
  }
}
