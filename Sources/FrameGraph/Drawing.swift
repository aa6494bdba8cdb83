package import Primitives
package import Timeline

/// The resolved display list of one frame: all that its pixels depend on.
///
/// Never contains closures, clocks, references or numbers off the grid; equal drawings are equal
/// pictures.
package struct Drawing: Hashable, Sendable {
  package let size: PixelSize
  package let background: Color
  /// In painting order.
  package let marks: [Mark]

  package init(size: PixelSize, background: Color, marks: [Mark]) {
    self.size = size
    self.background = background
    self.marks = marks
  }

  package var fingerprint: Fingerprint { Fingerprint(of: self) }
}

/// One thing painted.
package indirect enum Mark: Hashable, Sendable {
  /// The inside of an outline; the matrix takes its units to output pixels.
  case fill(Outline, Ink, at: Matrix, opacity: Double)
  /// A line along an outline, its width in the outline's units.
  case stroke(Outline, width: Double, Ink, at: Matrix, opacity: Double)
  case text(TextBlock, TextPass, Ink, at: Matrix, opacity: Double)
  /// Small lights; where they meet they are brighter, and white where they are too bright for the ink.
  case lights(Lights, Ink, at: Matrix, opacity: Double)
  case group(MarkGroup)
  /// As much of the second as `progress` says, and of the first as it leaves.
  case dissolve(from: [Mark], to: [Mark], progress: Double)
  /// As much of the second as a matte says, and of the first as it leaves.
  case mix(from: [Mark], to: [Mark], PlacedMatte)
  case sheet(Sheet)
  case beneath(Beneath)
}

/// Marks on a plane of their own, which is seen at an angle.
package struct Sheet: Hashable, Sendable {
  /// What can be seen of the plane; the marks are painted there as on a screen of this size.
  package var size: PixelSize
  package var marks: [Mark]
  /// Takes the sheet's pixels to output pixels.
  package var toScreen: Homography

  package init(size: PixelSize, marks: [Mark], toScreen: Homography) {
    (self.size, self.marks, self.toScreen) = (size, marks, toScreen)
  }

  /// Nothing is seen that is nearer to the eye.
  package static let nearest = 0.02
}

/// What lies beneath, filtered and then cut.
package struct Beneath: Hashable, Sendable {
  package var clip: MarkGroup.Clipping
  package var filters: [Filter]

  package init(_ clip: MarkGroup.Clipping, filters: [Filter]) {
    (self.clip, self.filters) = (clip, filters)
  }
}

/// What of the letters is painted; lengths in the units of the text.
package enum TextPass: Hashable, Sendable {
  case fill
  /// The letters grown by so much on all sides, with round corners; the inside included.
  case outline(width: Double)
  /// The same, softened by a Gaussian of so large a standard deviation.
  case shadow(width: Double, blur: Double)
}

/// Marks that meet what is beneath as one: cut, then filtered, then blended.
package struct MarkGroup: Hashable, Sendable {
  package var marks: [Mark]
  package var opacity: Double
  package var blend: BlendMode
  package var clip: Clipping?
  package var mask: Mask?
  package var filters: [Filter]

  package init(
    _ marks: [Mark], opacity: Double = 1, blend: BlendMode = .normal, clip: Clipping? = nil,
    mask: Mask? = nil, filters: [Filter] = []
  ) {
    self.marks = marks
    self.opacity = opacity
    self.blend = blend
    self.clip = clip
    self.mask = mask
    self.filters = filters
  }

  /// What says how much of each pixel is seen.
  package struct Mask: Hashable, Sendable {
    package var marks: [Mark]
    package var masking: Masking

    package init(marks: [Mark], masking: Masking) {
      self.marks = marks
      self.masking = masking
    }
  }

  package struct Clipping: Hashable, Sendable {
    package var outline: Outline
    package var matrix: Matrix
    /// Whether what it cuts is taken to go on there, as at the screen's edge, by filters of what is in it.
    package var isFrame: Bool

    package init(outline: Outline, matrix: Matrix, isFrame: Bool = false) {
      self.outline = outline
      self.matrix = matrix
      self.isFrame = isFrame
    }
  }
}

/// What a mark is painted with, in the units of its outline or text.
package enum Ink: Hashable, Sendable {
  case color(Color)
  case linear([ColorStop], from: Point, to: Point)
  case radial([ColorStop], center: Point, radii: Size)
  case picture(PictureSample)
}

/// Where a picture's pixels come from.
package struct PictureSource: Hashable, Sendable {
  /// Of the file's bytes.
  package var digest: Fingerprint
  /// Which frame of a clip; nil for a picture that doesn't move.
  package var frame: FrameIndex?

  package init(digest: Fingerprint, frame: FrameIndex? = nil) {
    self.digest = digest
    self.frame = frame
  }
}

/// A picture as it lies on the screen.
package struct PictureSample: Hashable, Sendable {
  package var source: PictureSource
  package var size: PixelSize
  package var isOpaque: Bool
  /// Whether it is drawn anew for every scale.
  package var isVector: Bool
  /// Takes picture pixels to output pixels.
  package var toScreen: Matrix
  /// Whether it is the soft copy that stands behind a picture of another shape.
  package var isBlurred: Bool

  package init(
    source: PictureSource, size: PixelSize, isOpaque: Bool, isVector: Bool = false, toScreen: Matrix,
    isBlurred: Bool
  ) {
    self.source = source
    self.size = size
    self.isOpaque = isOpaque
    self.isVector = isVector
    self.toScreen = toScreen
    self.isBlurred = isBlurred
  }
}
