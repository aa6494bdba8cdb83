import Host
import LibrettoCLI

/// The `libretto` command.
@main
struct Main {
  static func main() { Program.end(CommandLineTool.main()) }
}
