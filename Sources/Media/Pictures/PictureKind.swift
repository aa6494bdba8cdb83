/// What kind of picture a file is, told from its first bytes and never from its name.
enum PictureKind: Equatable {
  case png
  case jpeg
  /// Something else, in words that follow "it is".
  case other(String)

  init(of bytes: [UInt8]) {
    let view = ByteView(bytes[...])
    if bytes.starts(with: PictureKind.pngSignature) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      self = .other(PictureKind.name(view))
    }
  }

  static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func name(_ view: ByteView) -> String {
    if view.count == 0 { return "an empty file" }
    if view.holds("GIF8", at: 0) { return "a GIF" }
    if view.holds("RIFF", at: 0), view.holds("WEBP", at: 8) { return "a WebP picture" }
    if view.holds("ftypavi", at: 4) { return "an AVIF picture" }
    if view.holds("ftyphei", at: 4) || view.holds("ftypmif1", at: 4) { return "a HEIF picture" }
    if view.holds("ftyp", at: 4) { return "a film" }
    if view.holds("BM", at: 0) { return "a BMP picture" }
    if view.holds("II*\0", at: 0) || view.holds("MM\0*", at: 0) { return "a TIFF picture" }
    if view.holds("8BPS", at: 0) { return "a Photoshop file" }
    if view.holds("%PDF", at: 0) { return "a PDF" }
    if view.holds("JXL ", at: 4) || view.big16(0) == 0xFF0A { return "a JPEG XL picture" }
    if view.holds("PNG", at: 1) { return "a PNG whose first bytes are damaged" }
    let start = String(decoding: view.bytes.prefix(1024), as: UTF8.self).lowercased()
    if start.contains("<svg") { return "an SVG drawing" }
    if start.contains("<html") || start.contains("<!doctype") { return "a web page" }
    return "no picture"
  }
}
