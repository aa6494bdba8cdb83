import Foundation
import Media
package import Primitives

extension Fingerprinter {
  /// A file by its place, size and date: what tells one build of a program from the next without
  /// reading it. Of a file that can't be looked at, the place.
  package mutating func write(stampOf path: String) {
    write(URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    FileStamp(of: path)?.write(to: &self)
  }
}
