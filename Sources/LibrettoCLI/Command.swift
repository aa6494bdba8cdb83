/// A verb of the command line.
enum Command: String, CaseIterable {
  case render, still, list, timeline, graph, doctor, help, version

  /// What it does, in a line.
  var summary: String {
    switch self {
    case .render: "make a film"
    case .still: "paint single frames"
    case .list: "name the compositions in a file"
    case .timeline: "print what plays when"
    case .graph: "print how frames are made"
    case .doctor: "look whether everything that is needed is here"
    case .help: "explain a command"
    case .version: "print the version"
    }
  }

  /// What stands after it, besides flags.
  var operands: String {
    switch self {
    case .render, .still, .timeline, .graph: "FILE [NAME]"
    case .list: "FILE"
    case .doctor, .version: ""
    case .help: "[COMMAND]"
    }
  }

  var flags: [Flag] {
    switch self {
    case .render: [.output, .frames, .from, .to, .quality, .crf, .preset, .jobs, .scale, .props]
    case .still: [.at, .output, .scale, .props]
    case .list, .timeline: [.props]
    case .graph: [.at, .dot, .scale, .props]
    case .doctor, .help, .version: []
    }
  }
}
