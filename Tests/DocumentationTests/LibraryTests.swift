import Foundation
import Testing

/// The libraries in C are named in four places, which must agree; what enters keys is looked at beside them.
@Suite("The libraries that Libretto is built with")
struct LibraryTests {
  /// By pkg-config module: how `doctor` calls each, and what the README's table says.
  static let names: [String: (printed: String, told: String)] = [
    "libavformat": ("libavformat", "libavformat"), "libavcodec": ("libavcodec", "libavcodec"),
    "libavutil": ("libavutil", "libavutil"), "libswscale": ("libswscale", "libswscale"),
    "libswresample": ("libswresample", "libswresample"), "cairo": ("Cairo", "[Cairo]"),
    "freetype2": ("FreeType", "[FreeType]"), "harfbuzz": ("HarfBuzz", "[HarfBuzz]"),
    "icu-uc": ("ICU", "[ICU]"), "libebur128": ("libebur128", "[libebur128]"),
    "soundtouch": ("SoundTouch", "[SoundTouch]"), "libjpeg": ("libjpeg", "[libjpeg-turbo]"),
    "libtiff-4": ("libtiff", "[libtiff]"), "libwebp": ("libwebp", "[libwebp]"),
    "libwebpdemux": ("libwebpdemux", "[libwebp]"), "librsvg-2.0": ("librsvg", "[librsvg]"),
    "glib-2.0": ("GLib", "GLib"), "gobject-2.0": ("GLib", "GLib"),
    "fontconfig": ("fontconfig", "fontconfig"),
    "libheif": ("libheif", "[libheif]"), "lcms2": ("lcms2", "[Little CMS]"), "zlib": ("zlib", "zlib"),
  ]

  private func text(of name: String) throws -> String {
    try String(contentsOf: Page.root.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("are the same in the package, the setup, the doctor's words and the README")
  func agree() throws {
    let package = try text(of: "Package.swift")
    let carried = package.matches(of: #/pkgConfig: "([^"]+)"/#).flatMap { $0.1.split(separator: " ") }
    let linked = package.matches(of: #/\.linkedLibrary\("([^"]+)"\)/#).map { "\($0.1)" }
    let modules = Set(carried.map(String.init) + linked.map { $0 == "rsvg-2" ? "librsvg-2.0" : $0 })
    #expect(modules == Set(Self.names.keys))

    let setup = try text(of: "Scripts/setup")
    let installed = try #require(setup.firstMatch(of: #/modules="([^"]+)"/#)).1
    #expect(Set(installed.split { $0.isWhitespace }.map(String.init)) == modules)
    let debian = Set(package.matches(of: #/"([a-z0-9.-]+-dev)"/#).map { "\($0.1)" })
    let packages = try #require(setup.firstMatch(of: #/packages="([^"]+)"/#)).1
    #expect(Set(packages.split { $0.isWhitespace }.map(String.init)) == debian.union(["pkg-config"]))

    let readme = try text(of: "README.md")
    let table = try #require(readme.components(separatedBy: "## What it is built with").last)
      .components(separatedBy: "\n## ")[0]
    for name in Self.names.values { #expect(table.contains(name.told), "the README lacks \(name.told)") }

    let said = try BuiltPackage.run(BuiltPackage.libretto, ["doctor"]).output
    for name in Self.names.values {
      #expect(said.contains("  \(name.printed) "), "\(name.printed)\n\(said)")
    }
    let source = try text(of: "Sources/Media/Libraries/NativeLibrary.swift")
    let cases = source.matches(of: #/case ([a-z0-9, ]+?)(?: = "([^"]+)")?\n/#).flatMap { found in
      found.2.map { ["\($0)"] } ?? found.1.split(separator: ", ").map(String.init)
    }
    // GObject comes with GLib.
    #expect(Set(cases) == modules.subtracting(["gobject-2.0"]))
  }
}
