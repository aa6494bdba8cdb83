import Foundation
import FrameGraph
import Libretto
import Media
import Rehearsal
import Testing

/// Moments of a film side by side, as a picture in `Docs/Gallery` shows them.
struct Strip: Sendable {
  /// The picture's name, such as `wipe`; also the file's, in its exhibition's folder.
  let name: String
  /// Films, when each is seen, and which part of it, in shares of its sides.
  let panels: [Panel]
  /// How high a moment is painted; its width follows from the film's shape.
  let height: Int

  /// Without moments, five that are spread evenly over the film, none at its very ends.
  init(_ name: String, _ film: Sketch, at moments: [Time]? = nil) {
    let count = 5
    let length = film.canvas.length?.time ?? 1
    self.init(
      name,
      panels: [
        Panel(film: film, moments: moments ?? (1...count).map { length * (Double($0) / Double(count + 1)) })
      ])
  }

  struct Panel: Sendable {
    var film: Sketch
    var moments: [Time]
    var window = Rect(x: 0, y: 0, width: 1, height: 1)
  }

  init(_ name: String, panels: [Panel], height: Int = 108) {
    self.name = name
    self.panels = panels
    self.height = height
  }

  private static let gap = 4

  func painted() throws -> Bitmap {
    let stills = try panels.flatMap { try $0.painted(height: height) }
    var columns: [(still: Bitmap, x: Int)?] = []
    for still in stills {
      if !columns.isEmpty { columns += Array(repeating: nil, count: Strip.gap) }
      columns += (0..<still.size.width).map { (still, $0) }
    }
    return .drawn(width: columns.count, height: height) { x, y in
      columns[x].map { $0.still[$0.x, y] } ?? 0xFFFF_FFFF
    }
  }
}

extension Strip.Panel {
  /// Each moment, so high.
  fileprivate func painted(height: Int) throws -> [Bitmap] {
    let canvas = film.canvas.size
    let whole = Int((Double(height) / window.height).rounded())
    let size = PixelSize(width: canvas.width * whole / canvas.height, height: whole)
    let graph = try film.graph(size: size)
    let (left, top) = (Int(window.x * Double(size.width)), Int(window.y * Double(whole)))
    return try moments.map { moment in
      let still = try graph.drawing(at: graph.rate.frame(at: moment)).painted()
      return .drawn(width: Int(window.width * Double(size.width)), height: min(height, whole - top)) {
        x, y in
        still[left + x, top + y]
      }
    }
  }
}

extension Strip: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// Compares a strip with its picture in `Docs/Gallery`, or records it, as `expectGolden` does.
///
/// What is compared are the pixels of both as JPEG leaves them: equal paintings are equal files, and a
/// difference that nobody would see on the page is none.
func expectStrip(
  _ strip: Strip, in exhibition: String, at location: SourceLocation = #_sourceLocation
) throws {
  let file = Gallery.folder.appending(path: "\(exhibition)/\(strip.name).jpg")
  let painted = try strip.painted()
  let bytes = try PictureWriter.jpeg(painted.pixels.span, size: painted.size, coarseness: 8)
  let known =
    FileManager.default.fileExists(atPath: file.path) ? try PictureFile.open(file.path).decode() : nil
  let comparison = FileManager.default.temporaryDirectory.appending(
    path: "libretto-\(exhibition)-\(strip.name).jpg")
  try Data(bytes).write(to: comparison)
  let actual = try PictureFile.open(comparison.path).decode()
  let distance = known.map { $0.distance(to: actual) }
  let passes = distance.map { $0 <= 12 } ?? false
  let record = ProcessInfo.processInfo.environment["LIBRETTO_RECORD"]
  if record == "all" || record == "failed" && !passes || record == "missing" && known == nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    Issue.record("recorded \(file.path); look at it", sourceLocation: location)
  } else if !passes {
    let how = distance.map { "differs by up to \($0)" } ?? "doesn't exist; Scripts/gallery makes it"
    Issue.record("\(file.path) \(how): it would be \(comparison.path)", sourceLocation: location)
    return
  }
  try FileManager.default.removeItem(at: comparison)
}
