internal import CEngine
internal import Primitives

/// What a picture's numbers mean, and so how they become sRGB.
enum ColorReading {
  /// They are sRGB already.
  case sRGB
  case light(LightTable, name: String)
  case profile(ColorProfile)
  /// Four inks without a profile: light is what they let through, multiplied.
  case inks

  /// For a picture of some inks with an ICC profile, or without. One that makes no sense, or is for
  /// another kind of picture, is left out of account, as every viewer does.
  init(profile: ArraySlice<UInt8>?, inks: Int) {
    guard let profile, let opened = ColorProfile(profile), opened.inks == inks else {
      self = inks == 4 ? .inks : .sRGB
      return
    }
    if let table = opened.curves {
      self = table.isNeutral ? .sRGB : .light(table, name: opened.name)
    } else {
      self = opened.prepare() ? .profile(opened) : inks == 4 ? .inks : .sRGB
    }
  }

  /// For numbers that say by code points of H.273 what they are.
  init(primaries: Int, transfer: Int) {
    let (curve, gamut) = (Transfer(h273: transfer), Primaries(h273: primaries))
    guard curve != .sRGB || gamut != nil, let matrix = (gamut ?? .bt709).toSRGB else {
      self = .sRGB
      return
    }
    let space = primaries == 9 ? "BT.2020" : primaries == 12 ? "Display P3" : "sRGB primaries"
    let name = curve == .pq ? "\(space) PQ" : curve == .hlg ? "\(space) HLG" : space
    self = .light(LightTable(curve, toSRGB: matrix), name: name)
  }

  /// In a word or two.
  var name: String {
    switch self {
    case .sRGB: "sRGB"
    case .light(_, let name): name
    case .profile(let profile): profile.name
    case .inks: "CMYK"
    }
  }

  /// Turns a row of planes into RGB with alpha after it. `inks` is how many come before alpha.
  func apply(to row: UnsafeMutablePointer<UInt16>?, inks: Int, width: Int) {
    let count = Int32(width)
    switch self {
    case .sRGB: break
    case .light(let table, _):
      if inks == 1 { libretto_row_gray(row, count) }
      table.apply(to: row, width: width)
    case .profile(let profile): profile.apply(to: row, width: width)
    case .inks: libretto_row_mix(row, count)
    }
    if inks == 4 { libretto_row_close_up(row, count) }
    if inks == 1, case .sRGB = self { libretto_row_gray(row, count) }
  }
}

/// An ICC profile: the owner of a `cmsHPROFILE`.
///
/// Safe to share once it is prepared: transforms without a cache are only read.
final class ColorProfile: @unchecked Sendable {
  private let raw: OpaquePointer

  init?(_ bytes: ArraySlice<UInt8>) {
    let opened = bytes.withUnsafeBufferPointer { libretto_profile_open($0.baseAddress, $0.count) }
    guard let opened else { return nil }
    raw = opened
  }

  var inks: Int { Int(libretto_profile_inks(raw)) }

  /// As it calls itself, in ASCII and not too long.
  var name: String {
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer -> String in
      guard let start = buffer.baseAddress else { return "" }
      libretto_profile_name(raw, start, 64)
      return String(cString: start)
    }
    let printable = text.unicodeScalars.filter { (32..<127).contains($0.value) }
    return printable.isEmpty ? "a profile without a name" : String(String.UnicodeScalarView(printable))
  }

  /// Its curves and matrix as a table, if it is made of nothing else.
  var curves: LightTable? {
    guard inks == 3 else { return nil }
    var curves = [Float](repeating: 0, count: 3 << 16)
    var matrix = [Double](repeating: 0, count: 9)
    let isFound = curves.withUnsafeMutableBufferPointer { curves in
      matrix.withUnsafeMutableBufferPointer {
        libretto_profile_curves(raw, curves.baseAddress, $0.baseAddress)
      }
    }
    return isFound ? LightTable(curves: curves, toSRGB: Matrix3.sRGBFromD50 * Matrix3(matrix)) : nil
  }

  func prepare() -> Bool { libretto_profile_prepare(raw, inks == 4) }

  func apply(to row: UnsafeMutablePointer<UInt16>?, width: Int) {
    libretto_row_profiled(raw, Int32(width), row)
  }

  deinit { libretto_profile_close(raw) }
}
