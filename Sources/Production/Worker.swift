import Foundation

/// A thread of our own. Blocking in it holds up nobody else, as blocking in a task would.
final class Worker: Sendable {
  private let end = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () -> Void) {
    let thread = Thread { [end] in
      work()
      end.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Returns when the work is done. To be called once.
  func wait() { end.wait() }
}
