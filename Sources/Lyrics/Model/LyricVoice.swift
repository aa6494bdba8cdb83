/// Who sings, as far as a sheet tells.
public struct LyricVoice: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable { case person, group, other }

  /// Where the lines of a voice stand in a duet.
  public enum Side: String, Hashable, Sendable, CaseIterable { case left, right, both }

  /// What lines and words call it: `v1`.
  public var id: String
  /// What people call it; empty where nobody said it.
  public var name: String
  public var kind: Kind

  public init(_ id: String, name: String = "", kind: Kind = .person) {
    self.id = id
    self.name = name
    self.kind = kind
  }

  /// A voice that a sheet only names. `D` (Walaoke), `v1000` (Apple) and lists are several people.
  init(undeclared id: String) {
    self.init(id, kind: id == "D" || id == "v1000" || id.contains(" ") ? .group : .person)
  }
}

extension LyricSheet {
  /// Those who sing lines of the main track: first the ones the sheet introduces, as it does, then
  /// the ones it only names, as they come in.
  public var singers: [LyricVoice] {
    var names: [String] = []
    var known: Set<String> = [""]
    for line in lines where known.insert(line.voice).inserted { names.append(line.voice) }
    let introduced = voices.filter { known.contains($0.id) }
    let others = names.filter { name in !voices.contains { $0.id == name } }
    return introduced + others.map(LyricVoice.init(undeclared:))
  }

  /// Where each voice stands: soloists left and right in turn, groups on both sides, and so does
  /// everybody if there is but one soloist.
  public var sides: [String: LyricVoice.Side] {
    let soloists = singers.filter { $0.kind != .group }
    guard soloists.count > 1 else { return [:] }
    var sides: [String: LyricVoice.Side] = [:]
    for (index, voice) in soloists.enumerated() { sides[voice.id] = index % 2 == 0 ? .left : .right }
    return sides
  }

  /// Where a voice stands.
  public func side(of voice: String) -> LyricVoice.Side { sides[voice] ?? .both }
}
