package import FrameGraph
import Media
package import Primitives
package import Raster
import Timeline
package import Typography

/// A film that is ready to be painted: its graph, and the pictures and fonts that its drawings name.
package struct Studio: Sendable {
  package let graph: FrameGraph
  package let pictures: PictureStore
  package let fonts: FontLibrary

  /// - Parameter pictureBytes: what pictures at hand may take.
  package init(
    _ graph: FrameGraph, resources: ProjectResources, pictureBytes: Int = 1 << 30
  ) throws(Problem) {
    self.graph = graph
    fonts = try resources.fonts(near: graph.nodes.first?.clip.site)
    pictures = PictureStore(byteLimit: pictureBytes) { digest, enlarged throws(Problem) in
      try resources.bitmap(digest, enlarged: enlarged)
    }
  }

  package func painter() throws(Problem) -> Painter {
    try Painter(size: graph.size, pictures: pictures, fonts: fonts)
  }
}
