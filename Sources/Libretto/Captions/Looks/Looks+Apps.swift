extension CaptionLook {
  /// A few bold words in the middle, in a black rim; the one that is sung is yellow and grows.
  public static let tikTok = CaptionLook {
    $0.style(
      .highlight(active: .yellow, scale: 1.1).font("Inter", size: .vmin(8.5), weight: .black)
        .letterCase(.upper).outlined(.black, .vmin(0.7))
    )
    .paged(lines: 2, characters: 14).changing(.pop(over: 0.15)).placed(.center)
  }

  /// Black words on white labels, a row each, which pop up.
  public static let reels = CaptionLook {
    let type = TextStyle().font("Inter", size: .vmin(6.4), weight: .bold).fill(.ink).lineHeight(1.25)
      .boxed(
        .color(.white), around: .line, padding: (x: .vmin(2.2), y: .vmin(0.5)), cornerRadius: .vmin(1.6))
    return $0.style(.line(.pop).typeset(as: type)).paged(lines: 2, characters: 20).placed(.center)
  }

  /// Bold words, the one that is sung on a red box.
  public static let shorts = CaptionLook {
    $0.style(
      .highlight(active: .white, box: .hex(0xE3002B), scale: 1.04)
        .font("Inter", size: .vmin(7.6), weight: .extraBold)
    )
    .paged(lines: 2, characters: 18).changing(.cut)
  }

  /// Large lines from the left that move up, the one that is sung larger and bright; dots where nobody sings.
  public static let appleMusic = CaptionLook {
    $0.style(
      .stack(before: 1, after: 2, dimmed: 0.65, growing: 1.14, over: 0.5)
        .font("Inter", size: .vmin(7.4), weight: .bold).aligned(.leading)
    )
    .gaps(.dots(3, after: 3))
  }

  /// Lines from the left that move up; what was sung stays as bright as what will be.
  public static let spotify = CaptionLook {
    $0.style(
      .stack(before: 2, after: 2, dimmed: 0.65, over: 0.25)
        .font("Inter", size: .vmin(6), weight: .extraBold).aligned(.leading)
    )
  }
}
