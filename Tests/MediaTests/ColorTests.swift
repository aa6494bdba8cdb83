import CEngine
import Primitives
import Testing

@testable import Media

@Suite("Colors of a frame")
struct FrameColorTests {
  static let layouts = [
    "yuv420p", "yuv422p", "yuv444p", "yuv410p", "yuv411p", "nv12", "yuyv422", "p010le", "yuv420p10le",
    "yuv422p12le", "yuv444p16le", "yuv420p10be", "yuva420p", "yuva444p12le", "gray", "gray10le", "gray16be",
    "ya8", "gbrp", "gbrp12le", "gbrap10le", "rgb24", "bgra", "rgb48be", "rgba64le", "rgb565le",
  ]

  /// A frame of one color, by the definition of its numbers.
  static func flat(_ layout: String, _ rgb: [Double], red: Double, blue: Double, isFull: Bool) throws
    -> Frame
  {
    let format = av_get_pix_fmt(layout)
    let description = try #require(av_pix_fmt_desc_get(format)).pointee
    let size = PixelSize(width: 22, height: 14)
    let frame = try Frame.picture(size, format: format)
    let isRGB = description.flags & UInt64(AV_PIX_FMT_FLAG_RGB) != 0
    let luma = red * rgb[0] + (1 - red - blue) * rgb[1] + blue * rgb[2]
    let values = isRGB ? rgb : [luma, (rgb[2] - luma) / (2 - 2 * blue), (rgb[0] - luma) / (2 - 2 * red)]
    let components = [description.comp.0, description.comp.1, description.comp.2, description.comp.3]
    let planes = frame.raw.pointee
    var data = [planes.data.0, planes.data.1, planes.data.2, planes.data.3]
    let strides = [planes.linesize.0, planes.linesize.1, planes.linesize.2, planes.linesize.3]
    let hasAlpha = description.flags & UInt64(AV_PIX_FMT_FLAG_ALPHA) != 0
    // libavutil's writer adds bits to what is there.
    for (plane, stride) in zip(data, strides) {
      guard let plane, stride > 0 else { continue }
      let down = plane == data[0] || plane == data[3] ? 0 : Int(description.log2_chroma_h)
      plane.update(repeating: 0, count: Int(stride) * ((14 + (1 << down) - 1) >> down))
    }
    for index in 0..<Int(description.nb_components) {
      let isAlpha = hasAlpha && index == Int(description.nb_components) - 1
      let isChroma = !isRGB && !isAlpha && (index == 1 || index == 2)
      let top = Double(1 << components[index].depth) - 1
      let step = Double(1 << (components[index].depth - 8 < 0 ? 0 : components[index].depth - 8))
      let value: Double
      if isAlpha {
        value = top
      } else if isRGB || isFull {
        value = values[index] * top + (isChroma ? Double(1 << (components[index].depth - 1)) : 0)
      } else {
        value = isChroma ? values[index] * 224 * step + 128 * step : values[index] * 219 * step + 16 * step
      }
      let (w, h) = isChroma ? (Int(description.log2_chroma_w), Int(description.log2_chroma_h)) : (0, 0)
      var line = [UInt16](repeating: UInt16(max(0, min(top, value.rounded()))), count: 22)
      for y in 0..<((14 + (1 << h) - 1) >> h) {
        var format = description
        av_write_image_line(
          &line, &data, strides, &format, 0, Int32(y), Int32(index), Int32((22 + (1 << w) - 1) >> w))
      }
    }
    return frame
  }

  @Test("come out as they went in, whatever the layout, matrix and range", arguments: layouts)
  func flatColors(layout: String) throws {
    let matrices: [(AVColorSpace, Double, Double)] = [
      (AVCOL_SPC_BT709, 0.2126, 0.0722), (AVCOL_SPC_SMPTE170M, 0.299, 0.114),
      (AVCOL_SPC_BT2020_NCL, 0.2627, 0.0593),
    ]
    let isGray = layout.hasPrefix("gray") || layout.hasPrefix("ya")
    let colors =
      isGray
      ? [[0, 0, 0], [1, 1, 1], [0.4, 0.4, 0.4]]
      : [[0, 0, 0], [1, 1, 1], [0.8, 0.2, 0.3], [0.1, 0.6, 0.9]]
    for (matrix, red, blue) in matrices {
      for isFull in [false, true] {
        for color in colors {
          let frame = try Self.flat(layout, color, red: red, blue: blue, isFull: isFull)
          let bitmap = try Development.bitmap(
            frame, matrix: Int(matrix.rawValue), isFull: isFull, color: .sRGB)
          let expected = color.reduce(UInt32(255)) { $0 << 8 | UInt32(($1 * 255).rounded()) }
          // Eight bits of luma and chroma can't name every color.
          let tolerance = layout == "rgb565le" ? 5 : 2
          let distance = PictureFixture.distance(bitmap.pixels, bitmap.pixels.map { _ in expected })
          let words =
            "\(String(bitmap.pixels[30], radix: 16)) for \(String(expected, radix: 16)), \(matrix.rawValue)"
          #expect(distance <= tolerance, "\(words)")
        }
      }
    }
  }

  @Test("lose their combs where lines of two moments differ, and nothing elsewhere")
  func weave() throws {
    let size = PixelSize(width: 16, height: 16)
    let frame = try Frame.picture(size, format: AV_PIX_FMT_GRAY8)
    frame.raw.pointee.top_field_first = 1
    for y in 0..<16 {
      for x in 0..<16 {
        // On the left a slope that doesn't move; on the right two fields that have nothing in common.
        frame.raw.pointee.data.0?[y * Int(frame.raw.pointee.linesize.0) + x] =
          x < 8 ? UInt8(y * 10) : y & 1 == 0 ? 200 : 20
      }
    }
    libretto_weave(frame.raw)
    for y in 0..<16 {
      let row = try #require(frame.raw.pointee.data.0) + y * Int(frame.raw.pointee.linesize.0)
      #expect(row[12] == 200)
      if y < 15 { #expect(row[3] == UInt8(y * 10)) }
    }
    withExtendedLifetime(frame) {}
  }

  @Test("brighter than white are bent and not cut, and white paper stays bright", arguments: [16, 18])
  func highRange(transfer: Int) {
    let reading = ColorReading(primaries: 9, transfer: transfer)
    func shown(_ level: Double) -> UInt16 {
      var row = [UInt16](repeating: UInt16(level * 65535), count: 4)
      row.withUnsafeMutableBufferPointer { reading.apply(to: $0.baseAddress, inks: 3, width: 1) }
      return row[0]
    }
    let levels = (0...40).map { shown(Double($0) / 40) }
    let isRising = zip(levels, levels.dropFirst()).allSatisfy { $0 <= $1 }
    #expect(isRising && levels[0] == 0 && levels[40] > 65500)
    // Paper is at 58 % in PQ and at 75 % in HLG.
    let paper = Double(shown(transfer == 16 ? 0.5807 : 0.75)) / 65535
    #expect(paper > 0.85 && paper < 0.97)
  }
}

@Suite("A color profile")
struct ColorProfileTests {
  /// An ICC profile of three curves and a matrix: `gamma` for all, and primaries under D50.
  static func profile(_ primaries: Primaries, gamma: Double) throws -> [UInt8] {
    let toD50 = try #require(Matrix3.sRGBFromD50.inverse) * (try #require(primaries.toSRGB))
    func fixed(_ value: Double) -> [UInt8] { big(UInt32(bitPattern: Int32((value * 65536).rounded()))) }
    var tags: [(String, [UInt8])] = []
    for (index, name) in ["rXYZ", "gXYZ", "bXYZ"].enumerated() {
      tags.append(
        (
          name,
          Array("XYZ \0\0\0\0".utf8) + fixed(toD50.values[index]) + fixed(toD50.values[3 + index])
            + fixed(toD50.values[6 + index])
        ))
    }
    let curve =
      Array("curv\0\0\0\0".utf8) + big(1) + [
        UInt8(Int(gamma * 256) >> 8), UInt8(Int(gamma * 256) & 255), 0, 0,
      ]
    for name in ["rTRC", "gTRC", "bTRC"] { tags.append((name, curve)) }
    tags.append(("wtpt", Array("XYZ \0\0\0\0".utf8) + fixed(0.9642) + fixed(1) + fixed(0.8249)))
    var table = big(UInt32(tags.count))
    var data: [UInt8] = []
    let start = 128 + 4 + 12 * tags.count
    for (name, content) in tags {
      table += Array(name.utf8) + big(UInt32(start + data.count)) + big(UInt32(content.count))
      data += content
    }
    let head =
      big(UInt32(start + data.count)) + Array("lcms".utf8) + big(0x0210_0000) + Array("mntrRGB XYZ ".utf8)
    let rest =
      Array("\0\0\0\0\0\0\0\0\0\0\0\0acsp".utf8) + [UInt8](repeating: 0, count: 28) + fixed(0.9642)
      + fixed(1) + fixed(0.8249)
    return (head + rest + [UInt8](repeating: 0, count: 128)).prefix(128) + table + data
  }

  static func shown(_ reading: ColorReading, _ rgb: [Double]) -> [Double] {
    var row = rgb.map { UInt16(($0 * 65535).rounded()) } + [65535]
    row.withUnsafeMutableBufferPointer { reading.apply(to: $0.baseAddress, inks: 3, width: 1) }
    return row[..<3].map { Double($0) / 65535 }
  }

  @Test("makes Display P3 and Adobe RGB what they look like in sRGB")
  func wide() throws {
    let adobe = Primaries(
      red: (0.64, 0.33), green: (0.21, 0.71), blue: (0.15, 0.06), white: (0.3127, 0.3290))
    let p3 = ColorReading(profile: try Self.profile(.displayP3, gamma: 2.2)[...], inks: 3)
    let wide = ColorReading(profile: try Self.profile(adobe, gamma: 2.2)[...], inks: 3)
    for reading in [p3, wide] {
      let white = Self.shown(reading, [1, 1, 1])
      #expect(white.allSatisfy { abs($0 - 1) < 0.003 })
    }
    // sRGB's red is 0.917 0.200 0.139 in Display P3 with sRGB's curve; with gamma 2.2 nearly.
    let red = Self.shown(p3, [0.918, 0.214, 0.153])
    #expect(red[0] > 0.985 && red[1] < 0.09 && red[2] < 0.09)
    // Adobe's (0.5, 0.5, 0.5) is nearly sRGB's, and its green is out of reach.
    let green = Self.shown(wide, [0, 1, 0])
    #expect(green[1] == 1 && green[0] == 0)
  }

  @Test("that says what sRGB says changes nothing, and a broken one is left out of account")
  func neutral() throws {
    let same = ColorReading(primaries: 1, transfer: 13)
    let broken = ColorReading(profile: [UInt8](repeating: 7, count: 300)[...], inks: 3)
    for reading in [same, broken] {
      #expect(reading.name == "sRGB")
      let color = Self.shown(reading, [0.2, 0.4, 0.6])
      #expect(abs(color[0] - 0.2) < 1e-4)
    }
  }

  @Test("is the same on every machine: integers from tables", arguments: [(9, 16), (9, 18), (12, 13)])
  func exact(primaries: Int, transfer: Int) {
    let reading = ColorReading(primaries: primaries, transfer: transfer)
    var dice = Dice(9)
    var row = (0..<4000).map { _ in UInt16(truncatingIfNeeded: dice.roll()) }
    row.withUnsafeMutableBufferPointer { reading.apply(to: $0.baseAddress, inks: 3, width: 1000) }
    var digest = Fingerprinter()
    for value in row { digest.write(Int(value)) }
    let known = [
      "9 16": "91f54bb90d03b0cd5444097730f9e653", "9 18": "400bb5b4d8097bb7eef0e1f025142ade",
      "12 13": "f0af84f0dd74e790d6db0bd33230ed89",
    ]["\(primaries) \(transfer)"]
    #expect("\(digest.finish())" == known)
  }

  @Test("is missing from CMYK as often as not: then light is what the inks let through")
  func inks() {
    var samples = Samples(size: PixelSize(width: 3, height: 1), inks: 4, hasAlpha: false)
    samples.bytes = [255, 255, 255, 255, 0, 255, 255, 255, 255, 128, 255, 128]
    let pixels = samples.developed(.inks).pixels
    #expect(pixels == [0xFFFF_FFFF, 0xFF00_FFFF, 0xFF80_4080])
  }
}
