/// How captions look and move. Write your own from a page's lines, words and syllables:
///
///     struct Shout: CaptionStyle {
///       func page(_ page: CaptionPage) -> Layers {
///         Text(page.text).font("Bebas Neue", size: 120).entering(.slide(.up), over: page.atMost(0.2))
///       }
///     }
public protocol CaptionStyle: Sendable {
  /// What is on stage while a page is; moments that aren't the song's count from when it appears.
  @LayersBuilder func page(_ page: CaptionPage) -> Layers

  /// All of a film's captions, for styles in which pages share the screen. Pages one by one otherwise.
  @LayersBuilder func film(_ script: CaptionScript) -> Layers

  /// Where it stands unless placed elsewhere.
  var spot: Spot { get }

  /// What its words are set in; pages are cut so that their rows have room.
  var type: TextStyle { get }

  /// How pages come and go, unless captions say otherwise.
  var change: CaptionChange { get }

  /// How many rows a line takes before it is cut into several pages, unless captions say otherwise.
  var rows: Int { get }

  /// How much wider than its words a row becomes at most, such as 1.1 where some grow.
  var stretch: Double { get }
}

extension CaptionStyle {
  /// The middle of the lowest third.
  public var spot: Spot { .lowerThird }
  /// What captions usually have.
  public var type: TextStyle { .captions }
  /// Neighbours dissolve into each other.
  public var change: CaptionChange { .fade }
  /// Two.
  public var rows: Int { 2 }
  /// Rows stay as wide as their words are.
  public var stretch: Double { 1 }

  /// Each page by itself, placed, while it is on screen.
  public func film(_ script: CaptionScript) -> Layers {
    script.pages.flatMap { page in
      script.placed { page.scene(self.page(page)) }
    }
  }
}

extension CaptionPage {
  /// Its layers, together, while it is on screen; they come and go as pages do.
  public func scene(_ layers: Layers) -> Layers {
    let column = Stack(axis: .vertical, spacing: 0, alignment: .center)
    var scene = Layer(Arrangement(layers, by: column), at: site)
    scene.timing.start = appears
    scene.timing.until = leaves
    return [course.change.directing(scene, coming: course.coming, going: course.going)]
  }
}

/// All that captions have to show, and the room for it.
public struct CaptionScript: Sendable {
  /// In the order they are sung.
  public let pages: [CaptionPage]
  /// All lines of all pages.
  public var lines: [CaptionLine] { pages.flatMap(\.lines) }
  /// The screen, in pixels.
  public let width: Double
  /// Of the screen, in pixels.
  public let height: Double
  package let spot: Spot
  package let room: CaptionRoom
  package let under: CaptionExtras
  package let measure: @Sendable (Layer) -> Size
  /// How long a length is.
  package let time: @Sendable (Length) -> SongTime

  /// How high an element is on this screen.
  public func height(of element: some Element) -> Double { measure(element.layer).height }
  /// How wide an element is on this screen.
  public func width(of element: some Element) -> Double { measure(element.layer).width }

  /// Every line with what belongs under it, as pages have it.
  public func blocks(in style: TextStyle, _ each: (Text) -> Text = { $0 }) -> [Column] {
    pages.flatMap { page in
      page.lines.map { under.block($0, style, page.site) { each($0).layer } }
    }
  }

  /// How long what scrolls takes to come and go: short beside any line.
  public var fade: Length {
    let shortest = zip(lines, lines.dropFirst()).map { $1.begin - $0.begin }.filter { $0 > .zero }.min()
    let usual = time(Length(time: Time(ticks: Time.ticksPerSecond / 3)))
    return min(usual, (shortest ?? 1) * 0.4).length
  }

  /// Layers where captions were asked to stand; those that would reach out of the safe area, and have room
  /// in it, move into it.
  public func placed(@LayersBuilder _ content: () -> Layers) -> Layers {
    let (point, anchor, area) = (self.point, spot.anchor, room.area)
    return content().map { layer in
      let size = measure(layer)
      func inside(_ place: Double, _ length: Double, _ share: Double, _ low: Double, _ high: Double)
        -> Double
      {
        length <= high - low ? min(max(place, low + length * share), high - length * (1 - share)) : place
      }
      var layer = layer
      layer.look.position = (
        .pixels(inside(point.x, size.width, anchor.x, area.x, area.maxX)),
        .pixels(inside(point.y, size.height, anchor.y, area.y, area.maxY))
      )
      layer.look.anchor = anchor
      return layer
    }
  }

  /// Where the spot is on the screen.
  public var point: Point { room.point(of: spot) }
}
