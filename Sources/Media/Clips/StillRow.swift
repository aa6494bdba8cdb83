internal import Glibc
internal import Primitives

/// Stills that are numbered one after the other, as a clip: `frames/####.png`.
struct StillRow: ClipSource {
  let facts: ClipFacts
  let files: [KnownFile]

  /// nil if the path has no number signs in its name.
  init?(_ pattern: String, rate: FrameRate) throws(Problem) {
    let place = OutputPath(pattern)
    guard let start = place.name.firstIndex(of: "#"), rate.isUsable else { return nil }
    let signs = place.name[start...].prefix { $0 == "#" }.count
    let (before, after) = (place.name[..<start], place.name[start...].dropFirst(signs))
    // A file that is really called so is meant itself.
    if access(pattern, F_OK) == 0 { return nil }
    let numbers = try StillRow.numbers(in: place, before, after, digits: signs, pattern)
    var (files, all): ([KnownFile], Fingerprinter) = ([], Fingerprinter())
    for number in numbers {
      // Each is read whole whenever it is shown, and its digest looked at.
      let file = try KnownFile.look(at: place.sibling(number.name), isStreamed: false)
      files.append(file)
      all.write(file.digest)
    }
    self.files = files
    let first = try PictureFile.open(files[0].path)
    let index = ClipIndex(
      starts: files.indices.map { rate.start(of: FrameIndex($0)) },
      length: rate.start(of: FrameIndex(files.count)))
    var facts = ClipFacts(
      size: first.facts.size, index: index, rate: rate, isVariable: false, hasAlpha: first.facts.hasAlpha,
      digest: all.finish())
    facts.coding = "\(first.layout.name) stills"
    (facts.color, facts.depth) = (first.layout.color, first.layout.depth)
    self.facts = facts
  }

  func frames(byteLimit: Int) -> any FrameSource { StillFrames(row: self) }

  private static func numbers(
    in place: OutputPath, _ before: Substring, _ after: Substring, digits: Int, _ pattern: String
  ) throws(Problem) -> [(number: Int, name: String)] {
    guard let folder = opendir(place.folder) else { throw .unreadable(place.folder, errno) }
    defer { closedir(folder) }
    var found: [(number: Int, name: String)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(before), name.hasSuffix(after),
        name.utf8.count >= before.utf8.count + after.utf8.count
      else { continue }
      let middle = name.dropFirst(before.count).dropLast(after.count)
      guard middle.count >= digits, middle.allSatisfy(\.isNumber), let number = Int(middle) else {
        continue
      }
      found.append((number, name))
    }
    found.sort { ($0.number, $0.name) < ($1.number, $1.name) }
    guard !found.isEmpty else {
      throw Problem(
        .missingInput, "there are no files \(pattern)",
        hints: "a sign stands for each digit of their numbers")
    }
    for (one, next) in zip(found, found.dropFirst()) where next.number != one.number + 1 {
      throw Problem(
        .badInput, "the stills \(pattern) aren't complete: \(next.name) comes after \(one.name)",
        hints: "number them one after the other")
    }
    return found
  }

  fileprivate func bitmap(_ number: Int) throws(Problem) -> Bitmap {
    let path = files[number].path
    let file = try PictureFile.open(path)
    guard file.facts.digest == files[number].digest else { throw KnownFile.changed(path) }
    let bitmap = try file.decode()
    guard bitmap.size == facts.size else {
      throw Problem(
        .badInput, "\(path) has \(bitmap.size) pixels and the first still \(facts.size)",
        hints: "make them all of one size")
    }
    return bitmap
  }
}

/// Nothing need be remembered between one still and the next.
private final class StillFrames: FrameSource {
  private let row: StillRow
  private(set) var decodedCount = 0
  init(row: StillRow) { self.row = row }
  var decoderBytes: Int { 0 }
  var frameBytes: Int { row.facts.size.width * row.facts.size.height * 4 }
  func keep(atMost bytes: Int) {}
  /// Each stands by itself.
  func distance(to number: Int) -> Int? { 0 }
  func bitmap(_ number: Int) throws(Problem) -> Bitmap {
    decodedCount += 1
    return try row.bitmap(number)
  }
}
