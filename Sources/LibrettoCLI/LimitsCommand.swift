import Host
import Media
import Primitives

/// `limits`: what is more than is read of a file, and how to allow more.
enum LimitsCommand {
  private static let variable = "LIBRETTO_LIMITS"

  /// Sets what the environment says, for this process.
  static func adopt() throws(Problem) {
    guard let words = Program.environment(variable) else { return }
    try MediaLimit.set(words)
  }

  static func run(_ invocation: Invocation) throws(Problem) {
    let width = MediaLimit.allCases.map(\.rawValue.count).max() ?? 0
    for limit in MediaLimit.allCases {
      let name = limit.rawValue + String(repeating: " ", count: width - limit.rawValue.count)
      let changed = limit.value == limit.standard ? "" : " (\(limit.standard) unless set)"
      print("\(name)  \(padded(limit.value))  \(limit.meaning)\(changed)")
    }
    print("\nset with \(variable), as in \(variable)=side=32000,pixels=256M")
  }

  private static func padded(_ number: Int) -> String {
    let text = "\(number)"
    return String(repeating: " ", count: max(0, 13 - text.count)) + text
  }
}
