import FrameGraph
import Libretto
import Rehearsal

extension Composition {
  func graph(size: PixelSize? = nil) throws -> FrameGraph {
    FrameGraph(try timeline(), size: size)
  }
}

extension FrameGraph {
  /// The marks of a frame, without its fingerprint.
  func marks(at frame: Int) -> String {
    dump(at: FrameIndex(frame)).split(separator: "\n").dropFirst().map { $0.dropFirst(2) }
      .joined(separator: "\n")
  }

  var drawings: [Drawing] { (0..<frameCount).map { drawing(at: FrameIndex($0)) } }
}
