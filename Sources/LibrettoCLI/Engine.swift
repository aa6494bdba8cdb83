import Host
import Libretto

/// The engine's door for a program with a `main` in C: runs its command line and gives the exit code.
@c(libretto_engine_main) public func engineMain() -> Int32 { CommandLineTool.main() }

/// The engine's door for a program with a `main` in Swift: runs its command line and ends it.
@c(libretto_engine_run) public func engineRun() -> Never { Program.end(CommandLineTool.main()) }
