import Foundation

/// Reads what `swift package dump-package` says, and prints the test targets that the files named as words
/// reach, nearest first: how many arrows away each is, and its name.
@main
struct Main {
  static func main() {
    do {
      let data = FileHandle.standardInput.readDataToEndOfFile()
      let package = try JSONDecoder().decode(Package.self, from: data)
      let tests = Neighbourhood(of: Array(CommandLine.arguments.dropFirst()), in: package).distances
      for (name, distance) in tests.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
        print(distance, name)
      }
    } catch {
      FileHandle.standardError.write(Data("neighbours: that is no package: \(error)\n".utf8))
      exit(65)
    }
  }
}
