import Foundation
import FrameGraph
import Libretto
import Media
import Primitives
import Production
import Timeline

/// `render`: what its flags say, and the making of the film.
struct FilmCommand {
  let render: FilmRender
  private let output: OutputName
  private let progress: ProgressLine
  private let manifest: ManifestPaper?
  private let isVerified: Bool
  private let memory: MemoryBudget

  init(_ timeline: Timeline, resources: ProjectResources, _ invocation: Invocation) throws(Problem) {
    output = try OutputName(invocation.value(.output) ?? "\(timeline.name).mp4", endings: ["mp4"])
    try resources.checkOutput(output.path)
    let scale = try invocation.number(.scale, in: 0.05...4)
    let size = scale.map { timeline.size.scaled(by: $0).even } ?? timeline.size
    guard size == size.even else {
      throw Problem(
        .badInput, "a film of \(size) can't be encoded: both sides must be even",
        hints: "make the canvas \(size.even), or scale it with --scale")
    }
    let graph = FrameGraph(timeline, size: size)
    let frames = try invocation.frames(of: graph.frameCount, rate: graph.rate)
    let settings = try FilmCommand.settings(invocation, size: size, rate: graph.rate)
    let jobs = try invocation.count(.jobs, in: 1...256) ?? ProcessInfo.processInfo.activeProcessorCount
    memory = try MemoryBudget(
      graph, settings, workers: jobs, limit: try invocation.bytes(.maxMemory))
    manifest = try ManifestPaper(invocation, resources, film: output.path)
    isVerified = invocation.has(.verify)
    let progress = ProgressLine(total: frames.count)
    self.progress = progress
    var render = FilmRender(
      title: ([timeline.name] + (PieceProgram.sources ?? [])).joined(separator: "\n"),
      studio: try Studio(
        graph, resources: resources, pictureBytes: memory.pictureBytes, clipBytes: memory.clipBytes,
        clipDecoders: memory.clipDecoders),
      frames: frames,
      sounds: timeline.sounds.map { $0.named(by: resources.meant) }, settings: settings,
      workers: memory.workers,
      cache: invocation.has(.noCache) ? nil : CacheCommand.cache(invocation), report: { progress.show($0) })
    render.loudness = try invocation.number(.normalize, in: -70 ... -5) ?? timeline.loudness
    self.render = render
  }

  func run() throws(Problem) -> Int32 {
    ProcessSettings.beginRender(memory)
    let record: RenderRecord
    do throws(Problem) {
      record = try render.write(to: output.path)
    } catch {
      progress.clear()
      throw error
    }
    progress.clear()
    if let sound = record.sound { Report.say(sound.words) }
    progress.finish(
      output.path, length: render.studio.graph.rate.start(of: FrameIndex(render.frames.count)))
    try manifest?.write(record)
    return isVerified ? try verify(record) : 0
  }

  /// Makes the film a second time and says how it differs.
  private func verify(_ record: RenderRecord) throws(Problem) -> Int32 {
    let progress = ProgressLine(total: render.frames.count)
    var second = render
    second.report = { progress.show($0) }
    let differences = try second.differences(from: output.path, record)
    progress.clear()
    let how = "made again, by \(render.workers + 1) in place of \(render.workers) and backwards"
    if differences.isEmpty { Report.say("\(output.path)  the same when \(how)") }
    return Report.fail(
      differences.map { .error("\(output.path), when it was \(how): \($0)", kind: .bug, at: nil) })
  }

  private static func settings(
    _ invocation: Invocation, size: PixelSize, rate: FrameRate
  ) throws(Problem) -> EncoderSettings {
    let word = invocation.value(.quality) ?? Quality.standard.rawValue
    guard let quality = Quality(rawValue: word.lowercased()) else {
      let names = Quality.allCases.map(\.rawValue)
      let near = Suggestion.hints(for: word, among: names)
      throw Problem(
        .usage, "there is no quality \(word)", hints: near + ["there is \(names.joined(separator: ", "))"])
    }
    var settings = quality.settings(size: size, rate: rate)
    if let preset = invocation.value(.preset) { settings.preset = preset.lowercased() }
    if let crf = try invocation.number(.crf, in: 1...51) { settings.crf = crf }
    try settings.check()
    return settings
  }
}
