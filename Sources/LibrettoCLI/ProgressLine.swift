import Foundation
import Host
import Media
import Primitives
import Production
import Synchronization

/// How far a render is: one line that is written anew on a terminal, a line every tenth elsewhere.
final class ProgressLine: Sendable {
  private struct State {
    var shown = ContinuousClock.now
    var tenth = 0
    var progress = RenderProgress()
  }

  private let total: Int
  private let begin = ContinuousClock.now
  private let width = Program.terminalWidth
  private let state = Mutex(State())

  init(total: Int) { self.total = total }

  /// Called from any thread as frames are done.
  func show(_ progress: RenderProgress) {
    let (now, done) = (ContinuousClock.now, progress.frames)
    let isDue = state.withLock { state in
      if progress.frames >= state.progress.frames { state.progress = progress }
      let tenth = done * 10 / total
      let isNews = width != nil || (tenth > state.tenth && done < total)
      let isDue = isNews && now - state.shown >= .milliseconds(width != nil ? 100 : 1000)
      if isDue { (state.shown, state.tenth) = (now, tenth) }
      return isDue
    }
    if isDue { write(done, after: seconds(now - begin)) }
  }

  /// Takes the line off a terminal, so that what is said next stands alone.
  func clear() {
    if width != nil { put("\r\u{1B}[K") }
  }

  func finish(_ path: String, length: Time) {
    clear()
    let taken = max(0.001, seconds(ContinuousClock.now - begin))
    let bytes = FileStamp(of: path)?.byteCount ?? 0
    let kept = state.withLock { $0.progress.kept }
    let made = kept == 0 ? "\(total) frames" : "\(total) frames, \(kept) kept from before"
    let speed = "\(taken.tenths) s (\((Double(total) / taken).tenths) fps)"
    Report.say("\(path)  \(length) s  \(made)  \(CacheCommand.words(bytes))  in \(speed)")
  }

  private func write(_ done: Int, after taken: Double) {
    let speed = Double(done) / max(0.001, taken)
    let left = Int((Double(total - done) / max(0.001, speed)).rounded(.up))
    let words =
      "\(done)/\(total)  \(speed.tenths) fps  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    guard let width else {
      put("\(done * 100 / total) %  \(words)\n")
      return
    }
    put("\r\u{1B}[K" + ProgressLine.line(words, done: Double(done) / Double(total), width: width))
  }

  /// A bar and words, shorter than the terminal is wide: a line that is wrapped can't be written anew.
  static func line(_ words: String, done: Double, width: Int) -> String {
    let capacity = max(0, min(40, width - words.count - 5))
    let full = Int(Double(capacity) * done)
    let bar = String(repeating: "█", count: full) + String(repeating: "·", count: capacity - full)
    return String(((capacity > 4 ? "[\(bar)]  " : "") + words).prefix(max(0, width - 1)))
  }

  private func put(_ text: String) { StandardFiles.say(text) }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}

extension Double {
  /// One decimal.
  var tenths: String { "\((self * 10).rounded() / 10)" }
}
