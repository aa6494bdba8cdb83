/// Where a song is while an element's own clock runs.
package struct SongClock: Hashable, Sendable {
  /// Where the song is when the clock is at zero.
  package var start: Time
  /// How many times as fast as recorded it plays.
  package var speed: Double
  /// What of the song is heard, and whether again and again; nil if nothing says.
  package var heard: Range<Time>?
  package var isLooped: Bool

  package init(start: Time, speed: Double = 1, heard: Range<Time>? = nil, isLooped: Bool = false) {
    self.start = start
    self.speed = speed
    self.heard = heard
    self.isLooped = isLooped
  }

  /// How far into the song, in seconds; a song that loops comes back.
  package func seconds(at time: Time) -> Double {
    let seconds = start.seconds + time.seconds * speed
    guard isLooped, let heard, heard.lowerBound < heard.upperBound else { return seconds }
    let (from, length) = (heard.lowerBound.seconds, (heard.upperBound - heard.lowerBound).seconds)
    guard seconds > from else { return seconds }
    let rounds = ((seconds - from) / length).rounded(.down)
    return max(from, seconds - rounds * length)
  }

  /// Whether the song is heard then.
  package func plays(at time: Time) -> Bool {
    guard let heard else { return true }
    let seconds = seconds(at: time)
    return seconds >= heard.lowerBound.seconds && (isLooped || seconds < heard.upperBound.seconds)
  }
}
