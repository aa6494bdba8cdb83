extension CaptionLook {
  /// A line on a dark bar at the bottom, whose letters fill with color as they are sung.
  public static let karaokeBar = CaptionLook {
    $0.style(
      .karaoke(sung: .hex(0x4FC3FF)).font("Inter", size: .vmin(6.4), weight: .extraBold).lineHeight(1.1)
        .boxed(
          .color(.ink.opacity(0.72)), padding: (x: .vmin(4), y: .vmin(1.6)), cornerRadius: .vmin(1.4))
    )
    .gaps(.dots(4, after: 4)).placed(.bottom)
  }

  /// As films have them: small, at the bottom, shaded all around, there and gone at once.
  public static let film = CaptionLook {
    let type = TextStyle().font("Inter", size: .vmin(4.6), weight: .medium).fill(.hex(0xFAF6EA))
      .outlined(.black.opacity(0.5), .vmin(0.2)).shadedAround()
    return $0.style(.line(.cut).typeset(as: type)).paged(lines: 2, characters: 42).placed(.bottom)
  }

  /// Words thrown onto the screen in rows that fill it.
  public static let kinetic = CaptionLook { $0.style(.kinetic()) }

  /// Code that resolves into words.
  public static let scramble = CaptionLook { $0.style(.scramble()).paged(lines: 2) }

  /// Glass tubes that light up.
  public static let neon = CaptionLook { $0.style(.neon()).paged(lines: 2).placed(.center) }

  /// Words written by hand.
  public static let handwriting = CaptionLook { $0.style(.handwriting()).paged(lines: 2) }

  /// Thick letters with a long edge, as if cut out of a block.
  public static let block = CaptionLook {
    let type = TextStyle().font("League Spartan", size: .vmin(10), weight: .black).letterCase(.upper)
      .fill(.gradient(.hex(0xFFF3B0), .hex(0xFFB300))).outlined(.hex(0x4A1400), .vmin(0.5))
      .extruded(.hex(0x7A2400), by: .vmin(1.1)).shadowed(
        .black.opacity(0.6), y: 0, blur: .vmin(2), spread: .vmin(0.6))
    return $0.style(.line(.pop).typeset(as: type)).paged(lines: 2)
  }
}

extension PaintedLetters {
  /// Thickness behind the letters, down to the right, and a shadow of it: as if they were cut out of a block.
  public func extruded(_ color: Color, by depth: some MeasureValue = Measure.vmin(1)) -> Self {
    let steps = 12
    // What is asked for later lies further behind.
    let block = (1...steps).reduce(self) { letters, step in
      let shift = depth.measure * (Double(step) / Double(steps))
      return letters.shadowed(color, x: shift, y: shift, blur: 0)
    }
    return block.shadowed(
      .black.opacity(0.55), x: depth.measure * 1.5, y: depth.measure * 1.5, blur: depth.measure * 1.6)
  }
}
