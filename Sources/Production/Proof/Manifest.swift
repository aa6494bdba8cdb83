package import Media
package import Primitives

/// What a film was made of and with, and what came of it: enough to check the film, and to make it again.
///
/// It holds no times and no absolute places, so that the same film has the same manifest everywhere.
package struct Manifest: Codable, Equatable, Sendable {
  package struct File: Codable, Equatable, Sendable {
    package var name: String
    package var sha256: String

    package init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  package struct Segment: Codable, Equatable, Sendable {
    package var firstFrame: Int
    /// Of its frames' digests, in the order in which they are shown.
    package var sha256: String
    /// A frame each: the SHA-256 of its compressed bytes.
    package var frames: [String]
    /// A frame each: the fingerprint of all that is painted in it.
    package var drawings: [String]
  }

  package struct Encoder: Codable, Equatable, Sendable {
    package var preset: String
    package var crf: Double
  }

  package var format = 1
  package var libretto: String
  /// The compiler that the composition's file was compiled with, and the libraries at work.
  package var toolchain: [String]
  package var composition: String
  package var width: Int
  package var height: Int
  package var rate: String
  package var encoder: Encoder
  /// What was read: Swift files, props, pictures, songs.
  package var inputs: [File]
  package var fonts: [File]
  package var segments: [Segment]
  /// Of the sound; nil without any.
  package var sound: String?
  /// Of what decoders must know beforehand.
  package var header: String
  /// Of the film's file.
  package var film: String
}

extension Manifest {
  /// The manifest of a film that was just made.
  package init(
    of film: String, _ record: RenderRecord, inputs: [File], fonts: [File], toolchain: [String]
  ) throws(Problem) {
    let digests = try FilmDigests.reading(film)
    guard digests.frames.count == record.frameCount else {
      throw Problem(.inputOutput, "\(film) changed before its manifest was written")
    }
    let begin = record.segments.first?.frames.lowerBound.value ?? 0
    var segments: [Segment] = []
    for segment in record.segments {
      let range = segment.frames.lowerBound.value - begin..<segment.frames.upperBound.value - begin
      let frames = Array(digests.frames[range])
      segments.append(
        Segment(
          firstFrame: segment.frames.lowerBound.value,
          sha256: SHA256.words(try SHA256.digest(of: frames.joined().utf8)), frames: frames,
          drawings: segment.drawings.map(\.description)))
    }
    let settings = record.settings
    self.init(
      libretto: Installation.version, toolchain: toolchain, composition: record.name,
      width: settings.size.width, height: settings.size.height, rate: settings.rate.description,
      encoder: Encoder(preset: settings.preset, crf: settings.crf), inputs: inputs, fonts: fonts,
      segments: segments, sound: digests.sound, header: digests.header, film: digests.file)
  }

  /// The digests that a film with this manifest has.
  package var digests: FilmDigests {
    FilmDigests(file: film, header: header, frames: segments.flatMap(\.frames), sound: sound)
  }

  /// Where its segments lie, in frames of the film's file.
  package var ranges: [Range<Int>] {
    let begin = segments.first?.firstFrame ?? 0
    return segments.map { $0.firstFrame - begin..<$0.firstFrame - begin + $0.frames.count }
  }
}
