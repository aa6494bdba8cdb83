import Foundation
import Testing

@testable import Hearing
@testable import Production

@Suite("What a music model wrote beside its song")
struct SongMetadataTests {
  private func facts(_ json: String) -> KnownFacts { SongMetadata.facts(in: Data(json.utf8)) }

  @Test("is its tempo, key and metre, wherever they stand and however they are written")
  func known() {
    let plain = facts(
      #"{"caption": "a", "bpm": 96, "keyscale": "A minor", "timesignature": "4", "duration": 60}"#)
    let served = facts(#"{"seed": 1, "metas": {"bpm": "96", "key_scale": "Am", "time_signature": 4}}"#)
    #expect(
      plain == served && plain.tempo == 96 && plain.key == Key("A minor") && plain.metre == Metre("4/4"))
    #expect(facts(#"{"timesignature": "6"}"#).metre == Metre("6/8"))
    #expect(facts(#"{"timesignature": "3/4"}"#).metre == Metre("3/4"))
  }

  @Test(
    "isn't known where it makes no sense",
    arguments: [
      "", "[]", "null", "{", #"{"bpm": "N/A", "keyscale": "N/A", "timesignature": "N/A"}"#,
      #"{"bpm": null, "keyscale": 7, "timesignature": "0"}"#, #"{"bpm": 1e300}"#, #"{"bpm": -5}"#,
      #"{"metas": [1]}"#,
    ])
  func unknown(json: String) {
    #expect(facts(json) == .none)
  }

  @Test("is read from the file of the same name")
  func beside() throws {
    let name = Workshop.file("made")
    let song = name + ".flac"
    try Workshop.write(Array(#"{"bpm": 77}"#.utf8), to: name + ".json")
    #expect(SongMetadata.facts(beside: song).tempo == 77)
    #expect(SongMetadata.facts(beside: Workshop.file("other.flac")) == .none)
    #expect(SongMetadata.facts(beside: name + ".json") == .none)
  }
}
