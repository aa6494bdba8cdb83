internal import CEngine
internal import Primitives

/// What the first page of a TIFF file is. libtiff reads it; its memory stays within the limits.
struct TIFFLayout: PictureLayout {
  let size: PixelSize
  let orientation: Orientation
  let hasAlpha: Bool
  let depth: Int
  let color: String
  private let inks: Int

  var name: String { "TIFF" }

  init(_ bytes: [UInt8]) throws(PictureFault) {
    let (facts, color) = try TIFFLayout.opened(bytes) { _, facts throws(PictureFault) in
      (facts, TIFFLayout.reading(facts).name)
    }
    let size = PixelSize(width: Int(facts.width), height: Int(facts.height))
    try PictureFault.checkLimits(size)
    self.size = size
    orientation = Orientation(Int(facts.orientation))
    hasAlpha = facts.has_alpha
    depth = Int(facts.depth)
    inks = Int(facts.inks)
    self.color = color
  }

  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap {
    try TIFFLayout.opened(bytes) { file, facts throws(PictureFault) in
      var facts = facts
      var samples = Samples(
        size: size, inks: inks, hasAlpha: facts.has_alpha, isPremultiplied: facts.is_premultiplied,
        depth: depth)
      let line = samples.bytes.withUnsafeMutableBufferPointer {
        libretto_tiff_decode(file, &facts, $0.baseAddress)
      }
      if let fault = PictureFault(line) { throw fault }
      return samples.developed(TIFFLayout.reading(facts))
    }
  }

  private static func reading(_ facts: LibrettoTIFF) -> ColorReading {
    let profile = UnsafeBufferPointer(start: facts.profile, count: facts.profile_size)
    return ColorReading(profile: profile.isEmpty ? nil : Array(profile)[...], inks: Int(facts.inks))
  }

  private static func opened<Result>(
    _ bytes: [UInt8], _ body: (OpaquePointer, LibrettoTIFF) throws(PictureFault) -> Result
  ) throws(PictureFault) -> Result {
    try bytes.withUnsafeBufferPointer { source throws(PictureFault) in
      var facts = LibrettoTIFF()
      var file: OpaquePointer?
      let line = libretto_tiff_open(source.baseAddress, source.count, 1 << 30, &facts, &file)
      if let fault = PictureFault(line) { throw fault }
      guard let file else { throw .damaged("it can't be read") }
      defer { libretto_tiff_close(file) }
      return try body(file, facts)
    }
  }
}
