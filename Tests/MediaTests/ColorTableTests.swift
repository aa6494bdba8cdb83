import Media
import Primitives
import Testing

@Suite("A file of colors")
struct ColorTableTests {
  private static func read(_ text: String) throws(Problem) -> ColorTable {
    try ColorTableFile(Array(text.utf8), path: "night.cube").table
  }

  private static let corners = (0..<8).map { "\($0 & 1) \($0 >> 1 & 1) \($0 >> 2)" }.joined(separator: "\n")

  @Test(
    "is read however it is written",
    arguments: [
      "LUT_3D_SIZE 2\n", "\u{FEFF}TITLE \"x\"\r\nLUT_3D_SIZE 2\r\nLUT_3D_INPUT_RANGE 0 1\r\n",
      "# by hand\n\tlut_3d_size  2 # edge\n\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX 1.0 1e0 +1\n",
    ])
  func reads(head: String) throws {
    let cube = try #require(try Self.read(head + Self.corners).cube)
    #expect(cube.size == 2 && cube.domain == .unit)
    #expect(Array(cube.entries[3..<6]) == [1, 0, 0], "red comes first")
  }

  @Test("may have lines before its cube, each with a range of its own")
  func hasBoth() throws {
    let head = "LUT_1D_SIZE 2\nLUT_1D_INPUT_RANGE -1 3\nLUT_3D_SIZE 2\n0 0 0\n.5 0.25 -2\n"
    let table = try Self.read(head + Self.corners)
    #expect(table.lines?.entries == [0, 0, 0, 0.5, 0.25, -2])
    #expect(table.lines?.domain.low == [-1, -1, -1])
    #expect(table.cube?.domain == .unit)
  }

  @Test("of Lustre's has blue first, and its own depth")
  func meshes() throws {
    let rows = (0..<125).map { "\($0 / 25 * 1023) \($0 / 5 % 5 * 1023) \($0 % 5 * 1023)" }.joined(
      separator: "\n")
    let table = try Self.read("3DMESH\nMesh 2 12\n0 256 512 768 1023\n\(rows)\nLUT8\ngamma 1.0\n")
    let cube = try #require(table.cube)
    #expect(cube.size == 5 && table.lines == nil)
    #expect(abs(cube.entries[3] - 1023.0 / 4095) < 1e-6 && cube.entries[5] == 0)
  }

  static let faults: [(String, String)] = [
    ("", "can't read the colors of night.cube: there is nothing in it"),
    ("0 0 0\n", "night.cube:1: there are colors before anything says how many"),
    ("LUT_3D_SIZE 2\n0 0 0\n0 nan 0\n", "night.cube:3: \"nan\" is no number that a color can be"),
    ("LUT_3D_SIZE 2\n0 0 0\n0 1e99 0\n", "night.cube:3: \"1e99\" is no number that a color can be"),
    ("LUT_3D_SIZE 2\n0 0\n", "night.cube:2: colors are 3 numbers, not 2"),
    ("LUT_3D_SIZE 2\n0 0 0\n", "night.cube:1: this announces 8 rows of colors, and there are 1"),
    ("LUT_3D_SIZE 999999999\n", "night.cube:1: a cube of 999999999 colors along an edge is too large"),
    ("LUT_3D_SIZE 1\n", "night.cube:1: LUT_3D_SIZE can't be 1: it is from 2 to 1073741824"),
    (
      "LUT_1D_SIZE 2\nDOMAIN_MIN 1 1 1\n0 0 0\n",
      "night.cube:2: colors begin at 1.0 and end at 1.0, which is no range"
    ),
    ("LUT_3D_SIZ 2\n", "night.cube:1: \"LUT_3D_SIZ\" is no word of a .cube file"),
    ("TITLE \"x\"\n", "can't read the colors of night.cube: no line says LUT_1D_SIZE or LUT_3D_SIZE"),
    (
      "3DMESH\nMesh 4 12\n0 0 0\n",
      "night.cube:2: a cube of 17 colors along an edge has 4913 rows, and there are 1"
    ),
    ("3DMESH\nMesh 99 12\n", "night.cube:2: Mesh are two numbers of bits, such as Mesh 4 12"),
    ("\u{89}PNG\r\n\u{1A}\n", "night.cube:1: \"\u{89}PNG\" is no word of a .cube file"),
  ]

  @Test("that makes no sense is an error with its line", arguments: faults)
  func refuses(text: String, message: String) {
    let problem = #expect(throws: Problem.self) { try Self.read(text) }
    #expect(problem?.message == message)
  }

  @Test("that is cut anywhere, or has a byte changed, is read or refused")
  func survives() {
    let whole = Array(
      ("LUT_1D_SIZE 2\nDOMAIN_MAX 2 2 2\nLUT_3D_SIZE 2\n0 0 0\n1 1 1\n" + Self.corners).utf8)
    var refusals = 0
    for index in whole.indices {
      for byte: UInt8 in [0, 9, 45, 57, 101, 255] {
        var bytes = whole
        bytes[index] = byte
        for bytes in [bytes, Array(whole[..<index])] {
          do { _ = try ColorTableFile(bytes, path: "x") } catch { refusals += 1 }
        }
      }
    }
    #expect(refusals > whole.count)
  }
}
