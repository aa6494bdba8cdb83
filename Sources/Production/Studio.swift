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
  package let filters: FilterStore
  /// The files that the film is made of, and whether they stay as they are.
  package let resources: ProjectResources

  /// - Parameters:
  ///   - pictureBytes: what pictures at hand may take.
  ///   - clipBytes: what each worker may keep of clips as they were decoded, and take for further decoders.
  ///   - clipDecoders: how many decoders of clips each worker may have.
  package init(
    _ graph: FrameGraph, resources: ProjectResources, pictureBytes: Int = 1 << 30,
    clipBytes: Int = 192 << 20, clipDecoders: Int = 64
  ) throws(Problem) {
    self.graph = graph
    self.resources = resources
    fonts = try resources.fonts(near: graph.nodes.first?.clip.site)
    pictures = PictureStore(
      byteLimit: pictureBytes, clipBytes: clipBytes, clipDecoders: clipDecoders,
      clips: { digest throws(Problem) in try resources.frames(of: digest) },
      load: { digest, enlarged throws(Problem) in try resources.bitmap(digest, enlarged: enlarged) })
    filters = FilterStore { digest throws(Problem) in try resources.colorTable(digest) }
  }

  package func painter() throws(Problem) -> Painter {
    try Painter(size: graph.size, pictures: pictures, fonts: fonts, filters: filters)
  }
}
