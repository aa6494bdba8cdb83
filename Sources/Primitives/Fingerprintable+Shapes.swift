extension Point: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(x)
    writer.write(y)
  }
}

extension Matrix: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    for number in [a, b, c, d, tx, ty] { writer.write(number) }
  }
}

extension Color: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    for channel in [red, green, blue, alpha] { writer.write(channel) }
  }
}
