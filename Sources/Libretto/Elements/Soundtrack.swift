/// A song that plays.
///
/// The first one of a composition is the film's song: the film lasts as long as it does, and beats
/// and bars are its.
public struct Soundtrack: LayerElement {
  public var layer: Layer

  /// All of a song, or from a moment of it.
  public init(_ song: Song, from start: Time = 0, file: String = #filePath, line: Int = #line) {
    layer = Layer(.sound(SoundElement(song: song, from: start)), file: file, line: line)
  }

  /// A passage of a song.
  public init(_ song: Song, playing passage: Passage, file: String = #filePath, line: Int = #line) {
    layer = Layer(.sound(SoundElement(song: song, from: passage.from)), file: file, line: line)
    layer.timing.length = passage.length
  }

  public func fadingIn(over length: Length) -> Soundtrack { set { $0.fadeIn = length } }
  public func fadingOut(over length: Length) -> Soundtrack { set { $0.fadeOut = length } }
  /// 1 is as recorded, 0 is silence.
  public func volume(_ gain: Double) -> Soundtrack { set { $0.gain = gain } }

  private func set(_ edit: (inout SoundElement) -> Void) -> Soundtrack {
    with {
      guard case .sound(var element) = $0.content else { return }
      edit(&element)
      $0.content = .sound(element)
    }
  }
}

/// A song with what was asked of its playing.
package struct SoundElement: Sendable {
  package var song: Song
  package var from: Time
  package var gain = 1.0
  package var fadeIn = Length()
  package var fadeOut = Length()

  package init(song: Song, from: Time) {
    self.song = song
    self.from = from
  }
}
