import FrameGraph
import Primitives
import Rehearsal
import Testing
import Timeline

@Suite("A drawing's fingerprint")
struct FingerprintWalkTests {
  @Test("notices every stored property of everything that reaches a drawing")
  func noticesAll() {
    var walk = PropertyWalk(
      // Texts and outlines are told by a fingerprint of their own, texts by their glyphs alone: words and
      // carets are for messages and for what is made of them before they are drawn. Files are told by content.
      exempt: [
        "Outline.fingerprint", "TextBlock.fingerprint", "TextBlock.text", "TextLine.baseline",
        "TextLine.left",
        "TextLine.width", "TextLine.clusters", "PlacedGlyph.cluster", "PictureAsset.path",
      ],
      leaves: ["AssetPath", "Fingerprint"])
    Specimens.drawings(&walk)
    Specimens.marks(&walk)
    Specimens.texts(&walk)
    Specimens.inks(&walk)
    Specimens.mattes(&walk)
    Specimens.softenings(&walk) { Specimens.seen($0) }
    Specimens.gradings(&walk) { Specimens.seen($0) }
    Specimens.filters(&walk)
    #expect(walk.findings == [])
  }

  @Test("is as telling as the names of filters")
  func names() {
    var walk = PropertyWalk(leaves: [
      "Fingerprint", "Point", "Matrix", "Color", "ColorStop", "Direction", "MatteShape", "Size",
    ])
    Specimens.softenings(&walk) { $0.name }
    Specimens.gradings(&walk) { $0.name }
    #expect(walk.findings == [])
  }
}

/// Values of all types in drawings, with variants.
private enum Specimens {
  static let outline = Outline.rectangle(Rect(x: 0, y: 0, width: 1, height: 1))
  static let point = Point(x: 1, y: 2)
  static let matrix = Matrix(a: 1, b: 2, c: 3, d: 4, tx: 5, ty: 6)
  static let color = Color(red: 0.1, green: 0.2, blue: 0.3, alpha: 0.4)
  static let ink = Ink.color(.red)
  static let mark = Mark.fill(outline, ink, at: .identity, opacity: 1)
  static let digest = Fingerprint(of: "a".utf8)
  static let other = Fingerprint(of: "b".utf8)
  static let glyph = PlacedGlyph(id: 3, origin: point, cluster: 0)
  static let font = FontKey(file: digest, face: 0, axes: [FontAxis("wght", 400)])
  static let run = GlyphRun(font: font, size: 10, glyphs: [glyph])
  static let line = TextLine(baseline: 1, left: 0, width: 5, runs: [run])
  static let block = TextBlock(text: "a", size: Size(width: 5, height: 9), lines: [line])
  static let stops = [ColorStop(.red, at: 0), ColorStop(.blue, at: 1)]
  static let sample = PictureSample(
    source: PictureSource(digest: digest, frame: 1), size: PixelSize(width: 4, height: 3), isOpaque: true,
    toScreen: .identity, isBlurred: false)
  static let facts = PictureFacts(size: PixelSize(width: 4, height: 3), hasAlpha: false, digest: digest)
  static let matte = PlacedMatte(
    shape: .ellipse, size: Size(width: 4, height: 5), matrix: .identity, softness: 0, isReversed: false,
    progress: 0.5)
  static let burn = Burn(
    .embers(count: 1, seed: 1), in: Size(width: 4, height: 5), at: matrix, progress: 0.5)
  static let feather = Feather(plane: matrix, across: 0.5, down: 0.25)
  static let group = MarkGroup(
    [mark], clip: .init(outline: outline, matrix: .identity),
    mask: .init(marks: [mark], masking: Masking(.alpha, isInverted: false)),
    filters: [.soften(.gaussian(x: 1, y: 2))])

  static func changed<Value>(_ value: Value, _ edit: (inout Value) -> Void) -> Value {
    var value = value
    edit(&value)
    return value
  }

  static func seen(_ value: some Fingerprintable) -> String { "\(Fingerprint(of: value))" }
  static func seen(_ ink: Ink) -> String { seen(Mark.fill(outline, ink, at: .identity, opacity: 1)) }
  static func seen(_ block: TextBlock) -> String {
    seen(Mark.text(block, .fill, ink, at: .identity, opacity: 1))
  }
  static func seen(_ pass: TextPass) -> String {
    seen(Mark.text(block, pass, ink, at: .identity, opacity: 1))
  }
  static func seen(_ line: TextLine) -> String {
    seen(TextBlock(text: "a", size: block.size, lines: [line]))
  }
  static func seen(_ run: GlyphRun) -> String { seen(changed(line) { $0.runs = [run] }) }
  static func seen(_ sample: PictureSample) -> String { seen(Ink.picture(sample)) }
  static func seen(_ group: MarkGroup) -> String { seen(Mark.group(group)) }

  static func drawings(_ walk: inout PropertyWalk) {
    let size = PixelSize(width: 4, height: 3)
    let drawing = Drawing(size: size, background: .black, marks: [mark])
    walk.look(
      at: drawing, Drawing(size: PixelSize(width: 5, height: 3), background: .black, marks: [mark]),
      Drawing(size: size, background: .ink, marks: [mark]),
      Drawing(size: size, background: .black, marks: []),
      as: seen)
    walk.look(at: size, changed(size) { $0.width = 5 }, changed(size) { $0.height = 5 }) {
      seen(Drawing(size: $0, background: .black, marks: []))
    }
    walk.look(
      at: color, changed(color) { $0.red = 0 }, changed(color) { $0.green = 0 },
      changed(color) { $0.blue = 0 },
      changed(color) { $0.alpha = 0 }, as: seen)
    walk.look(
      at: matrix, changed(matrix) { $0.a = 0 }, changed(matrix) { $0.b = 0 }, changed(matrix) { $0.c = 0 },
      changed(matrix) { $0.d = 0 }, changed(matrix) { $0.tx = 0 }, changed(matrix) { $0.ty = 0 }, as: seen)
    walk.look(at: point, changed(point) { $0.x = 0 }, changed(point) { $0.y = 0 }, as: seen)
  }

  static func marks(_ walk: inout PropertyWalk) {
    let none = Outline([])
    walk.look(
      at: mark, .fill(none, ink, at: .identity, opacity: 1),
      .fill(outline, .color(.blue), at: .identity, opacity: 1),
      .fill(outline, ink, at: matrix, opacity: 1), .fill(outline, ink, at: .identity, opacity: 0.5),
      as: seen)
    walk.look(
      at: Mark.stroke(outline, width: 1, ink, at: .identity, opacity: 1),
      .stroke(none, width: 1, ink, at: .identity, opacity: 1),
      .stroke(outline, width: 2, ink, at: .identity, opacity: 1),
      .stroke(outline, width: 1, .color(.blue), at: .identity, opacity: 1),
      .stroke(outline, width: 1, ink, at: matrix, opacity: 1),
      .stroke(outline, width: 1, ink, at: .identity, opacity: 0.5), as: seen)
    let wide = TextBlock(text: "a", size: Size(width: 6, height: 9), lines: [line])
    walk.look(
      at: Mark.text(block, .fill, ink, at: .identity, opacity: 1),
      .text(wide, .fill, ink, at: .identity, opacity: 1),
      .text(block, .outline(width: 1), ink, at: .identity, opacity: 1),
      .text(block, .fill, .color(.blue), at: .identity, opacity: 1),
      .text(block, .fill, ink, at: matrix, opacity: 1),
      .text(block, .fill, ink, at: .identity, opacity: 0.5),
      as: seen)
    let spark = Spark(tail: point, head: point, radius: 1, level: 1)
    let lights = Lights([spark], glow: 1)
    walk.look(
      at: Mark.lights(lights, ink, at: .identity, opacity: 1),
      .lights(Lights([], glow: 1), ink, at: .identity, opacity: 1),
      .lights(lights, .color(.blue), at: .identity, opacity: 1),
      .lights(lights, ink, at: matrix, opacity: 1), .lights(lights, ink, at: .identity, opacity: 0.5),
      as: seen)
    walk.look(at: lights, changed(lights) { $0.sparks = [] }, changed(lights) { $0.glow = 2 }) {
      seen(Mark.lights($0, ink, at: .identity, opacity: 1))
    }
    walk.look(
      at: spark, changed(spark) { $0.tail = .zero }, changed(spark) { $0.head = .zero },
      changed(spark) { $0.radius = 2 }, changed(spark) { $0.level = 0.5 }
    ) { seen(Mark.lights(Lights([$0], glow: 1), ink, at: .identity, opacity: 1)) }
    walk.look(at: Mark.group(group), .group(MarkGroup([])), as: seen)
    walk.look(
      at: Mark.dissolve(from: [mark], to: [mark], progress: 0.5),
      .dissolve(from: [], to: [mark], progress: 0.5),
      .dissolve(from: [mark], to: [], progress: 0.5), .dissolve(from: [mark], to: [mark], progress: 0.25),
      as: seen)
    walk.look(
      at: Mark.mix(from: [mark], to: [mark], matte), .mix(from: [], to: [mark], matte),
      .mix(from: [mark], to: [], matte), .mix(from: [mark], to: [mark], changed(matte) { $0.progress = 0 }),
      as: seen)
    let bent = Homography(flat: matrix, slopeX: 7, slopeY: 8, distance: 9)
    let sheet = Sheet(size: PixelSize(width: 4, height: 3), marks: [mark], toScreen: bent)
    walk.look(at: Mark.sheet(sheet), .sheet(changed(sheet) { $0.marks = [] }), as: seen)
    walk.look(
      at: sheet, changed(sheet) { $0.size.width = 5 }, changed(sheet) { $0.marks = [] },
      changed(sheet) { $0.toScreen.distance = 1 }
    ) { seen(Mark.sheet($0)) }
    walk.look(
      at: bent, changed(bent) { $0.flat = .identity }, changed(bent) { $0.slopeX = 0 },
      changed(bent) { $0.slopeY = 0 }, changed(bent) { $0.distance = 0 }, as: seen)
    let beneath = Beneath(
      .init(outline: outline, matrix: .identity), filters: [.soften(.gaussian(x: 1, y: 2))])
    walk.look(at: Mark.beneath(beneath), .beneath(changed(beneath) { $0.filters = [] }), as: seen)
    walk.look(
      at: beneath, changed(beneath) { $0.clip.matrix = matrix }, changed(beneath) { $0.filters = [] }
    ) { seen(Mark.beneath($0)) }
    walk.look(
      at: group, changed(group) { $0.marks = [] }, changed(group) { $0.opacity = 0.5 },
      changed(group) { $0.blend = .screen }, changed(group) { $0.clip = nil },
      changed(group) { $0.mask = nil },
      changed(group) { $0.filters = [] }, as: seen)
    walk.look(atEach: BlendMode.allCases) { mode in seen(changed(group) { $0.blend = mode }) }
    let clip = MarkGroup.Clipping(outline: outline, matrix: .identity)
    walk.look(
      at: clip, changed(clip) { $0.outline = none }, changed(clip) { $0.matrix = matrix },
      changed(clip) { $0.isFrame = true }
    ) { clip in
      seen(changed(group) { $0.clip = clip })
    }
    let mask = MarkGroup.Mask(marks: [mark], masking: Masking(.alpha, isInverted: false))
    walk.look(at: mask, changed(mask) { $0.marks = [] }, changed(mask) { $0.masking.isInverted = true }) {
      mask in
      seen(changed(group) { $0.mask = mask })
    }
    walk.look(
      at: mask.masking, changed(mask.masking) { $0.channel = .luma },
      changed(mask.masking) { $0.isInverted = true }, as: seen)
    walk.look(atEach: [MaskChannel.alpha, .luma]) { seen(Masking($0, isInverted: false)) }
  }

  static func texts(_ walk: inout PropertyWalk) {
    walk.look(at: TextPass.fill, as: seen)
    walk.look(at: TextPass.outline(width: 1), .outline(width: 2), as: seen)
    walk.look(
      at: TextPass.shadow(width: 1, blur: 1), .shadow(width: 2, blur: 1), .shadow(width: 1, blur: 2),
      as: seen)
    walk.look(atEach: [TextPass.fill, .outline(width: 0), .shadow(width: 0, blur: 0)], as: seen)
    walk.look(
      at: block, TextBlock(text: "a", size: Size(width: 6, height: 9), lines: [line]),
      TextBlock(text: "a", size: block.size, lines: []), as: seen)
    walk.look(at: block.size, Size(width: 6, height: 9), Size(width: 5, height: 8)) {
      seen(TextBlock(text: "a", size: $0, lines: [line]))
    }
    walk.look(at: line, changed(line) { $0.runs = [] }, as: seen)
    walk.look(
      at: run, changed(run) { $0.font.face = 1 }, changed(run) { $0.size = 11 },
      changed(run) { $0.glyphs = [] },
      as: seen)
    walk.look(at: glyph, changed(glyph) { $0.id = 4 }, changed(glyph) { $0.origin = .zero }) { glyph in
      seen(changed(run) { $0.glyphs = [glyph] })
    }
    walk.look(
      at: font, changed(font) { $0.file = other }, changed(font) { $0.face = 1 },
      changed(font) { $0.axes = [] },
      as: seen)
    let axis = FontAxis("wght", 400)
    walk.look(at: axis, FontAxis("wdth", 400), FontAxis("wght", 500)) {
      seen(FontKey(file: digest, face: 0, axes: [$0]))
    }
    walk.look(at: outline, Outline([]), as: seen)
    walk.look(at: Outline.Step.move(point), .move(.zero), as: seen)
    walk.look(at: Outline.Step.line(point), .line(.zero), as: seen)
    walk.look(
      at: Outline.Step.curve(point, point, point), .curve(.zero, point, point), .curve(point, .zero, point),
      .curve(point, point, .zero), as: seen)
    walk.look(
      atEach: [Outline.Step.move(point), .line(point), .curve(point, point, point), .close], as: seen)
  }

  static func inks(_ walk: inout PropertyWalk) {
    let size = Size(width: 1, height: 2)
    walk.look(at: ink, .color(.blue), as: seen)
    walk.look(
      at: Ink.linear(stops, from: .zero, to: point), .linear([], from: .zero, to: point),
      .linear(stops, from: point, to: point), .linear(stops, from: .zero, to: .zero), as: seen)
    walk.look(
      at: Ink.radial(stops, center: .zero, radii: size), .radial([], center: .zero, radii: size),
      .radial(stops, center: point, radii: size), .radial(stops, center: .zero, radii: .zero), as: seen)
    walk.look(at: Ink.picture(sample), .picture(changed(sample) { $0.isBlurred = true }), as: seen)
    walk.look(at: stops[0], ColorStop(.blue, at: 0), ColorStop(.red, at: 0.5), as: seen)
    walk.look(
      at: sample, changed(sample) { $0.source.frame = 2 }, changed(sample) { $0.size.width = 5 },
      changed(sample) { $0.isOpaque = false }, changed(sample) { $0.isVector = true },
      changed(sample) { $0.toScreen = matrix }, changed(sample) { $0.isBlurred = true }, as: seen)
    walk.look(at: sample.source, PictureSource(digest: other, frame: 1), PictureSource(digest: digest)) {
      source in
      seen(changed(sample) { $0.source = source })
    }
    walk.look(at: FrameIndex(1), FrameIndex(2)) { frame in seen(changed(sample) { $0.source.frame = frame })
    }
  }

  static func mattes(_ walk: inout PropertyWalk) {
    walk.look(
      at: matte, changed(matte) { $0.shape = .rectangle }, changed(matte) { $0.size = .zero },
      changed(matte) { $0.matrix = matrix }, changed(matte) { $0.softness = 1 },
      changed(matte) { $0.isReversed = true }, changed(matte) { $0.progress = 0 }, as: seen)
    let picture = PictureAsset(path: AssetPath("a.png", from: Site(file: "a.swift", line: 1)), facts: facts)
    let shapes: [(MatteShape, [MatteShape])] = [
      (.even, []), (.ellipse, []), (.rectangle, []), (.diamond, []), (.linear(.left), [.linear(.right)]),
      (.blinds(count: 2, .left), [.blinds(count: 3, .left), .blinds(count: 2, .up)]),
      (.clock(hands: 1), [.clock(hands: 2)]), (.circle(center: .center), [.circle(center: .top)]),
      (
        .polygon([point], center: .center),
        [.polygon([], center: .center), .polygon([point], center: .top)]
      ),
      (.checker(count: 1), [.checker(count: 2)]),
      (.tiles(count: 1, seed: 1), [.tiles(count: 2, seed: 1), .tiles(count: 1, seed: 2)]),
      (.clouds(count: 1, seed: 1), [.clouds(count: 2, seed: 1), .clouds(count: 1, seed: 2)]),
      (.embers(count: 1, seed: 1), [.embers(count: 2, seed: 1), .embers(count: 1, seed: 2)]),
      (.spiral(arms: 1), [.spiral(arms: 2)]),
      (.picture(picture), [.picture(changed(picture) { $0.facts.digest = other })]),
    ]
    for (shape, variants) in shapes { walk.look(at: shape, variants, as: seen) }
    walk.look(atEach: shapes.map(\.0), as: seen)
    walk.look(at: Anchor(x: 0.5, y: 0.25), Anchor(x: 0, y: 0.25), Anchor(x: 0.5, y: 0)) {
      seen(MatteShape.circle(center: $0))
    }
    walk.look(
      atEach: [Direction.up, .down, .left, .right, .upLeft, .upRight, .downLeft, .downRight]
    ) { seen(MatteShape.linear($0)) }
    walk.look(at: picture, changed(picture) { $0.facts.digest = other }) { seen(MatteShape.picture($0)) }
    walk.look(
      at: facts, changed(facts) { $0.size.width = 5 }, changed(facts) { $0.hasAlpha = true },
      changed(facts) { $0.digest = other }, changed(facts) { $0.isVector = true }
    ) { facts in seen(MatteShape.picture(changed(picture) { $0.facts = facts })) }
  }

  static func softenings(_ walk: inout PropertyWalk, as see: @escaping (any FilterFamily) -> String) {
    walk.look(at: Softening.gaussian(x: 1, y: 2), .gaussian(x: 2, y: 2), .gaussian(x: 1, y: 1), as: see)
    walk.look(at: Softening.streak(x: 1, y: 2), .streak(x: 2, y: 2), .streak(x: 1, y: 1), as: see)
    walk.look(
      at: Softening.zoom(point, amount: 1), .zoom(.zero, amount: 1), .zoom(point, amount: 2), as: see)
    walk.look(
      at: Texture.grain(strength: 1, size: 1, seed: 1), .grain(strength: 2, size: 1, seed: 1),
      .grain(strength: 1, size: 2, seed: 1), .grain(strength: 1, size: 1, seed: 2), as: see)
    walk.look(
      at: Texture.film(strength: 1, size: 1, seed: 1), .film(strength: 2, size: 1, seed: 1),
      .film(strength: 1, size: 2, seed: 1), .film(strength: 1, size: 1, seed: 2), as: see)
    walk.look(
      at: Texture.scanLines(strength: 1, period: 1, from: 1), .scanLines(strength: 2, period: 1, from: 1),
      .scanLines(strength: 1, period: 2, from: 1), .scanLines(strength: 1, period: 1, from: 2), as: see)
    walk.look(
      at: Texture.mosaic(size: 1, from: point), .mosaic(size: 2, from: point),
      .mosaic(size: 1, from: .zero), as: see)
    walk.look(at: Texture.split(x: 1, y: 2), .split(x: 2, y: 2), .split(x: 1, y: 1), as: see)
    walk.look(
      at: Texture.fringe(point, amount: 1), .fringe(.zero, amount: 1), .fringe(point, amount: 2), as: see)
    walk.look(
      at: Shining.glow(strength: 1, radius: 1, threshold: 1), .glow(strength: 2, radius: 1, threshold: 1),
      .glow(strength: 1, radius: 2, threshold: 1), .glow(strength: 1, radius: 1, threshold: 2), as: see)
    walk.look(
      at: Shining.vignette(strength: 1, .red, plane: matrix), .vignette(strength: 2, .red, plane: matrix),
      .vignette(strength: 1, .blue, plane: matrix), .vignette(strength: 1, .red, plane: .identity), as: see
    )
    let spot = Shining.Spot(.red, plane: matrix)
    walk.look(
      at: Shining.leak(strength: 1, [spot]), .leak(strength: 2, [spot]), .leak(strength: 1, []), as: see)
    walk.look(at: spot, Shining.Spot(.blue, plane: matrix), Shining.Spot(.red, plane: .identity)) {
      see(Shining.leak(strength: 1, [$0]))
    }
  }

  static func gradings(_ walk: inout PropertyWalk, as see: @escaping (any FilterFamily) -> String) {
    let tone = ToneCurve.balance(lift: 1, gamma: 1, gain: 1)
    let curve = ToneCurve.through([point])
    walk.look(
      at: tone, .balance(lift: 2, gamma: 1, gain: 1), .balance(lift: 1, gamma: 2, gain: 1),
      .balance(lift: 1, gamma: 1, gain: 2)
    ) { see(Grading.curves($0, curve, curve)) }
    walk.look(at: curve, .through([])) { see(Grading.curves($0, curve, curve)) }
    walk.look(
      at: Grading.gradient([.red], strength: 1), .gradient([.blue], strength: 1),
      .gradient([.red], strength: 0.5), as: see)
    walk.look(
      at: Grading.curves(tone, tone, tone), .curves(curve, tone, tone), .curves(tone, curve, tone),
      .curves(tone, tone, curve), as: see)
    walk.look(at: Grading.matrix(.identity), .matrix(.saturation(0)), as: see)
    walk.look(at: ColorMatrix.identity, .saturation(0)) { see(Grading.matrix($0)) }
    walk.look(
      at: Grading.table(digest, strength: 1), .table(other, strength: 1), .table(digest, strength: 0.5),
      as: see)
    walk.look(
      at: Warp.curl(.left, progress: 0.5, radius: 0.5), .curl(.right, progress: 0.5, radius: 0.5),
      .curl(.left, progress: 0.25, radius: 0.5), .curl(.left, progress: 0.5, radius: 0.25), as: see)
    walk.look(
      at: Warp.tear(seed: 1, shift: 1, split: 1), .tear(seed: 2, shift: 1, split: 1),
      .tear(seed: 1, shift: 2, split: 1), .tear(seed: 1, shift: 1, split: 2), as: see)
    let shadow = Shadow(.black, blur: 1, x: 2, y: 3)
    walk.look(
      at: shadow, changed(shadow) { $0.color = .red }, changed(shadow) { $0.blur = 0 },
      changed(shadow) { $0.x = 0 }, changed(shadow) { $0.y = 0 }, as: see as (Shadow) -> String)
    walk.look(
      at: burn, changed(burn) { $0.matte = .clouds(count: 1, seed: 1) },
      changed(burn) { $0.size = Size(width: 1, height: 2) }, changed(burn) { $0.matrix = .identity },
      changed(burn) { $0.progress = 1 }, as: see as (Burn) -> String)
    walk.look(
      at: feather, changed(feather) { $0.plane = .identity }, changed(feather) { $0.across = 0 },
      changed(feather) { $0.down = 0 }, as: see as (Feather) -> String)
    let keying = Keying(.green, tolerance: 0.1, softness: 0.2, spill: 0.3)
    walk.look(
      at: keying, changed(keying) { $0.color = .blue }, changed(keying) { $0.tolerance = 0 },
      changed(keying) { $0.softness = 0 }, changed(keying) { $0.spill = 0 }, as: see as (Keying) -> String)
  }

  static func filters(_ walk: inout PropertyWalk) {
    let filters: [(Filter, Filter)] = [
      (.soften(.gaussian(x: 1, y: 2)), .soften(.streak(x: 1, y: 2))),
      (.shine(.leak(strength: 1, [])), .shine(.leak(strength: 2, []))),
      (.texture(.split(x: 1, y: 2)), .texture(.split(x: 1, y: 1))),
      (.grade(.matrix(.identity)), .grade(.matrix(.saturation(0)))),
      (.warp(.tear(seed: 1, shift: 1, split: 1)), .warp(.tear(seed: 2, shift: 1, split: 1))),
      (.shadow(Shadow(.black, blur: 1, x: 2, y: 3)), .shadow(Shadow(.red, blur: 1, x: 2, y: 3))),
      (.burn(burn), .burn(changed(burn) { $0.progress = 1 })),
      (.feather(feather), .feather(changed(feather) { $0.down = 0 })),
      (
        .key(Keying(.green, tolerance: 0.1, softness: 0.2, spill: 0.3)),
        .key(Keying(.green, tolerance: 0.1, softness: 0.2, spill: 0.2))
      ),
    ]
    for (filter, variant) in filters { walk.look(at: filter, variant, as: seen) }
    walk.look(atEach: filters.map(\.0), as: seen)
    walk.look(
      atEach: [Softening.gaussian(x: 1, y: 2), .streak(x: 1, y: 2), .zoom(point, amount: 1)], as: seen)
  }
}
