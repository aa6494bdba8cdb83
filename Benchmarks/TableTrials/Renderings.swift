import Media
import Primitives
import Raster

/// A chart of 16 bits taken through tables, against what others made of it.
struct Renderings {
  let folder: String

  private static let references = [
    ("synthetic_warm9.cube", "warm9_tetrahedral.png"),
    ("synthetic_teal_orange_17.cube", "teal17_tetrahedral.png"),
    ("synthetic_resolve_bom_crlf_warm9.cube", "warm9_tetrahedral.png"),
  ]

  /// Prints how far they are apart, and returns whether that is no more than 2 of 65,535.
  func report() throws(Problem) -> Bool {
    var isRight = true
    let chart = try PictureFile.open(folder + "/ref/chart16.png").storedNumbers()
    for (table, reference) in Renderings.references {
      let wanted = try PictureFile.open(folder + "/ref/" + reference).storedNumbers()
      let most = try distance(try ColorTableFile.read(folder + "/" + table).table, chart, wanted)
      print("\(table) and \(reference): at most \(most) of 65535 apart")
      if most > 2 { isRight = false }
    }
    for level in [4, 8] {
      let identity = try ColorTableFile.read(folder + "/ref/hald_identity_level\(level).png").table
      let most = try distance(identity, chart, chart)
      print("hald_identity_level\(level).png and nothing: at most \(most) of 65535 apart")
      // The picture itself has 8 bits, rounded as whoever wrote it pleased.
      if most > 257 { isRight = false }
    }
    return isRight
  }

  private func distance(_ table: ColorTable, _ chart: [Float], _ wanted: [Float]) throws(Problem) -> Int {
    func word(_ value: Float) -> Int { Int(max(0, min(1, value)) * 65_535 + 0.5) }
    return zip(table.applied(to: chart), wanted).map { abs(word($0) - word($1)) }.max() ?? 65_535
  }
}
