/// A verb of the command line.
enum Command: String, CaseIterable {
  case render, still, list, plan, timeline, graph, verify
  case lyrics, analyze, probe, limits
  case cache, doctor, help, version

  /// What it does, in a line.
  var summary: String {
    switch self {
    case .render: "make a film"
    case .still: "paint single frames"
    case .list: "name the compositions in a file"
    case .plan: "say what a render would make anew"
    case .timeline: "print what plays when"
    case .graph: "print how frames are made"
    case .verify: "check a film against its manifest"
    case .lyrics: "show, convert or check a lyric sheet"
    case .analyze: "listen to a song: tempo, beats, bars, sections, loudness"
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
    case .verify: operands = ["FILM"]
    case .lyrics: operands = ["show|convert|check", "FILE", "[OUT]"]
    case .analyze: operands = ["SONG"]
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
        .output, .frames, .from, .to, .quality, .crf, .preset, .jobs, .maxMemory, .scale, .props, .cache,
        .noCache, .manifest, .verify, .normalize, .systemFonts,
      ]
    case .plan:
      [
        .why, .json, .frames, .from, .to, .quality, .crf, .preset, .jobs, .maxMemory, .scale, .props,
        .cache, .systemFonts,
      ]
    case .still: [.at, .output, .scale, .props, .systemFonts]
    case .list: [.props]
    case .timeline: [.props, .systemFonts]
    case .graph: [.at, .dot, .scale, .props, .systemFonts]
    case .verify: [.manifest]
    case .cache: [.prune, .clear, .cache]
    case .lyrics: [.json, .song, .encoding]
    case .analyze:
      [.json, .plot, .click, .beatsFrom, .tempo, .firstDownbeat, .metre, .key, .noCache, .evidence]
    case .probe: [.json]
    case .limits, .doctor, .help, .version: []
    }
  }
}
