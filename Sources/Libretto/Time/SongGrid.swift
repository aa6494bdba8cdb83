/// Where a song's beats are.
package struct SongGrid: Hashable, Sendable {
  /// Where the first beat of the first bar falls in the song.
  package let firstDownbeat: Time
  package let beatsPerMinute: Double
  package let beatsPerBar: Int

  package init(firstDownbeat: Time, beatsPerMinute: Double, beatsPerBar: Int) {
    self.firstDownbeat = firstDownbeat
    self.beatsPerMinute = beatsPerMinute
    self.beatsPerBar = beatsPerBar
  }

  /// How long so many beats are.
  package func time(ofBeats beats: Double) -> Time { Time(seconds: beats * 60 / beatsPerMinute) }

  package func time(ofBars bars: Double) -> Time { time(ofBeats: bars * Double(beatsPerBar)) }

  /// When a beat falls in the song; the first is 1.
  package func start(ofBeat number: Double) -> Time { firstDownbeat + time(ofBeats: number - 1) }

  package func start(ofBar number: Double) -> Time { firstDownbeat + time(ofBars: number - 1) }
}
