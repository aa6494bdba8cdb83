import Foundation
package import Primitives

extension Fingerprinter {
  /// A file by its place, size and date: what tells one build of a program from the next without
  /// reading it. Of a file that can't be looked at, the place.
  package mutating func write(stampOf path: String) {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let facts = try? FileManager.default.attributesOfItem(atPath: place)
    write(place)
    write(facts?[.size] as? Int ?? 0)
    write((facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)
  }
}
