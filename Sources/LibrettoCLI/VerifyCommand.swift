import Media
import Primitives
import Production

/// `verify`: whether a film is the one its manifest describes.
enum VerifyCommand {
  static func run(_ invocation: Invocation) throws(Problem) -> Int32 {
    guard let path = invocation.value(.manifest) else {
      throw Problem(
        .usage, "verify needs a manifest", hints: "libretto verify FILM --manifest FILE.json",
        "render --manifest writes one")
    }
    let film = invocation.operands[0]
    let manifest = try Manifest.reading(path)
    let found = try FilmDigests.reading(film)
    let words = FilmComparison.differences(of: found, from: manifest.digests, segments: manifest.ranges)
    if words.isEmpty { print("\(film)  \(found.frames.count) frames, as \(path) says") }
    return Report.fail(words.map { .error("\(film) isn't the film of \(path): \($0)", at: nil) })
  }
}
