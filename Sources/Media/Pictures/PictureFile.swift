package import Primitives

/// A PNG or JPEG file, read but not decoded.
///
/// Its header was understood and keeps the limits; only `decode` allocates memory for pixels.
package struct PictureFile: Sendable {
  package let path: String
  package let facts: PictureFacts

  private let bytes: [UInt8]
  private let layout: Layout

  /// What was found in the file, by kind.
  private enum Layout {
    case png(PNGLayout)
    case jpeg(JPEGLayout)
  }

  /// Reads a file whole and looks at its header.
  package static func open(_ path: String) throws(Problem) -> PictureFile {
    let bytes = try InputFile.open(path).bytes(limit: PictureLimits.fileBytes)
    return try PictureFile(bytes, path: path)
  }

  /// The same with bytes at hand; `path` is for messages.
  package init(_ bytes: [UInt8], path: String) throws(Problem) {
    let size: PixelSize
    let hasAlpha: Bool
    do throws(PictureFault) {
      switch PictureKind(of: bytes) {
      case .png:
        let png = try PNGLayout(bytes)
        (layout, size, hasAlpha) = (.png(png), png.orientation.display(png.size), png.hasAlpha)
      case .jpeg:
        let jpeg = try JPEGLayout(bytes)
        (layout, size, hasAlpha) = (.jpeg(jpeg), jpeg.orientation.display(jpeg.size), false)
      case .other(let kind):
        throw .otherKind(kind)
      }
      try PictureFault.checkLimits(size)
    } catch {
      throw error.problem(path)
    }
    self.path = path
    self.bytes = bytes
    self.facts = PictureFacts(size: size, hasAlpha: hasAlpha, digest: Fingerprint(ofFile: bytes))
  }

  /// The picture upright, in premultiplied BGRA. Damage anywhere in it is an error.
  ///
  /// The decoder is shown only what makes the picture: profiles, comments and previews stay out.
  package func decode() throws(Problem) -> Bitmap {
    do throws(PictureFault) {
      switch layout {
      case .png(let png):
        return try PictureDecoder.decode(
          .png, png.essence(of: bytes), size: png.size, turned: png.orientation)
      case .jpeg(let jpeg):
        return try PictureDecoder.decode(
          .jpeg, jpeg.essence(of: bytes), size: jpeg.size, turned: jpeg.orientation)
      }
    } catch {
      throw error.problem(path)
    }
  }
}
