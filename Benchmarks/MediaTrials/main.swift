import Foundation

/// Probes every file of a corpus and says of each whether that went as its list expects. See
/// Scripts/corpus-media.
let words = Array(CommandLine.arguments.dropFirst())
guard words.count == 2 else {
  print("MediaTrials LIBRETTO FOLDER")
  exit(64)
}
exit(try Corpus(folder: words[1], libretto: words[0]).report() ? 0 : 1)
