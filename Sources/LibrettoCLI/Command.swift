/// A verb of the command line.
enum Command: String, CaseIterable {
  case render, still, list, plan, timeline, graph, lyrics, probe, limits, cache, doctor, help, version

  /// What it does, in a line.
  var summary: String {
    switch self {
    case .render: "make a film"
    case .still: "paint single frames"
    case .list: "name the compositions in a file"
    case .plan: "say what a render would make anew"
    case .timeline: "print what plays when"
    case .graph: "print how frames are made"
    case .lyrics: "show, convert or check a lyric sheet"
    case .probe: "say what pictures, clips and sounds are"
    case .limits: "say how large a file's contents may be"
    case .cache: "say how much is kept of earlier renders, or forget it"
    case .doctor: "look whether everything that is needed is here"
    case .help: "explain a command"
    case .version: "print the version"
    }
  }

  /// How it is written, without flags. In a piece's own program no file is named: it is the program.
  func usage(namesFile: Bool) -> String {
    let file = namesFile ? ["FILE"] : []
    let operands: [String]
    switch self {
    case .render, .still, .plan, .timeline, .graph: operands = file + ["[NAME]"]
    case .list: operands = file
    case .lyrics: operands = ["show|convert|check", "FILE", "[OUT]"]
    case .probe: operands = ["FILE…"]
    case .cache, .limits, .doctor, .version: operands = []
    case .help: operands = ["[COMMAND]"]
    }
    return (["libretto", rawValue] + operands).joined(separator: " ")
  }

  var flags: [Flag] {
    switch self {
    case .render:
      [
        .output, .frames, .from, .to, .quality, .crf, .preset, .jobs, .scale, .props, .cache, .noCache,
      ]
    case .plan:
      [.why, .json, .frames, .from, .to, .quality, .crf, .preset, .jobs, .scale, .props, .cache]
    case .still: [.at, .output, .scale, .props]
    case .list, .timeline: [.props]
    case .graph: [.at, .dot, .scale, .props]
    case .cache: [.prune, .clear, .cache]
    case .lyrics: [.json, .song, .encoding]
    case .probe: [.json]
    case .limits, .doctor, .help, .version: []
    }
  }
}
