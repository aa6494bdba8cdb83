import Primitives

/// The song whose beats are the film's, and when it plays.
struct FilmSong {
  let song: Song
  /// Where in the film the song's own beginning would be; before zero if the film starts inside it.
  let origin: Time

  /// The first soundtrack's song.
  init?(first layers: Layers) {
    for layer in layers {
      switch layer.content {
      case .sound(let sound):
        song = sound.song
        origin = layer.timing.start.shift.time - sound.from
        return
      case .group(let children), .series(let children):
        if let inner = FilmSong(first: children) {
          self = inner
          return
        }
      case .solid, .image, .text, .shape: continue
      }
    }
    return nil
  }

  func filmTime(of songTime: Time) -> Time { origin + songTime }
}
