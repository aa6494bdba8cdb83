package import Primitives
internal import Synchronization

/// What is more than is read of a file or waited for; every one can be set.
package enum MediaLimit: String, CaseIterable, Sendable {
  case fileBytes = "file-bytes"
  case side
  case pixels
  case pixelsPerByte = "pixels-per-byte"
  case frames
  case framePixels = "frame-pixels"
  case scans
  case svgElements = "svg-elements"
  case svgDepth = "svg-depth"
  case svgSeconds = "svg-seconds"
  case svgBytes = "svg-bytes"
  case clipFrames = "clip-frames"
  case soundChannels = "sound-channels"
  case soundRate = "sound-rate"
  case soundHours = "sound-hours"
  case tableBytes = "table-bytes"
  case tableSide = "table-side"
  case bodySeconds = "body-seconds"

  package var meaning: String {
    switch self {
    case .fileBytes: "bytes of a picture's file"
    case .side: "pixels along a side of a picture, a clip or a film"
    case .pixels: "pixels of a picture or of a clip's frame"
    case .pixelsPerByte: "pixels for each byte of the file, in pictures of more than 16 million"
    case .frames: "frames of a moving picture (GIF, WebP)"
    case .framePixels: "pixels of all its frames together"
    case .scans: "scans of a progressive JPEG"
    case .svgElements: "elements of a drawing, counted each time it paints them"
    case .svgDepth: "elements of a drawing inside one another"
    case .svgSeconds: "seconds of processor time to paint a drawing"
    case .svgBytes: "bytes of memory to paint a drawing, beside its pixels; a small one has less"
    case .clipFrames: "frames of a clip"
    case .soundChannels: "channels of a sound"
    case .soundRate: "samples of a sound a second"
    case .soundHours: "hours that a sound lasts"
    case .tableBytes: "bytes of a file of colors (.cube, .3dl, Hald)"
    case .tableSide: "colors along an edge of its cube"
    case .bodySeconds: "seconds of processor time to say what is on stage"
    }
  }

  package var standard: Int {
    switch self {
    case .fileBytes: 512 << 20
    case .side: 16_384
    case .pixels: 128 << 20
    case .pixelsPerByte: 1000
    case .frames: 10_000
    case .framePixels: 1 << 30
    case .scans: 200
    case .svgElements: 200_000
    case .svgDepth: 256
    case .svgSeconds: 2
    case .svgBytes: 1 << 30
    case .clipFrames: 2_000_000
    case .soundChannels: 8
    case .soundRate: 384_000
    case .soundHours: 24
    case .tableBytes: 128 << 20
    case .tableSide: 144
    case .bodySeconds: 60
    }
  }

  /// The largest it can be set to: what the arithmetic of decoders bears.
  private var ceiling: Int {
    switch self {
    case .side: 65_535
    case .pixels: 512 << 20
    case .fileBytes, .framePixels, .svgBytes, .tableBytes: 1 << 40
    case .svgDepth, .soundHours: 1000
    case .tableSide: 256
    case .soundChannels: 64
    case .soundRate, .bodySeconds: 1_000_000
    case .pixelsPerByte, .frames, .scans, .svgElements, .svgSeconds, .clipFrames: 1_000_000_000
    }
  }

  private static let chosen = Mutex<[MediaLimit: Int]>([:])

  /// What holds now.
  package var value: Int { MediaLimit.chosen.withLock { $0[self] } ?? standard }

  /// Sets limits for this process from words such as `side=32000,pixels=256M`.
  package static func set(_ words: String) throws(Problem) {
    for word in words.split(separator: ",") {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let limit = MediaLimit(rawValue: parts[0]) else {
        let near = Suggestion.hints(for: parts.first ?? "", among: allCases.map(\.rawValue))
        throw Problem(
          .usage, "there is no limit \(word)", hints: near + ["libretto limits lists them"])
      }
      guard let number = count(parts[1]), (1...limit.ceiling).contains(number) else {
        throw Problem(
          .usage, "\(limit.rawValue) can't be \(parts[1])",
          hints: "write a number from 1 to \(limit.ceiling), or one with K, M or G: 256M")
      }
      chosen.withLock { $0[limit] = number }
    }
  }

  private static func count(_ text: String) -> Int? {
    let shifts: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    guard let last = text.last, let shift = shifts[last] else { return Int(text) }
    guard let number = Int(text.dropLast()), number >= 0, number < 1 << 32 else { return nil }
    return number << shift
  }
}
