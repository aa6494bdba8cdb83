import Foundation
import Media
import Primitives
import Production

/// The manifest that `render --manifest` writes beside a film.
struct ManifestPaper {
  private let path: String
  private let film: String
  private let resources: ProjectResources
  /// The Swift files and the props as they are when the film is begun: authors go on writing meanwhile.
  private var texts: [Manifest.File] = []

  /// Nil if none was asked for.
  init?(_ invocation: Invocation, _ resources: ProjectResources, film: String) throws(Problem) {
    guard let word = invocation.value(.manifest) else { return nil }
    path = try OutputName(word, endings: ["json"]).path
    try resources.checkOutput(path)
    self.film = film
    self.resources = resources
    // What came by standard input is gone; that there was something stays to be seen in the drawings.
    let props = invocation.value(.props).flatMap { $0 == "-" ? nil : $0 }
    guard path != props else {
      throw Problem(.cannotCreate, "can't write \(path): the props are in it", hints: "choose another name")
    }
    texts = try listed(
      (PieceProgram.sources ?? []) + (props.map { [URL(fileURLWithPath: $0).path] } ?? []))
  }

  func write(_ record: RenderRecord) throws(Problem) {
    let files = resources.filesInUse
    let manifest = try Manifest(
      of: film, record, inputs: texts + listed(files.media), fonts: listed(files.fonts),
      toolchain: toolchain)
    // What is listed must be what the film was made of.
    try resources.checkFiles()
    try manifest.write(to: path)
    Report.say("\(path)  a digest of each of \(record.frameCount) frames")
  }

  /// Files by names that don't depend on where the project lies.
  private func listed(_ paths: [String]) throws(Problem) -> [Manifest.File] {
    let home = (PieceProgram.sources?.first).map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().path
    }
    let folders = [home, Installation.fonts].compactMap { $0.map { $0 + "/" } }
    var files: [Manifest.File] = []
    for path in paths {
      let place = URL(fileURLWithPath: path).standardized.path
      let folder = folders.first { place.hasPrefix($0) } ?? ""
      files.append(
        Manifest.File(name: String(place.dropFirst(folder.count)), sha256: try SHA256.words(ofFile: path)))
    }
    return files
  }

  /// The compiler that is on the path, and the libraries in this process.
  private var toolchain: [String] {
    let compiler = ScriptCompiler.find("swiftc").flatMap { path -> String? in
      let (process, pipe) = (Process(), Pipe())
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = ["--version"]
      (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
      // Without a compiler on the path, as in an author's own package, the libraries must do.
      guard (try? process.run()) != nil else { return nil }
      let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return said.split(separator: "\n").first.map(String.init)
    }
    return (compiler.map { [$0] } ?? []) + MediaVersions.lines
  }
}
