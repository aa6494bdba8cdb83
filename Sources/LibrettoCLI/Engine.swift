import Host
import Libretto

/// The engine's one door for programs that are linked to it: runs the command line of this process.
@c(libretto_engine_main) public func engineMain() -> Int32 { CommandLineTool.main() }
