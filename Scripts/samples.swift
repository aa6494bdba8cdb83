import Foundation

/// Writes each sample of the documentation as a file into a folder, and prints its file's name and its page's.
///
/// Scripts/portrait compiles this together with the files of the tests that say what a sample is.
@main struct Samples {
  static func main() throws {
    let folder = URL(fileURLWithPath: CommandLine.arguments[1])
    for page in Page.all {
      let blocks = page.blocks.filter { $0.language == "swift" }
      for (index, block) in blocks.enumerated() where !block.lines.contains("import PackageDescription") {
        let sample = Sample(block)
        let file = folder.appendingPathComponent(sample.fileName)
        try sample.source.write(to: file, atomically: true, encoding: .utf8)
        print(
          "\(sample.fileName.dropLast(".swift".count))\t\(page.name)#\(index + 1)\t\(sample.isFile ? "file" : "")"
        )
      }
    }
  }
}
