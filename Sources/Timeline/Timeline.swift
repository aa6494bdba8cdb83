package import Primitives

/// What plays when, resolved.
///
/// Never contains relative times, beats, overlaps on one track other than a transition, a
/// transition longer than a neighbour, clips outside the film, or a file that wasn't found; `violations`
/// looks for all of them.
package struct Timeline: Sendable {
  package var name: String
  package var size: PixelSize
  package var rate: FrameRate
  package var frameCount: Int
  package var background: Color
  /// In painting order.
  package var clips: [Clip]
  package var sounds: [SoundClip]
  /// How loud the whole is made, in LUFS; as loud as it comes if nil.
  package var loudness: Double?
  package var markers: [Marker]
  /// What its captions come to; says nothing that isn't in its clips.
  package var captions: [CaptionSummary] = []

  package init(
    name: String, size: PixelSize, rate: FrameRate, frameCount: Int, background: Color, clips: [Clip],
    sounds: [SoundClip], loudness: Double? = nil, markers: [Marker]
  ) {
    self.name = name
    self.size = size
    self.rate = rate
    self.frameCount = frameCount
    self.background = background
    self.clips = clips
    self.sounds = sounds
    self.loudness = loudness
    self.markers = markers
  }

  /// From the first frame's begin to the last one's end.
  package var length: Time { rate.start(of: FrameIndex(frameCount)) }
}

/// A moment with a name, such as where the chorus begins.
package struct Marker: Hashable, Sendable {
  package var name: String
  package var frame: FrameIndex

  package init(name: String, frame: FrameIndex) {
    self.name = name
    self.frame = frame
  }
}
