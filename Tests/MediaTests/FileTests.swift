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
    #expect(during == [1] && folder.names == [".a.png.tmp.\(getpid())", "a.png"])
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
    for name in [".a.png.tmp.99999999", ".a.png.tmp.1", ".a.png.tmp.x", ".b.png.tmp.99999999"] {
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
    Interruption.install()
    var ends: [Int32] = [0, 0]
    Glibc.pipe(&ends)
    close(ends[0])
    let written = write(ends[1], "x", 1)
    #expect(written == -1 && errno == EPIPE)
    close(ends[1])
  }
}

@Suite("Media libraries")
struct MediaVersionsTests {
  @Test("are there, with their encoders")
  func lines() {
    #expect(MediaVersions.isComplete && MediaVersions.lines.contains("H.264 encoder libx264: present"))
  }
}
