internal import CEngine

/// A library in C that has a say in pixels or sound, by its pkg-config module.
///
/// Package.swift, Scripts/setup and the README's table name the same ones; a test holds them together.
package enum NativeLibrary: String, CaseIterable, Sendable {
  case libavcodec, libavformat, libavutil, libswscale, libswresample
  case cairo
  case freetype = "freetype2"
  case harfbuzz
  case icu = "icu-uc"
  case libebur128, soundtouch
  case libjpeg
  case libtiff = "libtiff-4"
  case libwebp, libwebpdemux, libheif
  case librsvg = "librsvg-2.0"
  /// With GObject, which comes in the same package.
  case glib = "glib-2.0"
  case fontconfig, lcms2, zlib

  /// What people call it.
  package var name: String {
    switch self {
    case .cairo: "Cairo"
    case .freetype: "FreeType"
    case .harfbuzz: "HarfBuzz"
    case .icu: "ICU"
    case .soundtouch: "SoundTouch"
    case .libtiff: "libtiff"
    case .librsvg: "librsvg"
    case .glib: "GLib"
    case .libavcodec, .libavformat, .libavutil, .libswscale, .libswresample, .libebur128, .libjpeg,
      .libwebp, .libwebpdemux, .libheif, .fontconfig, .lcms2, .zlib:
      rawValue
    }
  }

  /// How the name of its file begins.
  package var file: String {
    switch self {
    case .freetype: "libfreetype.so"
    case .icu: "libicuuc.so"
    case .soundtouch: "libSoundTouch.so"
    case .libtiff: "libtiff.so"
    case .librsvg: "librsvg-2.so"
    case .glib: "libglib-2.0.so"
    case .zlib: "libz.so"
    case .lcms2: "liblcms2.so"
    case .cairo: "libcairo.so"
    case .harfbuzz: "libharfbuzz.so"
    case .fontconfig: "libfontconfig.so"
    case .libavcodec, .libavformat, .libavutil, .libswscale, .libswresample, .libebur128, .libjpeg,
      .libwebp, .libwebpdemux, .libheif:
      rawValue + ".so"
    }
  }

  /// The version at work, as the library tells it. Of one that doesn't, the number in its file's name and
  /// the beginning of its build's identity, which is another one with every build.
  package var version: String {
    let told = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text -> String in
      guard let start = text.baseAddress else { return "" }
      libretto_library_version(rawValue, start)
      return String(cString: start)
    }
    guard told.isEmpty else { return told }
    guard let loaded = LoadedLibrary.all.first(where: { $0.name.hasPrefix(file) }) else {
      return "of unknown version"
    }
    let number = loaded.resolvedPath.split(separator: ".so.").last ?? ""
    return "\(number) build \(loaded.build.prefix(4).map { SHA256.words([$0]) }.joined())"
  }
}
