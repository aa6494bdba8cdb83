import Glibc
import Primitives
import Testing

@testable import Media

@Suite("An unfinished file")
struct FileTests {
  @Test("has its name only when it is finished, and replaces what was there")
  func publish() throws {
    let folder = TemporaryFolder()
    let path = try folder.file("a.png", [1])
    let file = try UnfinishedFile.create(for: path)
    try file.write([2, 3])
    let during = try InputFile.open(path).bytes(limit: 9)
    let names = folder.names
    #expect(
      during == [1] && names.count == 2 && names[0].hasPrefix(".a.png.tmp.\(getpid()).")
        && names[1] == "a.png")
    try file.publish()
    let after = try InputFile.open(path).bytes(limit: 9)
    #expect(after == [2, 3] && folder.names == ["a.png"])
  }

  @Test("goes where a link leads, though nothing is there yet")
  func throughLinks() throws {
    let folder = TemporaryFolder()
    symlink("b.png", folder.file("a.png"))
    symlink(folder.file("c.png"), folder.file("b.png"))
    symlink("d.png", folder.file("d.png"))
    let file = try UnfinishedFile.create(for: folder.file("a.png"))
    try file.write([7])
    try file.publish()
    let written = try InputFile.open(folder.file("c.png")).bytes(limit: 9)
    var status = stat()
    lstat(folder.file("a.png"), &status)
    #expect(written == [7] && status.st_mode & S_IFMT == S_IFLNK)
    let circle = problem { () throws(Problem) in try UnfinishedFile.create(for: folder.file("d.png")) }
    #expect(circle?.kind == .cannotCreate)
  }

  @Test("is neither written to nor published where somebody put a link in its place")
  func swapped() throws {
    let folder = TemporaryFolder()
    let victim = try folder.file("victim", [9])
    let found = problem { () throws(Problem) in
      let file = try UnfinishedFile.create(for: folder.file("a.png"))
      let name = folder.names.first { $0.hasPrefix(".a.png") } ?? ""
      unlink(folder.file(name))
      symlink(victim, folder.file(name))
      try file.write([1])
      try file.publish()
    }
    let left = try InputFile.open(victim).bytes(limit: 9)
    #expect(left == [9] && found?.kind == .cannotCreate)
    #expect(found?.message.contains("somebody else put another file in its place") == true)
    #expect(!folder.names.contains("a.png"))
  }

  @Test("has a name that nobody can have put a link under beforehand")
  func unguessable() throws {
    let folder = TemporaryFolder()
    var names: Set<String> = []
    for _ in 0..<8 {
      let file = try UnfinishedFile.create(for: folder.file("a.png"), isPrivate: true)
      names.formUnion(folder.names)
      let mode = try #require(Self.mode(of: file.path))
      #expect(mode == 0o600)
    }
    #expect(names.count == 8)
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// Only root can make what is somebody else's.
  @Test("doesn't go where somebody else's link leads", .enabled(if: geteuid() == 0))
  func foreignLink() throws {
    let folder = TemporaryFolder()
    symlink(try folder.file("victim", [9]), folder.file("a.png"))
    lchown(folder.file("a.png"), 4711, 4711)
    let found = problem { () throws(Problem) in try UnfinishedFile.create(for: folder.file("a.png")) }
    #expect(found?.message.contains("a link that somebody else made") == true)
  }

  @Test(
    "is kept in a folder of this user alone, which is made or closed",
    arguments: [(nil, 0o700), (0o700, 0o700), (0o777, 0o755), (0o1777, 0o1777), (0o775, 0o755)]
      as [(mode_t?, mode_t)])
  func privateFolder(before: mode_t?, after: mode_t) throws {
    let folder = TemporaryFolder()
    let path = folder.file("cache")
    if let before {
      mkdir(path, 0o700)
      chmod(path, before)
    }
    try PrivateFolder.settle(path)
    #expect(Self.mode(of: path) == after)
    #expect(PrivateFolder.isPrivate(path) == (after != 0o1777))
    rmdir(path)
  }

  @Test("isn't kept in a folder of somebody else's", .enabled(if: geteuid() == 0))
  func foreignFolder() throws {
    let folder = TemporaryFolder()
    let path = folder.file("cache")
    mkdir(path, 0o755)
    chown(path, 4711, 4711)
    let found = problem { () throws(Problem) in try PrivateFolder.settle(path) }
    #expect(found?.message.hasSuffix("it is somebody else's") == true)
    rmdir(path)
  }

  @Test("leaves nothing behind when it is given up")
  func abandoned() throws {
    let folder = TemporaryFolder()
    do {
      let file = try UnfinishedFile.create(for: folder.file("a.png"))
      try file.write([1])
    }
    #expect(folder.names.isEmpty)
  }

  @Test("sweeps away what a killed process left of it, and nothing else")
  func sweeping() throws {
    let folder = TemporaryFolder()
    // No process has so high a number; number 1 is always there.
    for name in [
      ".a.png.tmp.99999999", ".a.png.tmp.99999998.abc", ".a.png.tmp.1", ".a.png.tmp.x",
      ".b.png.tmp.99999999",
    ] {
      _ = try folder.file(name, [1])
    }
    do { _ = try UnfinishedFile.create(for: folder.file("a.png")) }
    #expect(folder.names == [".a.png.tmp.1", ".a.png.tmp.x", ".b.png.tmp.99999999"])
  }

  @Test(
    "is refused where no file can be", arguments: ["/nowhere/x.mp4", "/tmp", "/dev/null", "/tmp/x/", ""])
  func refused(path: String) {
    let found = problem { () throws(Problem) in try UnfinishedFile.create(for: path) }
    #expect(found?.kind == .cannotCreate)
  }

  @Test("takes names as long as the system does")
  func longName() throws {
    let folder = TemporaryFolder()
    let name = String(repeating: "x", count: 255)
    _ = try folder.file(name, [1])
    #expect(folder.names == [name])
  }
}

/// What signals do is tested on the command: here one would stop every test at work.
@Suite("An interruption")
struct InterruptionTests {
  @Test("by a closed pipe is none")
  func pipe() {
    Interruption.note()
    var ends: [Int32] = [0, 0]
    Glibc.pipe(&ends)
    close(ends[0])
    let written = write(ends[1], "x", 1)
    #expect(written == -1 && errno == EPIPE)
    close(ends[1])
  }
}

@Suite("A file that was looked at")
struct KnownFileTests {
  /// What happens to it, and whether it is still the same, read once and read again and again.
  static let changes: [(what: String, whole: Bool, streamed: Bool)] = [
    ("nothing", true, true), ("other rights", true, true), ("another name", true, true),
    ("a copy in its place", true, true), ("another date", true, false),
    ("the same bytes again", true, false),
    ("other bytes", false, false), ("other bytes, and the old date", false, false),
    ("cut short", false, false),
    ("gone", false, false),
  ]

  @Test("is the same as long as all that was read of it is", arguments: changes, [false, true])
  func stays(change: (what: String, whole: Bool, streamed: Bool), isStreamed: Bool) throws {
    let folder = TemporaryFolder()
    let path = try folder.file("a.wav", [1, 2, 3])
    var old = [timespec(tv_sec: 1_000_000, tv_nsec: 5), timespec(tv_sec: 1_000_000, tv_nsec: 5)]
    utimensat(AT_FDCWD, path, old, 0)
    let known = try KnownFile.look(at: path, isStreamed: isStreamed)
    func put(_ bytes: [UInt8]) {
      let file = open(path, O_WRONLY | O_TRUNC)
      write(file, bytes, bytes.count)
      close(file)
    }
    switch change.what {
    case "other rights": chmod(path, 0o600)
    case "another name": link(path, folder.file("b.wav"))
    case "a copy in its place": _ = try folder.file("a.wav", [1, 2, 3])
    case "another date":
      old[1].tv_sec += 1
      utimensat(AT_FDCWD, path, old, 0)
    case "the same bytes again": put([1, 2, 3])
    case "other bytes": put([1, 2, 4])
    case "other bytes, and the old date":
      put([1, 2, 4])
      utimensat(AT_FDCWD, path, old, 0)
    case "cut short": truncate(path, 2)
    case "gone": unlink(path)
    default: break
    }
    let found = problem { () throws(Problem) in try known.check() }
    let isSame = isStreamed ? change.streamed : change.whole
    #expect((found == nil) == isSame)
    #expect(isSame || found?.kind == .temporary && found?.message.contains(path) == true)
  }
}

@Suite("Media libraries")
struct MediaVersionsTests {
  @Test(
    "are all at work, tell their versions, and have a build of their own", arguments: NativeLibrary.allCases
  )
  func library(one: NativeLibrary) {
    let loaded = LoadedLibrary.all.filter { $0.name.hasPrefix(one.file) }
    #expect(loaded.count == 1 && loaded[0].build.count >= 16)
    #expect(one.version.contains { $0.isNumber })
    #expect(MediaVersions.lines.contains("\(one.name) \(one.version)"))
  }

  @Test("are no others after one was loaded that the engine wasn't linked to")
  func plugIn() throws {
    let before = LoadedLibrary.all.map(\.name)
    let other = dlopen("libutil.so.1", RTLD_NOW)
    #expect(LoadedLibrary.all.map(\.name) == before && before.contains { $0.hasPrefix("libm.so") })
    if let other { dlclose(other) }
  }

  @Test("are there, with their encoders")
  func lines() {
    #expect(MediaVersions.isComplete && MediaVersions.lines.contains("H.264 encoder libx264: present"))
  }
}
