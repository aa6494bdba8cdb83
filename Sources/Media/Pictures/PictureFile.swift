internal import CEngine
package import Primitives

/// A picture file, read but not decoded.
///
/// Its header was understood and keeps the limits; only `decode` allocates memory for pixels.
package struct PictureFile: Sendable {
  package let path: String
  package let facts: PictureFacts
  /// Whether its file stays as it was read; nil for bytes that were at hand.
  package private(set) var file: KnownFile?

  let bytes: [UInt8]
  let layout: any PictureLayout

  /// Reads a file whole and looks at its header.
  package static func open(_ path: String) throws(Problem) -> PictureFile {
    let file = try InputFile.open(path)
    var picture = try PictureFile(file.bytes(limit: PictureLimits.fileBytes), path: path)
    picture.file = KnownFile(path, file.stamp, digest: picture.facts.digest, isStreamed: false)
    return picture
  }

  /// The same with bytes at hand; `path` is for messages.
  package init(_ bytes: [UInt8], path: String) throws(Problem) {
    do throws(PictureFault) {
      layout = try PictureFile.layout(of: bytes)
      try PictureFault.checkLimits(layout.size, bytes: layout.isVector ? nil : bytes.count)
      if !layout.frameLengths.isEmpty {
        try PictureFault.checkFrames(layout.frameLengths.count, of: layout.size)
      }
    } catch {
      throw error.problem(path)
    }
    self.path = path
    self.bytes = bytes
    self.facts = PictureFacts(
      size: layout.orientation.display(layout.size), hasAlpha: layout.hasAlpha,
      digest: Fingerprint(ofFile: bytes), isVector: layout.isVector)
  }

  static func layout(of bytes: [UInt8]) throws(PictureFault) -> any PictureLayout {
    switch PictureKind(of: bytes) {
    case .png: try PNGLayout(bytes)
    case .jpeg: try JPEGLayout(bytes)
    case .gif: try GIFLayout(bytes)
    case .webp: try WebPLayout(bytes)
    case .bmp: try BMPLayout(bytes)
    case .tiff: try TIFFLayout(bytes)
    case .heif: try HEIFLayout(bytes)
    case .svg: try SVGLayout(bytes)
    case .other(let kind): throw .otherKind(kind)
    }
  }

  /// Whether it is drawn anew, and stays crisp, at any size.
  package var isVector: Bool { layout.isVector }

  /// Of a PNG: red, green and blue by turns, as they are stored, from 0 to 1, whatever the file says they mean.
  package func storedNumbers() throws(Problem) -> [Float] {
    do throws(PictureFault) {
      guard let png = layout as? PNGLayout else { throw .unsupported("only a PNG's numbers are looked at") }
      return try png.numbers(of: bytes)
    } catch {
      throw error.problem(path)
    }
  }

  /// The picture upright, in premultiplied BGRA and sRGB. Damage anywhere in it is an error.
  ///
  /// - Parameter enlarged: how many times its size a vector drawing is painted; others come as they are.
  package func decode(enlarged: Int = 1) throws(Problem) -> Bitmap {
    do throws(PictureFault) {
      return try layout.bitmap(of: bytes, enlarged: max(1, enlarged)).turned(layout.orientation)
    } catch {
      throw error.problem(path)
    }
  }
}

extension Bitmap {
  /// Finds out by itself whether it is opaque.
  init(size: PixelSize, pixels: [UInt32]) {
    let isOpaque = pixels.withUnsafeBufferPointer { libretto_is_opaque($0.baseAddress, $0.count) }
    self.init(size: size, pixels: pixels, isOpaque: isOpaque)
  }

  /// The picture upright. `libretto_orient`.
  func turned(_ orientation: Orientation) -> Bitmap {
    guard orientation != .upright else { return self }
    var result = [UInt32](repeating: 0, count: pixels.count)
    pixels.withUnsafeBufferPointer { from in
      result.withUnsafeMutableBufferPointer { to in
        libretto_orient(
          from.baseAddress, Int32(size.width), Int32(size.height), Int32(orientation.number),
          to.baseAddress)
      }
    }
    return Bitmap(size: orientation.display(size), pixels: result, isOpaque: isOpaque)
  }
}
