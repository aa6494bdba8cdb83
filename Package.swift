// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Settings of targets that have no business near a pointer.
let pure: [SwiftSetting] =
  house + [.strictMemorySafety(), .treatWarning("StrictMemorySafety", as: .error)]

let package = Package(
  name: "Libretto",
  products: [
    .executable(name: "libretto", targets: ["LibrettoMain"]),
    .library(name: "LibrettoRuntime", type: .dynamic, targets: ["Libretto", "LibrettoCLI"]),
    .library(name: "LibrettoStart", type: .static, targets: ["CStart"]),
  ],
  targets: [
    // C: pkg-config carriers, then one target with every header, shim and kernel.
    .systemLibrary(
      name: "CLibAV",
      pkgConfig: "libavformat libavcodec libavutil libswscale libswresample",
      providers: [
        .apt(["libavformat-dev", "libavcodec-dev", "libavutil-dev", "libswscale-dev", "libswresample-dev"])
      ]),
    .systemLibrary(
      name: "CGraphics",
      pkgConfig: "cairo freetype2 harfbuzz icu-uc",
      providers: [.apt(["libcairo2-dev", "libfreetype-dev", "libharfbuzz-dev", "libicu-dev"])]),
    .systemLibrary(
      name: "CSound", pkgConfig: "libebur128 soundtouch",
      providers: [.apt(["libebur128-dev", "libsoundtouch-dev"])]),
    .systemLibrary(
      name: "CPictures", pkgConfig: "libjpeg libtiff-4 libwebp libwebpdemux fontconfig libheif lcms2 zlib",
      providers: [
        .apt([
          "libjpeg-dev", "libtiff-dev", "libwebp-dev", "librsvg2-dev", "libglib2.0-dev",
          "libfontconfig-dev", "libheif-dev",
          "liblcms2-dev", "zlib1g-dev",
        ])
      ]),
    // librsvg isn't carried: pkg-config gives flags with it that SwiftPM refuses. See svg.c.
    .target(
      name: "CEngine", dependencies: ["CLibAV", "CGraphics", "CSound", "CPictures"],
      linkerSettings: [.linkedLibrary("rsvg-2"), .linkedLibrary("gobject-2.0"), .linkedLibrary("glib-2.0")]),
    .target(name: "CStart"),

    // What an author's file is compiled against: no C in reach.
    .target(name: "Primitives", swiftSettings: pure),
    .target(name: "Lyrics", dependencies: ["Primitives"], swiftSettings: pure),
    .target(name: "Timeline", dependencies: ["Lyrics", "Primitives"], swiftSettings: pure),
    .target(name: "Libretto", dependencies: ["Timeline", "Lyrics", "Primitives"], swiftSettings: pure),

    // The engine.
    .target(name: "FrameGraph", dependencies: ["Timeline", "Primitives"], swiftSettings: pure),
    .target(name: "Typography", dependencies: ["Primitives", "CEngine"], swiftSettings: house),
    .target(
      name: "Raster", dependencies: ["FrameGraph", "Timeline", "Typography", "Primitives", "CEngine"],
      swiftSettings: house),
    .target(name: "Media", dependencies: ["Primitives", "CEngine"], swiftSettings: house),
    .target(name: "Hearing", dependencies: ["Media", "Primitives"], swiftSettings: pure),
    .target(name: "Host", dependencies: ["Libretto", "Primitives", "CEngine"], swiftSettings: house),
    .target(
      name: "Production",
      dependencies: [
        "Libretto", "Lyrics", "Timeline", "FrameGraph", "Typography", "Raster", "Media", "Hearing",
        "Primitives",
      ],
      swiftSettings: pure),
    .target(
      name: "LibrettoCLI",
      dependencies: [
        "Production", "Host", "Libretto", "Timeline", "FrameGraph", "Typography", "Raster", "Media",
        "Hearing", "Lyrics", "Primitives",
      ],
      swiftSettings: pure),
    .executableTarget(name: "LibrettoMain", dependencies: ["LibrettoCLI", "Host"], swiftSettings: pure),

    .target(
      name: "Compositions", dependencies: ["Libretto"], path: "Compositions",
      exclude: ["neon-rain.ogg", "neon-rain.lrc", "neon-rain"], swiftSettings: house),

    // What tests of the early steps share: resources without files, and a composition at hand.
    .target(
      name: "Rehearsal", dependencies: ["Libretto", "Lyrics", "Timeline", "Primitives"],
      path: "Tests/Rehearsal", swiftSettings: house),
    // Films that tests write to read them.
    .target(
      name: "Footage", dependencies: ["CEngine", "Primitives"], path: "Tests/Footage", swiftSettings: house),
    .executableTarget(
      name: "LyricTrials", dependencies: ["Lyrics", "Primitives"], path: "Benchmarks/LyricTrials",
      exclude: ["verdicts.tsv"], swiftSettings: house),
    .executableTarget(
      name: "TableTrials", dependencies: ["Media", "Raster", "Primitives"], path: "Benchmarks/TableTrials",
      swiftSettings: house),
    .executableTarget(
      name: "EffectTrials", dependencies: ["FrameGraph", "Raster", "Timeline", "Primitives", "Typography"],
      path: "Benchmarks/EffectTrials", swiftSettings: house),
    .executableTarget(name: "MediaTrials", path: "Benchmarks/MediaTrials", swiftSettings: house),

    .testTarget(name: "PrimitivesTests", dependencies: ["Primitives"], swiftSettings: house),
    .testTarget(name: "LyricsTests", dependencies: ["Lyrics", "Primitives"], swiftSettings: house),
    .testTarget(
      name: "LibrettoTests", dependencies: ["Rehearsal", "Libretto", "Lyrics", "Timeline", "Primitives"],
      swiftSettings: house),
    .testTarget(
      name: "FrameGraphTests",
      dependencies: ["Rehearsal", "FrameGraph", "Libretto", "Lyrics", "Timeline", "Primitives"],
      swiftSettings: house),
    .testTarget(
      name: "TypographyTests", dependencies: ["Typography", "Primitives"], exclude: ["Fixtures"],
      swiftSettings: house),
    .testTarget(
      name: "RasterTests",
      dependencies: [
        "Rehearsal", "Raster", "FrameGraph", "Libretto", "Lyrics", "Timeline", "Typography", "Media",
        "Primitives", "CEngine",
      ],
      exclude: ["Goldens"], swiftSettings: house),
    .testTarget(
      name: "MediaTests", dependencies: ["Footage", "Media", "CEngine", "Primitives"],
      exclude: ["Standards"], swiftSettings: house),
    .testTarget(
      name: "HearingTests", dependencies: ["Hearing", "Media", "Primitives"], swiftSettings: house),
    .testTarget(
      name: "ProductionTests",
      dependencies: [
        "Footage", "Production", "LibrettoCLI", "Compositions", "Libretto", "Timeline", "FrameGraph",
        "Raster", "Media", "Primitives",
      ],
      swiftSettings: house),
    .testTarget(name: "DocumentationTests", swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
