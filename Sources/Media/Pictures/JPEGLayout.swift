internal import Primitives

/// Where everything is in a JPEG file. Made by walking its segments up to the first scan.
struct JPEGLayout {
  private(set) var size = PixelSize(width: 0, height: 0)
  private(set) var orientation = Orientation.upright
  private var components = 0
  private var hasAdobeMark = false

  private enum Marker {
    static let end = 0xD9
    static let scan = 0xDA
    static let adobe = 0xEE
    static let exif = 0xE1
    static let jfif = 0xE0
    static let comment = 0xFE
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
      } else if marker == Marker.adobe, ByteView(content).holds("Adobe", at: 0) {
        hasAdobeMark = true
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
    guard marker <= 0xC2 else { throw .unsupported("it is a lossless, arithmetic or layered JPEG") }
    guard depth == 8 else { throw .unsupported("it is a JPEG with \(depth) bits") }
    guard count == 1 || count == 3 || count == 4 else { throw .unsupported("it has \(count) channels") }
    components = count
    size = PixelSize(width: width, height: height)
    try PictureFault.checkLimits(size)
  }

  /// A JPEG with nothing but what makes the picture: no profiles, previews, or what follows its end.
  func essence(of bytes: [UInt8]) throws(PictureFault) -> [UInt8] {
    let view = ByteView(bytes[...])
    var essence: [UInt8] = [0xFF, 0xD8]
    essence.reserveCapacity(bytes.count)
    // Four channels without Adobe's mark are read the way its programs write them, as everyone does.
    if components == 4, !hasAdobeMark { essence += JPEGLayout.adobeMark }
    var position = 2
    while true {
      let (marker, start) = try JPEGLayout.marker(view, from: position)
      if marker == Marker.end { return essence + [0xFF, 0xD9] }
      let content = try JPEGLayout.segment(view, at: start)
      position = start + 2 + content.count
      if marker == Marker.scan { position = JPEGLayout.endOfScan(view, from: position) }
      let isOther = (0xE0...0xEF).contains(marker) || marker == Marker.comment
      let isWanted =
        marker == Marker.adobe || marker == Marker.jfif && ByteView(content).holds("JFIF\0", at: 0)
      if !isOther || isWanted {
        essence += [0xFF, UInt8(marker)] + (view.slice(start, position - start) ?? [])
      }
    }
  }

  /// "Adobe", version 100, no flags, channels as they are.
  private static let adobeMark: [UInt8] = [
    0xFF, 0xEE, 0, 14, 0x41, 0x64, 0x6F, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0,
  ]

  /// The marker at a position, and where its segment starts. Padding before it is allowed.
  private static func marker(_ view: ByteView, from position: Int) throws(PictureFault) -> (Int, Int) {
    guard let first = view.byte(position) else { throw .cutShort }
    guard first == 0xFF else { throw .damaged("a segment doesn't begin where the one before ends") }
    var position = position
    while let byte = view.byte(position), byte == 0xFF { position += 1 }
    guard let marker = view.byte(position) else { throw .cutShort }
    guard marker >= 0xC0, marker == Marker.end || !(0xD0...0xD9).contains(marker) else {
      throw .damaged("it has a segment of no known kind")
    }
    return (marker, position + 1)
  }

  /// A segment's content, without its length.
  private static func segment(_ view: ByteView, at start: Int) throws(PictureFault) -> ArraySlice<UInt8> {
    guard let length = view.big16(start) else { throw .cutShort }
    guard length >= 2 else { throw .damaged("a segment has no length") }
    guard let content = view.slice(start + 2, length - 2) else { throw .cutShort }
    return content
  }

  /// Where the compressed pixels end: at the next marker that isn't a part of them, or with the file.
  private static func endOfScan(_ view: ByteView, from start: Int) -> Int {
    view.bytes.withUnsafeBufferPointer { bytes in
      var position = start
      while position + 1 < bytes.count {
        if bytes[position] == 0xFF {
          let next = bytes[position + 1]
          // 0 is an escape, D0 to D7 are restarts, and FF may pad.
          if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return position }
        }
        position += 1
      }
      return bytes.count
    }
  }
}
