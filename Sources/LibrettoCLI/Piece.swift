import Foundation
import FrameGraph
import Host
import Libretto
import Media
import Primitives
import Production
import Timeline

/// The compositions of this program, and what a command line asks of one of them.
struct Piece {
  private let compositions: [any Composition.Type]
  private let resources: ProjectResources
  /// The same for the author's code: what it waits for isn't its own time.
  private let watched: WatchedResources

  init(_ compositions: [any Composition.Type], usesSystemFonts: Bool) {
    self.compositions = compositions
    resources = ProjectResources(usesSystemFonts: usesSystemFonts)
    watched = WatchedResources(resources)
  }

  func perform(_ invocation: Invocation) throws(Problem) -> Int32 {
    if invocation.command == .list { return try list(invocation) }
    let type = try chosen(invocation.operands.first)
    do throws(Refused) {
      let timeline = try timeline(of: type, invocation)
      return try carryOut(invocation, on: timeline)
    } catch {
      return Report.fail(error.diagnostics)
    }
  }

  /// What the author has to mend, with its places.
  private struct Refused: Error {
    let diagnostics: [Diagnostic]
  }

  /// What can't be traced to an element is the composition's own.
  private func refused(_ diagnostics: [Diagnostic], by name: String) -> Refused {
    let sources = SourceFile(paths: PieceProgram.sources ?? [])
    return Refused(
      diagnostics: diagnostics.map { diagnostic in
        var placed = diagnostic
        // A component without elements has no line of its own either.
        let site = diagnostic.site.flatMap { $0.file.isEmpty ? nil : $0 }
        placed.site = site ?? sources.site(of: diagnostic.subject ?? name)
        return placed
      })
  }

  private func timeline(
    of type: any Composition.Type, _ invocation: Invocation
  ) throws(Refused) -> Timeline {
    let name = Discovery.name(of: type)
    let log = DiagnosticLog()
    do {
      let timeline = try composition(type, invocation).lowered(named: name, with: watched, reporting: log)
      Report.say(log.diagnostics + overhangs(of: timeline, invocation))
      return timeline
    } catch let problem as Problem {
      throw Refused(diagnostics: [Diagnostic(.error, problem, at: nil)])
    } catch {
      throw refused(log.diagnostics, by: name)
    }
  }

  /// Words that run off the screen; a list has no time to look for them.
  private func overhangs(of timeline: Timeline, _ invocation: Invocation) -> [Diagnostic] {
    guard invocation.command != .list else { return [] }
    return FrameGraph(timeline).overhangs.map { overhang in
      .warning(
        "\(overhang.words.debugDescription) runs off the screen, by \(max(1, overhang.distance.rounded()).brief) pixels "
          + "at \(timeline.rate.start(of: overhang.frame)) s", at: overhang.site,
        hints: ".fitting(width: .percent(90)) makes words as small as they must be")
    }
  }

  private func composition(
    _ type: any Composition.Type, _ invocation: Invocation
  ) throws(Problem) -> any Composition {
    guard let path = invocation.value(.props) else {
      return watched.evaluating(Discovery.name(of: type)) { type.init() }
    }
    return try PropsReader.composition(type, json: InputText.bytes(of: path), named: path)
  }

  private func carryOut(_ invocation: Invocation, on timeline: Timeline) throws(Refused) -> Int32 {
    do throws(Problem) {
      switch invocation.command {
      case .timeline:
        if let violation = timeline.violations.first {
          throw Problem(.bug, "a timeline never has this: \(violation)")
        }
        print(timeline.dump(.whole))
      case .graph: try printGraph(of: timeline, invocation)
      case .still: try paintStills(of: timeline, invocation)
      case .plan: try PlanCommand(FilmCommand(timeline, resources: resources, invocation), invocation).run()
      case .render: return try FilmCommand(timeline, resources: resources, invocation).run()
      case .list, .verify, .lyrics, .analyze, .probe, .limits, .cache, .doctor, .help, .version: break
      }
      return 0
    } catch {
      let site = resources.damagedPicture.flatMap { digest in timeline.clips.site(ofPicture: digest) }
      let problem = [Diagnostic(.error, error, at: site)]
      throw error.kind == .badInput ? refused(problem, by: timeline.name) : Refused(diagnostics: problem)
    }
  }

  private func chosen(_ name: String?) throws(Problem) -> any Composition.Type {
    let names = compositions.map(nameToSay)
    guard !names.isEmpty else {
      let file = PieceProgram.sources?.first ?? "the program"
      throw Problem(
        .badInput, "there is no composition in \(file)",
        hints: "one looks like this: struct Hello: Composition { var body: Layers { Text(\"hello\") } }")
    }
    guard let name else {
      guard compositions.count == 1 else {
        throw Problem(
          .usage, "there are several compositions: \(names.joined(separator: ", "))",
          hints: "name one after the file")
      }
      return compositions[0]
    }
    guard let index = Suggestion.index(of: name, in: names) else {
      let near = Suggestion.hints(for: name, among: names)
      throw Problem(
        .usage, "there is no composition \(name)",
        hints: near + ["there is \(names.joined(separator: ", "))"])
    }
    return compositions[index]
  }

  /// What to call a composition on the command line: the short name, if it is the only one of it.
  private func nameToSay(_ type: any Composition.Type) -> String {
    let name = Discovery.name(of: type)
    let isShared = compositions.count { Discovery.name(of: $0) == name } > 1
    return isShared ? Discovery.fullName(of: type) : name
  }

  private func list(_ invocation: Invocation) throws(Problem) -> Int32 {
    if compositions.isEmpty { _ = try chosen(nil) }
    var code: Int32 = 0
    for type in compositions {
      do throws(Refused) {
        let timeline = try timeline(of: type, invocation)
        print("\(nameToSay(type))  \(timeline.size) at \(timeline.rate)  \(timeline.length) s")
      } catch {
        let failure = Report.fail(error.diagnostics)
        code = code == 0 ? failure : code
      }
    }
    return code
  }

  private func printGraph(of timeline: Timeline, _ invocation: Invocation) throws(Problem) {
    let (graph, frames) = try scene(of: timeline, invocation)
    if frames.isEmpty { print(invocation.has(.dot) ? graph.dot : graph.dump) }
    for frame in frames { print(invocation.has(.dot) ? graph.dot(at: frame) : graph.dump(at: frame)) }
  }

  /// The graph at the size that is wanted, and the frames that are asked for.
  private func scene(
    of timeline: Timeline, _ invocation: Invocation
  ) throws(Problem) -> (graph: FrameGraph, frames: [FrameIndex]) {
    let scale = try invocation.number(.scale, in: 0.05...4)
    let graph = FrameGraph(timeline, size: timeline.size.scaled(by: scale ?? 1))
    var frames: [FrameIndex] = []
    for time in invocation.values(.at) {
      frames.append(try MomentWord(time, of: .at).frame(of: graph.frameCount, rate: graph.rate))
    }
    return (graph, frames)
  }

  private func paintStills(of timeline: Timeline, _ invocation: Invocation) throws(Problem) {
    var (graph, frames) = try scene(of: timeline, invocation)
    if frames.isEmpty { frames = [.zero] }
    let output = try OutputName(
      invocation.value(.output) ?? "\(timeline.name).png", endings: ["png", "jpg", "jpeg"])
    try PictureWriter.checkSize(graph.size)
    let paths = frames.map { frames.count == 1 ? output.path : output.numbered($0.value) }
    for path in paths { try resources.checkOutput(path) }
    let studio = try Studio(graph, resources: resources)
    for (frame, path) in zip(frames, paths) {
      try Still.write(frame, of: studio, to: path)
      Report.say("\(path)  frame \(frame)  \(graph.rate.start(of: frame)) s")
    }
  }
}
