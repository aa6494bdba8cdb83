import Foundation
import Testing

/// Every strip with its exhibition; those of the name in `LIBRETTO_STRIP` alone, if it says one.
private let hung: [(String, Strip)] = {
  let wanted = ProcessInfo.processInfo.environment["LIBRETTO_STRIP"] ?? ""
  return Gallery.all.flatMap { gallery in gallery.strips.map { (gallery.name, $0) } }
    .filter { wanted.isEmpty || $0.1.name == wanted }
}()

@Suite("The gallery in the documentation")
struct GalleryTests {
  @Test("shows what is painted", arguments: hung)
  func isTrue(exhibition: String, strip: Strip) throws { try expectStrip(strip, in: exhibition) }

  @Test("has a place on its page for every strip, and no other pictures", arguments: Gallery.all.indices)
  func isComplete(index: Int) throws {
    let gallery = Gallery.all[index]
    let names = gallery.strips.map(\.name)
    #expect(try gallery.pictures() == names.sorted())
    let shown = names.map { $0.filter { $0 != "-" }.lowercased() }
    let declared = try gallery.declaredNames()
    let unseen = declared.filter { name in !shown.contains { $0.hasPrefix(name.lowercased()) } }
    #expect(!declared.isEmpty && unseen.isEmpty, "these have no strip")
    let page = try gallery.pageText()
    let missing = names.filter { !page.contains("](Gallery/\(gallery.name)/\($0).jpg)") }
    #expect(missing.isEmpty, "Docs/\(gallery.page) doesn't show these")
  }
}
