package import Primitives

extension Drawing: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(size.width)
    writer.write(size.height)
    writer.write(background)
    writer.write(marks)
  }
}

extension Mark: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .fill(let outline, let ink, let matrix, let opacity):
      write(0, outline, ink, matrix, opacity, to: &writer)
    case .stroke(let outline, let width, let ink, let matrix, let opacity):
      write(1, outline, ink, matrix, opacity, to: &writer)
      writer.write(width)
    case .text(let block, let pass, let ink, let matrix, let opacity):
      write(2, block, ink, matrix, opacity, to: &writer)
      writer.write(pass)
    case .group(let group):
      writer.write(3)
      writer.write(group.marks)
      writer.write(group.opacity)
      writer.write(group.blend.rawValue)
      writer.write(group.clip != nil)
      if let clip = group.clip {
        writer.write(clip.outline)
        writer.write(clip.matrix)
        writer.write(clip.isFrame)
      }
      writer.write(group.mask != nil)
      if let mask = group.mask {
        writer.write(mask.marks)
        writer.write(mask.masking)
      }
      writer.write(group.filters)
    case .dissolve(let from, let to, let progress):
      writer.write(4)
      writer.write(from)
      writer.write(to)
      writer.write(progress)
    case .mix(let from, let to, let matte):
      writer.write(5)
      writer.write(from)
      writer.write(to)
      writer.write(matte)
    case .sheet(let sheet):
      writer.write(6)
      writer.write(sheet.size.width)
      writer.write(sheet.size.height)
      writer.write(sheet.marks)
      writer.write(sheet.toScreen)
    case .beneath(let beneath):
      writer.write(7)
      writer.write(beneath.clip.outline)
      writer.write(beneath.clip.matrix)
      writer.write(beneath.filters)
    case .lights(let lights, let ink, let matrix, let opacity):
      write(8, lights, ink, matrix, opacity, to: &writer)
    }
  }

  private func write(
    _ kind: Int, _ form: some Fingerprintable, _ ink: Ink, _ matrix: Matrix, _ opacity: Double,
    to writer: inout Fingerprinter
  ) {
    writer.write(kind)
    writer.write(form)
    writer.write(ink)
    writer.write(matrix)
    writer.write(opacity)
  }
}

extension Lights: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(glow)
    writer.write(sparks)
  }
}

extension Spark: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(tail)
    writer.write(head)
    writer.write(radius)
    writer.write(level)
  }
}

extension TextPass: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .fill: writer.write(0)
    case .outline(let width):
      writer.write(1)
      writer.write(width)
    case .shadow(let width, let blur):
      writer.write(2)
      writer.write(width)
      writer.write(blur)
    }
  }
}

extension Ink: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .color(let color):
      writer.write(0)
      writer.write(color)
    case .linear(let stops, let from, let to):
      writer.write(1)
      writer.write(stops)
      writer.write(from)
      writer.write(to)
    case .radial(let stops, let center, let radii):
      writer.write(2)
      writer.write(stops)
      writer.write(center)
      for number in [radii.width, radii.height] { writer.write(number) }
    case .picture(let sample):
      writer.write(sample.source.frame == nil ? 3 : 4)
      writer.write(sample.source.digest)
      if let frame = sample.source.frame { writer.write(frame.value) }
      writer.write(sample.size.width)
      writer.write(sample.size.height)
      writer.write(sample.isOpaque)
      writer.write(sample.isVector)
      writer.write(sample.toScreen)
      writer.write(sample.isBlurred)
    }
  }
}

extension ColorStop: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(color)
    writer.write(position)
  }
}
