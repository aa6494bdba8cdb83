import Foundation

/// What is tried with the readers of lyric sheets: a folder of files that say what they hold, or how
/// long a sheet of a thousand lines takes. See Scripts/corpus-lyrics and Benchmarks/lyrics.
let words = CommandLine.arguments.dropFirst()
switch words.first {
case "corpus" where words.count == 3:
  let corpus = try Corpus(folder: words[words.startIndex + 1], rules: words[words.startIndex + 2])
  exit(corpus.report() ? 0 : 1)
case "speed" where words.count == 1:
  exit(Speed.report() ? 0 : 1)
default:
  print("LyricTrials corpus FOLDER RULES.tsv | LyricTrials speed")
  exit(64)
}
