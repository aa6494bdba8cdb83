package import Primitives

/// What of a mask says how much is seen.
public enum MaskChannel: String, Hashable, Sendable {
  /// How opaque the mask is.
  case alpha
  /// How bright it is: white shows, black and what is empty hide.
  case luma
}

/// How an element is masked.
package struct Masking: Hashable, Sendable {
  package var channel: MaskChannel
  /// Whether what the mask shows is hidden, and the rest seen.
  package var isInverted: Bool

  package init(_ channel: MaskChannel, isInverted: Bool) {
    self.channel = channel
    self.isInverted = isInverted
  }

  package var words: String { (isInverted ? "all but " : "") + channel.rawValue }
}

extension Masking: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(channel.rawValue)
    writer.write(isInverted)
  }
}
