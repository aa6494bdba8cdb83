/// What parts of a song are called, by how loud they are, how often they come back, and where they stand.
struct SectionLabels {
  let parts: [Range<Int>]
  let letters: [String]
  let blocks: BarFeatures

  private struct Group {
    var letter: String
    var members: [Int]
    var level: Double
    var length: Int
  }

  func labels() -> [String] {
    guard parts.count > 1 else { return parts.map { _ in "verse" } }
    let levels = parts.map { level($0, blocks.levels) }
    // What is shorter than four bars is an ending or a break, and says nothing of how loud the song is.
    let whole = parts.indices.filter { parts[$0].count >= 4 }
    let sorted = (whole.isEmpty ? Array(parts.indices) : whole).map { levels[$0] }.sorted()
    let (soft, loud) = (sorted[0], sorted[sorted.count - 1])
    let groups = groups(levels)
    // The chorus: what is loud and comes back, or, where nothing does, what is loudest.
    let span = max(1, loud - soft)
    func claim(_ group: Group) -> Double {
      (group.level - soft) / span + 0.25 * Double(min(3, group.members.count) - 1)
        + (group.members.contains(0) ? -0.4 : 0)
    }
    let chorus = groups.max { claim($0) < claim($1) }
    var labels = [String?](repeating: nil, count: parts.count)
    if let chorus, loud - soft > 1 {
      for index in chorus.members { labels[index] = "chorus" }
      // As loud as the chorus, or louder, and heard only once: the same in other clothes.
      for index in parts.indices where labels[index] == nil && index > 0 && parts[index].count >= 4 {
        let isAlone = letters.count { $0 == letters[index] } == 1
        let hasVerse = parts.indices.contains {
          labels[$0] == nil && $0 != index && $0 > 0 && parts[$0].count >= 4
        }
        if isAlone, hasVerse, levels[index] > chorus.level - 0.08 * span { labels[index] = "chorus" }
      }
    }
    if isDanceMusic {
      for index in parts.indices where labels[index] == "chorus" { labels[index] = "drop" }
    }
    for index in parts.indices where labels[index] == nil {
      labels[index] = other(index, levels: levels, labels: labels, groups: groups, soft: soft, span: span)
    }
    return labels.map { $0 ?? "instrumental" }
  }

  private func other(
    _ index: Int, levels: [Double], labels: [String?], groups: [Group], soft: Double, span: Double
  ) -> String {
    let isFirst = index == 0
    let isLast = index == parts.count - 1
    if isFirst, parts[index].count <= 12 { return "intro" }
    if isLast, levels[index] < soft + 0.8 * span { return "outro" }
    let next = index + 1 < parts.count ? labels[index + 1] : nil
    let before = index > 0 ? labels[index - 1] : nil
    if next == "drop" { return "build" }
    if before == "drop" { return "breakdown" }
    let comesBack = (groups.first { $0.letter == letters[index] }?.members.count ?? 1) > 1
    if next == "chorus", index > 0, parts[index].count <= 8, before != "chorus", before != "intro",
      before != nil
    {
      return "pre-chorus"
    }
    let chorusesBefore = labels[..<index].contains { $0 == "chorus" }
    if !comesBack, chorusesBefore, Double(index) > Double(parts.count) * 0.5, next == "chorus" {
      return "bridge"
    }
    return "verse"
  }

  private func groups(_ levels: [Double]) -> [Group] {
    var groups: [Group] = []
    for index in parts.indices {
      if let place = groups.firstIndex(where: { $0.letter == letters[index] }) {
        let count = Double(groups[place].members.count)
        groups[place].level = (groups[place].level * count + levels[index]) / (count + 1)
        groups[place].members.append(index)
        groups[place].length += parts[index].count
      } else {
        groups.append(
          Group(letter: letters[index], members: [index], level: levels[index], length: parts[index].count))
      }
    }
    return groups
  }

  private func level(_ part: Range<Int>, _ values: [Double]) -> Double {
    part.reduce(0) { $0 + values[$1] } / Double(max(1, part.count))
  }

  /// Whether the bass goes away for whole parts and comes back at once.
  private var isDanceMusic: Bool {
    let basses = parts.map { level($0, blocks.basses) }
    var drops = 0
    for index in parts.indices.dropFirst() where basses[index] - basses[index - 1] > 6 {
      if level(parts[index], blocks.levels) > level(parts[index - 1], blocks.levels) { drops += 1 }
    }
    return drops >= 2
  }
}
