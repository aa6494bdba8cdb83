import Primitives
import Testing

@testable import Media

@Suite("A song that fits as it is")
struct SongCopyTests {
  /// A film with noise for sound: its sound is AAC from an MP4.
  private func song(_ folder: TemporaryFolder, seconds: Int = 3) throws -> String {
    var dice = Dice(5)
    let noise = (0..<48_000 * seconds).map { _ in
      Int16(truncatingIfNeeded: Int32(dice.roll() % 8000) - 4000)
    }
    let source = try folder.file("noise.wav", wav(noise, rate: 48_000, channels: 1))
    let sound = try SoundMix(tracks: [SoundTrack(path: source)], sampleCount: Int64(noise.count)).encoded()
    return try film(folder, "song.mp4", sound, frames: 30 * seconds)
  }

  private func film(
    _ folder: TemporaryFolder, _ name: String, _ sound: EncodedSound, frames: Int
  ) throws -> String {
    let settings = smallSettings(30)
    let path = folder.file(name)
    let facts = FilmFacts(size: settings.size, rate: 30, frameCount: frames)
    var writer = try FilmWriter.create(at: path, facts, sound: sound)
    try writer.append(try segment(frames: frames, settings))
    try writer.finish()
    try FilmCheck.verify(path, facts, soundSampleCount: sound.sampleCount)
    return path
  }

  @Test("is copied, and heard sample for sample as before", arguments: [3, 2, 5])
  func copies(seconds: Int) throws {
    let folder = TemporaryFolder()
    let song = try song(folder)
    let mix = SoundMix(tracks: [SoundTrack(path: song)], sampleCount: Int64(seconds) * 48_000)
    let sound = try mix.encoded()
    #expect(sound.isCopied && sound.loudness?.integrated != nil)
    let copy = try film(folder, "copy.mp4", sound, frames: seconds * 30)
    let (before, after) = (try samples(of: song), try samples(of: copy))
    let length = min(seconds, 3) * 96_000
    #expect(after.count == length && after == Array(before.prefix(length)))
  }

  @Test("is mixed as soon as anything touches it")
  func touched() throws {
    let folder = TemporaryFolder()
    let song = try song(folder)
    let count: Int64 = 2 * 48_000
    let edits: [(inout SoundMix) -> Void] = [
      { $0.tracks[0].treatment.volume = Contour(0.5) }, { $0.tracks[0].treatment.fadeOut = 1 },
      { $0.tracks[0].start = 0.5 }, { $0.tracks[0].from = 0.5 }, { $0.loudness = -14 },
      { $0.tracks.append($0.tracks[0]) }, { $0.wanted = 10..<1000 }, { $0.tracks[0].length = 1 },
    ]
    for edit in edits {
      var mix = SoundMix(tracks: [SoundTrack(path: song)], sampleCount: count)
      edit(&mix)
      #expect(try !mix.encoded().isCopied)
    }
  }
}
