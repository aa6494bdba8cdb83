import Foundation
import FrameGraph
import Primitives
import Production

/// `plan`: which segments a render would make, and why.
struct PlanCommand {
  private let forecast: RenderForecast
  private let rate: FrameRate
  private let workers: Int
  private let saysWhy: Bool
  private let isJSON: Bool

  init(_ film: FilmCommand, _ invocation: Invocation) {
    let render = film.render
    rate = render.studio.graph.rate
    workers = render.workers
    saysWhy = invocation.has(.why)
    isJSON = invocation.has(.json)
    forecast = RenderForecast(
      render.studio.graph, frames: render.frames, settings: render.settings,
      cache: CacheCommand.cache(invocation), title: render.title)
  }

  func run() throws(Problem) { print(isJSON ? try json() : text) }

  private var text: String {
    let lines = forecast.segments.flatMap { segment -> [String] in
      let begin = rate.start(of: segment.frames.lowerBound)
      let line = "\(begin)  \(segment.frames)  \(segment.isKept ? "kept" : "to make")"
      return [line] + (saysWhy ? segment.reasons.map { "    \($0)" } : [])
    }
    let (rest, all) = (forecast.segments.count { !$0.isKept }, forecast.segments.count)
    let time = seconds.map { "  about \($0.tenths) s" } ?? ""
    let sum = "\(rest) of \(all) segments to make, \(forecast.framesToMake) frames\(time)"
    return (lines + [sum]).joined(separator: "\n")
  }

  /// With all workers at it.
  private var seconds: Double? { forecast.seconds.map { $0 / Double(workers) } }

  private struct Answer: Encodable {
    struct Segment: Encodable {
      var start: Double
      var firstFrame: Int
      var frameCount: Int
      var kept: Bool
      var reasons: [String]
    }
    var segments: [Segment]
    var framesToMake: Int
    var seconds: Double?
  }

  private func json() throws(Problem) -> String {
    let segments = forecast.segments.map { segment in
      Answer.Segment(
        start: rate.start(of: segment.frames.lowerBound).seconds,
        firstFrame: segment.frames.lowerBound.value, frameCount: segment.frames.count,
        kept: segment.isKept, reasons: segment.reasons)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      let data = try encoder.encode(
        Answer(segments: segments, framesToMake: forecast.framesToMake, seconds: seconds))
      return String(decoding: data, as: UTF8.self)
    } catch {
      throw Problem(.bug, "the plan can't be written as JSON", hints: "\(error)")
    }
  }
}
