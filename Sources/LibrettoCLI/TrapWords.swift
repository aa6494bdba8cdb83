/// What Swift's runtime says when it stops a program, in the words of somebody who composes.
enum TrapWords {
  private static let known: [(words: String, message: String, hint: String)] = [
    ("Division by zero", "this divides by zero", "ask first whether it is zero"),
    ("Index out of range", "there is no element of this number", "numbers begin at 0 and end before count"),
    (
      "Array index is out of range", "there is no element of this number",
      "numbers begin at 0 and end before count"
    ),
    (
      "Unexpectedly found nil", "there is no value here, and ! says there is one",
      "say what to take otherwise: value ?? 0"
    ),
    (
      "'try!' expression unexpectedly raised an error", "try! failed here",
      "use try? and say what to take otherwise"
    ),
    (
      "Range requires lowerBound <= upperBound", "a range ends before it begins here",
      "write the smaller number first"
    ),
    (
      "value cannot be converted to", "a number is too large here to be a whole one, or is none",
      "look at what it is made of: a division by zero, a very long time"
    ),
    (
      "arithmetic overflow", "a whole number gets too large here, or falls below what its type holds",
      "reckon with Double, or ask first how large it is"
    ),
    ("Can't remove", "there is nothing left to remove here", "ask first whether it is empty"),
    ("Dictionary literal contains duplicate keys", "two keys are the same here", "keep one of them"),
  ]

  /// A sentence and what to do, for what the runtime or the compiler said; nil for nothing, which is what is left of the
  /// engine's own checks, and empty for what stands above already.
  static func explanation(of reason: String?) -> (message: String, hints: [String]) {
    guard let reason else {
      return (
        "this asks for what isn't there",
        ["such as an element beyond the last of song.beats; ask for .count first"]
      )
    }
    guard !reason.isEmpty else {
      return ("the program stopped in what this works out", ["the reason stands above"])
    }
    if let found = known.first(where: { reason.contains($0.words) }) {
      return (found.message, [found.hint])
    }
    return ("the program stopped here: \(reason)", [])
  }
}
