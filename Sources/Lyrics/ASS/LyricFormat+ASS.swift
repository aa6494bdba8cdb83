internal import Primitives

extension LyricFormat {
  package static let ass = LyricFormat(
    name: "ASS", endings: ["ass", "ssa"],
    marks: { line, _ in
      ["[script info]", "[events]", "[v4"].contains { line.hasPrefix(ignoringCase: $0) }
    },
    read: ASSReader.read, write: ASSWriter.text, manner: .guarded)
}
