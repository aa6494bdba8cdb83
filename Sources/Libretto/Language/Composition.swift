@_exported public import Primitives
import Synchronization
@_exported public import Timeline

/// A film as its author says it.
///
/// A struct whose stored properties all have defaults is one as soon as it has a `body`. It can
/// stand alone in a file that `libretto` runs, or be the `@main` of a program of the author's own.
public protocol Composition: Sendable {
  /// What may differ from one film to the next; given by `--props` as JSON.
  associatedtype Props: Codable & Sendable = NoProps

  /// Without arguments: whatever it stores has a value.
  init()
  /// As the author wrote them, until `--props` changes what its file names.
  var props: Props { get set }
  /// How large and how fast; 1920×1080 at 30 unless told otherwise.
  var canvas: Canvas { get }
  /// What is on stage, later elements over earlier ones.
  @LayersBuilder var body: Layers { get }
}

extension Composition {
  /// 1920×1080 at 30.
  public var canvas: Canvas { .landscape1080 }

  /// Runs the engine on the program's arguments, as `libretto` does, and ends the program.
  public static func main() {
    RepertoireList.main.withLock { $0 = [Self.self] }
    runEngine()
  }
}

/// For compositions that are always the same.
public struct NoProps: Codable, Sendable {
  /// The only one there is.
  public init() {}
}

extension Composition where Props == NoProps {
  /// None: who wants some declares a `Props` of their own.
  public var props: NoProps {
    get { NoProps() }
    set {}
  }
}

/// Compositions named one by one, for programs of several: what an optimizing build leaves of types
/// that nobody mentions can't be found.
public protocol Repertoire {
  /// All that the program knows: commands name one of them, and `list` prints them.
  static var compositions: [any Composition.Type] { get }
}

extension Repertoire {
  /// Runs the engine on the program's arguments with these compositions, and ends the program.
  public static func main() {
    RepertoireList.named.withLock { $0 = compositions }
    runEngine()
  }
}

/// The engine's one door. It is linked in by whoever runs the program, so that this module needs
/// none of the libraries behind it.
@_silgen_name("libretto_engine_run") private func runEngine() -> Never
