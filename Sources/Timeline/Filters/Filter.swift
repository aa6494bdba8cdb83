package import Primitives

/// What is done to the pixels of an element once it is painted, with nothing left to evaluate.
///
/// Lengths are pixels of the screen, and everything is on the grid of drawings. Equal filters do the same on every
/// machine.
package enum Filter: Hashable, Sendable {
  /// Takes what is near into account.
  case soften(Softening)
  /// Adds light, or takes it away.
  case shine(Shining)
  /// Makes pixels look like those of something else: film, a screen, a cheap lens.
  case texture(Texture)
  /// Makes other colors of colors.
  case grade(Grading)
  /// Moves pixels about.
  case warp(Warp)
  /// Lays something beneath.
  case shadow(Shadow)
  /// Takes away what was there, bit by bit.
  case burn(Burn)
  /// Makes an edge soft.
  case feather(Feather)
  /// Takes something away.
  case key(Keying)
}

/// Filters that have something in common.
package protocol FilterFamily: Hashable, Sendable, Fingerprintable {
  /// Whether it leaves everything as it is.
  var doesNothing: Bool { get }
  /// What it does, in a few words.
  var name: String { get }
}

extension Filter {
  private var family: any FilterFamily {
    switch self {
    case .soften(let softening): softening
    case .shine(let shining): shining
    case .texture(let texture): texture
    case .grade(let grading): grading
    case .warp(let warp): warp
    case .shadow(let shadow): shadow
    case .burn(let burn): burn
    case .feather(let feather): feather
    case .key(let keying): keying
    }
  }

  package var doesNothing: Bool { family.doesNothing }
  package var name: String { family.name }

  /// Whether what hides everything beneath it still does.
  package var keepsCover: Bool {
    switch self {
    case .warp(let warp): warp.keepsCover
    case .burn, .feather, .key: false
    case .soften, .shine, .texture, .grade, .shadow: true
    }
  }

  /// This filter and the next as one, where that comes to the same.
  package func joined(with next: Filter) -> Filter? {
    guard case .grade(.matrix(let first)) = self, case .grade(.matrix(let second)) = next else {
      return nil
    }
    return .grade(.matrix(first.then(second)))
  }
}

extension Matrix {
  /// Its numbers, in a bracket.
  package var words: String { "[\([a, b, c, d, tx, ty].map(\.brief).joined(separator: " "))]" }
}

extension Filter: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .soften: writer.write(0)
    case .shine: writer.write(1)
    case .texture: writer.write(2)
    case .grade: writer.write(3)
    case .warp: writer.write(4)
    case .shadow: writer.write(5)
    case .burn: writer.write(6)
    case .feather: writer.write(7)
    case .key: writer.write(8)
    }
    family.write(to: &writer)
  }
}
