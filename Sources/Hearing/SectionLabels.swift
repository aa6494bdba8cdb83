/// What parts of a song are called: by how loud they are, how often and how exactly they come back, and where they stand.
struct SectionLabels {
  let parts: [Range<Int>]
  let letters: [String]
  /// By part: how exactly its bars come back in others, from 0 to 1.
  let repetition: [Double]
  let blocks: BarFeatures

  /// Parts with the same letter.
  private struct Group {
    var letter: String
    var members: [Int] = []
    var level = 0.0
    var repetition = 0.0
  }

  /// What is shorter is an ending or a break, and says nothing of how loud the song is.
  private static let shortest = 4
  private static let longestIntro = 12
  private static let longestPreChorus = 8
  private static let longestBuild = 16
  /// Mean levels of parts of a song without loud and soft ones differ by less, in decibels.
  private static let leastSpan = 1.0

  func labels() -> [String] {
    guard parts.count > 1 else { return parts.map { _ in "verse" } }
    let levels = parts.map { mean($0, blocks.levels) }
    let whole = parts.indices.filter { parts[$0].count >= SectionLabels.shortest }
    let sorted = (whole.isEmpty ? Array(parts.indices) : whole).map { levels[$0] }.sorted()
    let (soft, loud) = (sorted[0], sorted[sorted.count - 1])
    let span = max(SectionLabels.leastSpan, loud - soft)
    let groups = groups(levels)
    let choruses = choruses(groups, levels, soft: soft, span: span)
    if DanceForm(parts: parts, levels: levels, blocks: blocks).hasDrops(choruses) {
      return danceLabels(drops: choruses, levels)
    }
    var labels = [String?](repeating: nil, count: parts.count)
    for index in choruses { labels[index] = "chorus" }
    let isQuiet = levels.map { $0 < soft + 0.8 * span }
    for index in parts.indices where labels[index] == nil {
      let comesBack = (groups.first { $0.letter == letters[index] }?.members.count ?? 1) > 1
      labels[index] = other(index, labels: labels, isQuiet: isQuiet[index], comesBack: comesBack)
    }
    return labels.map { $0 ?? "instrumental" }
  }

  /// The parts that are the chorus; none in a song that is equally loud all along and repeats nothing more exactly.
  private func choruses(_ groups: [Group], _ levels: [Double], soft: Double, span: Double) -> [Int] {
    let usual = weightedMean(repetition, of: Array(parts.indices))
    func claim(_ group: Group) -> Double {
      let exactness = max(-0.3, min(0.3, group.repetition - usual))
      let isShort = group.members.allSatisfy { parts[$0].count < SectionLabels.shortest }
      return (group.level - soft) / span + 0.25 * Double(min(3, group.members.count) - 1)
        + 2 * exactness + 0.15 * Double(arrivals(at: group, groups))
        - (group.members.contains(0) ? 0.4 : 0) - (isShort ? 1 : 0)
    }
    guard let chorus = groups.max(by: { claim($0) < claim($1) }) else { return [] }
    guard span > SectionLabels.leastSpan || chorus.repetition > usual + 0.1 else { return [] }
    // As loud as the chorus, as exactly repeated, and heard only once: the same in other clothes.
    let disguised = parts.indices.filter { index in
      let isAlone = letters.count { $0 == letters[index] } == 1
      let hasVerse = parts.indices.contains {
        !chorus.members.contains($0) && $0 != index && $0 > 0 && parts[$0].count >= SectionLabels.shortest
      }
      return isAlone && hasVerse && index > 0 && parts[index].count >= SectionLabels.shortest
        && levels[index] > chorus.level - 0.08 * span && repetition[index] > chorus.repetition - 0.1
    }
    return (chorus.members + disguised.filter { !chorus.members.contains($0) }).sorted()
  }

  /// How much oftener what comes back leads to a group than away from it: verses lead to choruses.
  private func arrivals(at group: Group, _ groups: [Group]) -> Int {
    let returning = Set(groups.filter { $0.members.count > 1 && $0.letter != group.letter }.map(\.letter))
    let before = group.members.count { $0 > 0 && returning.contains(letters[$0 - 1]) }
    let after = group.members.count { $0 + 1 < parts.count && returning.contains(letters[$0 + 1]) }
    return before - after
  }

  private func other(_ index: Int, labels: [String?], isQuiet: Bool, comesBack: Bool) -> String {
    let isLast = index == parts.count - 1
    if index == 0, parts[index].count <= SectionLabels.longestIntro { return "intro" }
    if isLast, isQuiet { return "outro" }
    let next = isLast ? nil : labels[index + 1]
    if let before = index > 0 ? labels[index - 1] : nil, next == "chorus",
      parts[index].count <= SectionLabels.longestPreChorus, before != "chorus", before != "intro"
    {
      return "pre-chorus"
    }
    let hadChorus = labels[..<index].contains { $0 == "chorus" }
    if !comesBack, hadChorus, index * 2 > parts.count, next == "chorus" { return "bridge" }
    return "verse"
  }

  /// Dance music: what rises to a drop is a build, what comes down from one a breakdown.
  private func danceLabels(drops: [Int], _ levels: [Double]) -> [String] {
    var labels = [String](repeating: "", count: parts.count)
    for index in drops { labels[index] = "drop" }
    var bars = 0
    for index in parts.indices.reversed().dropFirst() where labels[index].isEmpty {
      if index == 0, parts[index].count <= SectionLabels.longestIntro { continue }
      let next = labels[index + 1]
      bars = next == "build" ? bars + parts[index].count : parts[index].count
      let goesOn = next == "build" && bars <= SectionLabels.longestBuild && !drops.contains(index - 1)
      if next == "drop" || goesOn, levels[index] < levels[index + 1] { labels[index] = "build" }
    }
    for index in parts.indices where labels[index].isEmpty {
      let isIntro = index == 0 && parts[index].count <= SectionLabels.longestIntro
      labels[index] =
        isIntro
        ? "intro"
        : index == parts.count - 1 ? "outro" : drops.contains(index - 1) ? "breakdown" : "verse"
    }
    return labels
  }

  private func groups(_ levels: [Double]) -> [Group] {
    var groups: [Group] = []
    for index in parts.indices {
      if let place = groups.firstIndex(where: { $0.letter == letters[index] }) {
        groups[place].members.append(index)
      } else {
        groups.append(Group(letter: letters[index], members: [index]))
      }
    }
    return groups.map { group in
      var group = group
      group.level = group.members.reduce(0) { $0 + levels[$1] } / Double(group.members.count)
      group.repetition = weightedMean(repetition, of: group.members)
      return group
    }
  }

  /// The mean over some parts, by their lengths.
  private func weightedMean(_ values: [Double], of indices: [Int]) -> Double {
    let bars = indices.reduce(0) { $0 + parts[$1].count }
    return indices.reduce(0) { $0 + values[$1] * Double(parts[$1].count) } / Double(max(1, bars))
  }

  private func mean(_ part: Range<Int>, _ values: [Double]) -> Double {
    part.reduce(0) { $0 + values[$1] } / Double(max(1, part.count))
  }
}
