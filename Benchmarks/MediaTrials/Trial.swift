import Foundation

/// One file probed by a process of its own, so that nothing it does can end the others.
struct Trial {
  /// What `libretto probe --json` says of a file.
  struct Answer: Decodable {
    struct Stream: Decodable { var kind: String }

    var streams: [Stream]?
    var hasSound: Bool { streams?.contains { $0.kind == "audio" } ?? false }
    var kind: String?
    var format: String?
    var width: Int?
    var height: Int?
    var frames: Int?
    var duration: Double?
    var sampleRate: Int?
    var channels: Int?
    var error: String?
  }

  let path: String
  let answer: Answer?
  /// Why the process ended, if it didn't by itself.
  let crash: String?
  let seconds: Double

  init(_ libretto: String, _ path: String) throws {
    self.path = path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: libretto)
    process.arguments = ["probe", "--json", path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let start = Date()
    try process.run()
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + 60)
    timer.setEventHandler { process.terminate() }
    timer.resume()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    timer.cancel()
    seconds = Date().timeIntervalSince(start)
    crash =
      process.terminationReason == .exit
      ? nil : "the process was ended by signal \(process.terminationStatus)"
    answer = (try? JSONDecoder().decode([Answer].self, from: data))?.first
  }

  /// In bytes, of the largest process so far.
  static var mostMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return usage.ru_maxrss << 10
  }

  var summary: String {
    guard let answer else { return "no answer" }
    if let error = answer.error { return error }
    var words = [answer.format ?? "", answer.kind ?? ""]
    if let width = answer.width, let height = answer.height { words.append("\(width)×\(height)") }
    if let frames = answer.frames { words.append("\(frames) frames") }
    if let duration = answer.duration { words.append("\(hundredths(duration)) s") }
    return words.joined(separator: " ")
  }
}
