import Foundation

/// Reads every table of a folder and says of each whether that went as its list expects; then takes a chart through
/// two of them. See Scripts/corpus-luts.
let words = Array(CommandLine.arguments.dropFirst())
guard words.count == 1 else {
  print("TableTrials FOLDER")
  exit(64)
}
let verdicts = try Verdicts(folder: words[0])
let isRead = try verdicts.report()
exit(try Renderings(folder: words[0]).report() && isRead ? 0 : 1)
