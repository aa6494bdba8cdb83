package import Primitives

/// A moving picture that was found and looked at.
package struct VideoAsset: Sendable {
  package var path: AssetPath
  package var facts: ClipFacts

  package init(path: AssetPath, facts: ClipFacts) {
    self.path = path
    self.facts = facts
  }
}

/// A frame of a clip, or two of which the second is seen so much.
package struct ClipMoment: Hashable, Sendable {
  package var frame: FrameIndex
  /// Over the first, by a share between 0 and 1; nil where one is seen alone.
  package var next: FrameIndex?
  package var share: Double

  package init(_ frame: FrameIndex, next: FrameIndex? = nil, share: Double = 0) {
    self.frame = frame
    self.next = next
    self.share = share
  }
}

/// How a clip comes to the film's frame rate.
public enum FrameConform: String, Hashable, Sendable {
  /// Each frame of the film shows one of the clip: the one whose time is nearest.
  case nearest
  /// Between two frames of the clip both are seen, each so much as it is near.
  case blend
}
