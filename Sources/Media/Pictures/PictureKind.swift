/// What kind of picture a file is, told from its first bytes and never from its name.
enum PictureKind: Equatable {
  case png, jpeg, gif, webp, bmp, tiff, heif, svg
  /// Something else, in words that follow "it is".
  case other(String)

  init(of bytes: [UInt8]) {
    let view = ByteView(bytes[...])
    if bytes.starts(with: PictureKind.pngSignature) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if view.holds("GIF87a", at: 0) || view.holds("GIF89a", at: 0) {
      self = .gif
    } else if view.holds("RIFF", at: 0), view.holds("WEBP", at: 8) {
      self = .webp
    } else if PictureKind.isTIFF(view) {
      self = .tiff
    } else if view.holds("ftyp", at: 4), PictureKind.isStill(view) {
      self = .heif
    } else if PictureKind.isBMP(view) {
      self = .bmp
    } else if PictureKind.isDrawing(view) {
      self = .svg
    } else {
      self = .other(PictureKind.name(view))
    }
  }

  static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Plain and big TIFF, in either order of bytes.
  private static func isTIFF(_ view: ByteView) -> Bool {
    ["II*\0", "MM\0*", "II+\0", "MM\0+"].contains { view.holds($0, at: 0) }
  }

  /// The file type box names brands of pictures, in front or among those it is compatible with.
  private static func isStill(_ view: ByteView) -> Bool {
    let brands = ["avif", "avis", "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]
    let length = min(view.big32(0) ?? 0, 256)
    return brands.contains { view.holds($0, at: 8) }
      || stride(from: 16, to: length, by: 4).contains { at in
        view.holds("mif1", at: at) || view.holds("avif", at: at) || view.holds("heic", at: at)
      }
  }

  /// Two letters alone are too little: the length of the header behind them must be one there is.
  private static func isBMP(_ view: ByteView) -> Bool {
    view.holds("BM", at: 0) && view.little32(14).map { $0 == 12 || (16...124).contains($0) } ?? false
  }

  private static func isDrawing(_ view: ByteView) -> Bool {
    let start = view.bytes.prefix(4096)
    guard let first = start.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }),
      first == UInt8(ascii: "<")
    else { return false }
    return ByteView(start).find("<svg") != nil || ByteView(start).find(":svg") != nil
      || ByteView(start).find("DOCTYPE svg") != nil
  }

  private static func name(_ view: ByteView) -> String {
    if view.count == 0 { return "an empty file" }
    if view.holds("GIF8", at: 0) { return "a GIF whose first bytes are damaged" }
    if view.holds("ftyp", at: 4) { return "a film" }
    if view.holds("8BPS", at: 0) { return "a Photoshop file" }
    if view.holds("%PDF", at: 0) { return "a PDF" }
    if view.holds("JXL ", at: 4) || view.big16(0) == 0xFF0A { return "a JPEG XL picture" }
    if view.holds("PNG", at: 1) { return "a PNG whose first bytes are damaged" }
    if view.big16(0) == 0x1F8B { return "a compressed file" }
    let start = String(decoding: view.bytes.prefix(1024), as: UTF8.self).lowercased()
    if start.contains("<html") || start.contains("<!doctype") { return "a web page" }
    return "no picture"
  }
}
