internal import CEngine
internal import Primitives

/// Where everything is in a JPEG file. Made by walking its segments up to the first scan.
struct JPEGLayout: PictureLayout {
  private(set) var size = PixelSize(width: 0, height: 0)
  private(set) var orientation = Orientation.upright
  let hasAlpha = false
  let depth = 8
  private var components = 0
  private var isProgressive = false
  private var profileParts: [(number: Int, content: ArraySlice<UInt8>)] = []

  var name: String { isProgressive ? "progressive JPEG" : "JPEG" }
  var color: String { ColorReading(profile: profile, inks: components).name }

  private enum Marker {
    static let end = 0xD9
    static let scan = 0xDA
    static let exif = 0xE1
    static let profile = 0xE2
    /// Start-of-frame markers: how the picture is coded.
    static let frames: Set<Int> = [
      0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF,
    ]
  }

  init(_ bytes: [UInt8]) throws(PictureFault) {
    let view = ByteView(bytes[...])
    var position = 2
    var foundExif = false
    while true {
      let (marker, start) = try JPEGLayout.marker(view, from: position)
      if marker == Marker.scan { break }
      guard marker != Marker.end else { throw .damaged("it has no pixels") }
      let content = try JPEGLayout.segment(view, at: start)
      if Marker.frames.contains(marker) {
        try readFrame(ByteView(content), marker)
      } else if marker == Marker.exif, !foundExif, ByteView(content).holds("Exif\0\0", at: 0) {
        foundExif = true
        orientation = Orientation(exif: content.dropFirst(6))
      } else if marker == Marker.profile, ByteView(content).holds("ICC_PROFILE\0", at: 0),
        let number = ByteView(content).byte(12)
      {
        profileParts.append((number, content.dropFirst(14)))
      }
      position = start + 2 + content.count
    }
    guard components > 0 else { throw .damaged("it has no size") }
  }

  private mutating func readFrame(_ frame: ByteView, _ marker: Int) throws(PictureFault) {
    guard components == 0 else { throw .damaged("it has two sizes") }
    guard let depth = frame.byte(0), let height = frame.big16(1), let width = frame.big16(3),
      let count = frame.byte(5), frame.count == 6 + 3 * count
    else { throw .damaged("its header has a wrong length") }
    guard [0xC0, 0xC1, 0xC2, 0xC9, 0xCA].contains(marker) else {
      throw .unsupported("it is a lossless or layered JPEG")
    }
    isProgressive = marker == 0xC2 || marker == 0xCA
    guard depth == 8 else { throw .unsupported("it is a JPEG with \(depth) bits") }
    guard count == 1 || count == 3 || count == 4 else { throw .unsupported("it has \(count) channels") }
    components = count
    size = PixelSize(width: width, height: height)
    try PictureFault.checkLimits(size)
  }

  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap {
    var samples = Samples(size: size, inks: components, hasAlpha: false)
    let line = bytes.withUnsafeBufferPointer { source in
      samples.bytes.withUnsafeMutableBufferPointer {
        libretto_jpeg_decode(
          source.baseAddress, source.count, Int32(size.width), Int32(size.height), Int32(components),
          Int32(clamping: MediaLimit.scans.value), $0.baseAddress)
      }
    }
    if let fault = PictureFault(line) { throw fault }
    return samples.developed(ColorReading(profile: profile, inks: components))
  }

  /// The ICC profile, its parts put in order; nil if one is missing.
  private var profile: ArraySlice<UInt8>? {
    let parts = profileParts.sorted { $0.number < $1.number }
    guard !parts.isEmpty, parts.enumerated().allSatisfy({ $0.element.number == $0.offset + 1 }) else {
      return nil
    }
    return parts.flatMap(\.content)[...]
  }

  /// The next marker from a position on, and where its segment starts. What programs leave between
  /// segments is passed over, as libjpeg does.
  private static func marker(_ view: ByteView, from start: Int) throws(PictureFault) -> (Int, Int) {
    var position = start
    while let byte = view.byte(position), let marker = view.byte(position + 1) {
      if byte == 0xFF, marker != 0, marker != 0xFF {
        guard marker >= 0xC0, marker == Marker.end || !(0xD0...0xD9).contains(marker) else {
          throw .damaged("it has a segment of no known kind")
        }
        return (marker, position + 2)
      }
      position += 1
    }
    throw .cutShort
  }

  /// A segment's content, without its length.
  private static func segment(_ view: ByteView, at start: Int) throws(PictureFault) -> ArraySlice<UInt8> {
    guard let length = view.big16(start) else { throw .cutShort }
    guard length >= 2 else { throw .damaged("a segment has no length") }
    guard let content = view.slice(start + 2, length - 2) else { throw .cutShort }
    return content
  }
}
