import FrameGraph
import Primitives

/// Where a painter reads its clips: a decoder for each moment that a clip is at.
///
/// Views of one clip go on from where they are, each with its own decoder, so that n views cost n decodes. Before a
/// drawing is painted all its moments are known, and each is given the decoder that is nearest; one that nobody needs
/// jumps where something new begins. Decoders are kept as far as their number and their memory allow. Which of them
/// gives a frame has no say in how it looks.
final class Playheads {
  /// A decoder of one clip.
  private final class Head {
    let digest: Fingerprint
    let frames: any ClipFrames
    /// The frames that are next to one another and that it is needed for.
    var moments: ClosedRange<FrameIndex>?
    /// Whether those are at hand, so that it is needed only later.
    var isWaiting = false
    /// The drawing for which a frame was asked of it last.
    var lastUse: Int
    /// The frame that was asked for last.
    var latest: FrameIndex?
    /// The one from which it went back, until it is past that again.
    var turn: FrameIndex?

    init(_ digest: Fingerprint, _ frames: any ClipFrames, lastUse: Int) {
      (self.digest, self.frames, self.lastUse) = (digest, frames, lastUse)
    }

    /// Whether frames that it gave will be asked for again.
    var goesBack: Bool { turn != nil }
  }

  private let pictures: PictureStore
  /// The one that was used last at the end.
  private var heads: [Head] = []
  /// Counts drawings.
  private var clock = 0
  private var lastForgetting = 0

  init(_ pictures: PictureStore) { self.pictures = pictures }

  /// To be said before each drawing.
  ///
  /// - Parameters:
  ///   - sources: the frames of clips that it shows.
  ///   - isAtHand: whether nothing need be decoded for one.
  func turnPage(showing sources: [PictureSource], where isAtHand: (PictureSource) -> Bool) {
    clock += 1
    for head in heads { (head.moments, head.isWaiting) = (nil, false) }
    guard !heads.isEmpty, !sources.isEmpty else { return }
    var seen: Set<Fingerprint> = []
    for digest in heads.map(\.digest) where seen.insert(digest).inserted {
      let numbers = Set(sources.filter { $0.digest == digest }.compactMap(\.frame))
      assign(Self.runs(numbers), of: digest) { isAtHand(PictureSource(digest: digest, frame: $0)) }
    }
  }

  /// Frames that follow one another, as where two are mixed, come from one decoder.
  private static func runs(_ numbers: Set<FrameIndex>) -> [ClosedRange<FrameIndex>] {
    numbers.sorted().reduce(into: []) { runs, number in
      if let last = runs.last, last.upperBound.distance(to: number) == 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
  }

  /// Gives each run the decoder that is nearest, the nearest pair first. What is on a decoder's shelf, or at hand
  /// without one, only keeps a decoder from jumping elsewhere that isn't needed for more.
  private func assign(
    _ runs: [ClosedRange<FrameIndex>], of digest: Fingerprint, _ isAtHand: (FrameIndex) -> Bool
  ) {
    let own = heads.filter { $0.digest == digest }
    var pairs: [(head: Head, run: ClosedRange<FrameIndex>, distance: Int)] = []
    var (kept, waiting): ([(Head, ClosedRange<FrameIndex>)], [(Head, ClosedRange<FrameIndex>)]) = ([], [])
    for run in runs {
      let wanted = run.first { !isAtHand($0) }
      let ways = own.compactMap { head in
        head.frames.distance(to: wanted ?? run.upperBound).map { (head: head, distance: $0) }
      }
      if wanted == nil {
        waiting += ways.map { ($0.head, run) }
      } else if ways.contains(where: { $0.distance == 0 }) {
        kept += ways.filter { $0.distance == 0 }.map { ($0.head, run) }
      } else {
        pairs += ways.map { ($0.head, run, $0.distance) }
      }
    }
    pairs.sort { $0.distance < $1.distance }
    var given: Set<ClosedRange<FrameIndex>> = []
    func give(_ head: Head, _ run: ClosedRange<FrameIndex>, isWaiting: Bool = false) {
      guard head.moments == nil, given.insert(run).inserted else { return }
      (head.moments, head.isWaiting) = (run, isWaiting)
    }
    for pair in pairs { give(pair.head, pair.run) }
    for (head, run) in kept { give(head, run) }
    for (head, run) in waiting { give(head, run, isWaiting: true) }
  }

  /// A frame, from the decoder that has the shortest way to it.
  func bitmap(_ digest: Fingerprint, _ frame: FrameIndex) throws(Problem) -> Bitmap {
    let head = try head(for: digest, frame)
    if head.moments?.contains(frame) != true { (head.moments, head.isWaiting) = (frame...frame, false) }
    follow(head, to: frame)
    heads.removeAll { $0 === head }
    heads.append(head)
    return try head.frames.bitmap(frame)
  }

  /// Says that a clip is shown although nothing of it need be decoded.
  func touch(_ digest: Fingerprint, _ frame: FrameIndex) {
    for head in heads where head.digest == digest {
      if head.moments?.contains(frame) == true { head.lastUse = clock }
    }
  }

  /// Closes the decoders that weren't needed since this was last asked.
  func forgetUnused() {
    let count = heads.count
    heads.removeAll { $0.lastUse <= lastForgetting }
    lastForgetting = clock
    if heads.count < count { share() }
  }

  private func head(for digest: Fingerprint, _ frame: FrameIndex) throws(Problem) -> Head {
    let own = heads.filter { $0.digest == digest }
    if let head = own.first(where: { $0.moments?.contains(frame) == true && !$0.isWaiting }) { return head }
    // At hand, or next to what was given last, as where two frames are mixed.
    for near in 0...1 {
      if let head = own.first(where: { $0.frames.distance(to: frame) == near }) { return head }
    }
    // What nobody needs now goes where this begins: of several, the one that was there last.
    if let head = own.last(where: { $0.moments == nil }) { return head }
    if let head = try opened(digest, beside: own) { return head }
    // There are too few. It takes the place that was needed last, and so is needed again last.
    return own.last(where: \.isWaiting) ?? own[own.count - 1]
  }

  /// One more decoder; nil if the clip has some and there may be no more.
  private func opened(_ digest: Fingerprint, beside own: [Head]) throws(Problem) -> Head? {
    let bytes = own.first?.frames.decoderBytes ?? 0
    var isFull: Bool { heads.count >= max(1, pictures.clipDecoders) }
    var isHeavy: Bool { furtherBytes + bytes > pictures.clipBytes - least }
    // What nobody needs now, of other clips, goes first.
    while isFull || isHeavy, let idle = heads.firstIndex(where: { $0.moments == nil }) {
      heads.remove(at: idle)
    }
    if !own.isEmpty, isFull || isHeavy { return nil }
    // A clip must have one; whose place that was opens its clip again.
    if isFull { heads.remove(at: heads.lastIndex(where: \.isWaiting) ?? heads.count - 1) }
    let head = Head(digest, try pictures.openClip(digest), lastUse: clock)
    heads.append(head)
    share()
    return head
  }

  /// What all decoders take that aren't the first one of a clip that is shown.
  private var furtherBytes: Int {
    var seen: Set<Fingerprint> = []
    return heads.reduce(0) { sum, head in
      head.moments != nil && seen.insert(head.digest).inserted ? sum : sum + head.frames.decoderBytes
    }
  }

  /// Notes where a decoder goes, and whether it will come that way again.
  private func follow(_ head: Head, to frame: FrameIndex) {
    let before = head.goesBack
    // One that was idle begins anew.
    if head.lastUse < clock - 1 { (head.latest, head.turn) = (nil, nil) }
    if let latest = head.latest, frame < latest {
      // What doesn't fit is gone before it is asked for again.
      let fits = frame.distance(to: latest) * head.frames.frameBytes <= rest
      head.turn = fits ? max(head.turn ?? latest, latest) : nil
    } else if let turn = head.turn, frame > turn {
      head.turn = nil
    }
    (head.latest, head.lastUse) = (frame, clock)
    if head.goesBack != before { share() }
  }

  /// What may be kept of frames beside the decoders.
  private var rest: Int { max(least, pictures.clipBytes - furtherBytes) }
  private var least: Int { min(pictures.clipBytes / 4, 48 << 20) }

  /// Forwards, next to nothing is asked for twice.
  private static let forwardShare = 16

  /// Says to each how much it may keep.
  private func share() {
    let backwards = heads.count(where: \.goesBack)
    let parts = backwards * Self.forwardShare + heads.count - backwards
    let part = rest / max(Self.forwardShare, parts)
    for head in heads { head.frames.keep(atMost: head.goesBack ? part * Self.forwardShare : part) }
  }
}
