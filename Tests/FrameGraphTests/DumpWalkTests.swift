import Primitives
import Rehearsal
import Testing
import Timeline

@Suite("A timeline's whole dump")
struct DumpWalkTests {
  @Test("notices every stored property of what plays")
  func noticesAll() {
    var walk = PropertyWalk(
      // Places are for messages, and files are told by their names. What follows from another property is told
      // by that one: a text's glyphs from its block, how an effect is evaluated from what it is at first.
      exempt: [
        "Clip.site", "CaptionSummary.site", "PictureAsset.facts", "VideoAsset.facts", "SoundClip.digest",
        "AssetPath.location",
        "TimeWarp.grid", "OutlineMorph.from", "ShapeContent.figure", "ParticleBurst.noise",
      ],
      leaves: [
        "AssetPath", "Anchor", "Angle", "Color", "ColorStop", "Contour", "Curve<Angle>", "Curve<Color>",
        "Curve<Double>",
        "Curve<Measure>", "Curve<Paint>", "Easing", "Fingerprint", "FrameIndex", "FrameRate", "Framing",
        "KenBurnsMove", "Outline", "OutlineMeasure", "OutlineMorph", "Paint", "PictureAsset", "PixelSize",
        "Point",
        "Rect", "Site", "Size", "SongClock", "SoundTrace", "TextBlock", "Time", "VideoAsset",
        "FrameGraphTests.Softened",
      ])
    Pieces.films(&walk)
    Pieces.contents(&walk)
    Pieces.looks(&walk)
    Pieces.letters(&walk)
    Pieces.figures(&walk)
    Pieces.sounds(&walk)
    #expect(walk.findings == [])
  }
}

/// Values of all types in timelines, with variants.
private enum Pieces {
  static let site = Site(file: "a.swift", line: 1)
  static let half = Curve<Double>.constant(0.5)
  static let five = Curve<Measure>.constant(5)
  static let picture = PictureAsset(
    path: AssetPath("a.png", from: site),
    facts: PictureFacts(
      size: PixelSize(width: 4, height: 3), hasAlpha: false, digest: Fingerprint(of: "a".utf8)))
  static let video = VideoAsset(
    path: AssetPath("a.mp4", from: site), facts: .steady(10, count: 40, "a.mp4"))
  static let otherPicture = PictureAsset(path: AssetPath("b.png", from: site), facts: picture.facts)
  static let otherVideo = VideoAsset(path: AssetPath("b.mp4", from: site), facts: video.facts)
  static let outline = Outline([.move(.zero), .line(Point(x: 1, y: 0)), .close])
  static let clip = Clip(
    frames: 0..<10, turn: 0..<20, content: .solid(.red), look: Look(), entering: fade, exiting: fade,
    site: site)
  static let fade = TransitionRun("fade", .fade, frameCount: 2)
  static let move = KenBurnsMove(from: .whole, to: .focus(x: 0, y: 0, zoom: 2), easing: .linear)
  static let warp = TimeWarp(.steady(1), part: 0..<4)
  static let playback = ClipPlayback(warp)
  static let block = TextBlock(text: "a", size: Size(width: 5, height: 9), lines: [])
  static let stroke = LetterSweep.Stroke(units: 0..<1, times: 0..<1)
  static let sweep = LetterSweep(strokes: [stroke], sung: .color(.red), edge: 2)
  static let matte = MatteRun(.even, softness: 0, isReversed: false, progress: half)
  static let course = ReplayCourse(warp, rate: 10)
  static let bars = BarLayout(count: 3, spacing: 0.5, cornerRadius: 1)
  static let trace = SoundTrace(rate: 10, width: 1, values: [0, 1])
  static let captions = CaptionSummary(site: site, sheet: "a", pages: 1, lines: 2, words: 3, styles: ["a"])
  static let masking = Masking(.alpha, isInverted: false)
  static let canvas = NestedCanvas(size: Size(width: 4, height: 3), background: .black, fit: .cover)

  static func changed<Value>(_ value: Value, _ edit: (inout Value) -> Void) -> Value {
    var value = value
    edit(&value)
    return value
  }

  static func film(_ clips: [Clip], _ sounds: [SoundClip] = []) -> Timeline {
    Timeline(
      name: "film", size: PixelSize(width: 4, height: 3), rate: 10, frameCount: 20, background: .black,
      clips: clips, sounds: sounds, markers: [Marker(name: "Coda", frame: 3)])
  }

  static func seen(_ timeline: Timeline) -> String { timeline.dump(.whole) }
  static func seen(_ clip: Clip) -> String { seen(film([clip])) }
  static func seen(_ content: ClipContent) -> String { seen(changed(clip) { $0.content = content }) }
  static func seen(_ look: Look) -> String { seen(changed(clip) { $0.look = look }) }
  static func seen(_ run: TransitionRun) -> String { seen(changed(clip) { $0.entering = run }) }
  static func seen(_ shape: Shape) -> String { seen(ClipContent.shape(ShapeContent(shape))) }
  static func seen(_ content: ShapeContent) -> String { seen(ClipContent.shape(content)) }
  static func seen(_ lettering: Lettering) -> String { seen(ClipContent.text(lettering)) }
  static func seen(_ paint: LetterPaint) -> String { seen(Lettering(block, paint: paint)) }
  static func seen(_ sweep: LetterSweep) -> String { seen(Lettering(block, sweep: sweep)) }
  static func seen(_ course: ReplayCourse) -> String { seen(ClipContent.replay([], course)) }
  static func seen(_ playback: ClipPlayback) -> String {
    seen(ClipContent.video(video, fit: .cover, move: .still, playing: playback))
  }
  static func seen(_ pace: Pace) -> String { seen(changed(warp) { $0.pace = pace }) }
  static func seen(_ warp: TimeWarp) -> String { seen(ClipPlayback(warp)) }
  static func seen(_ matte: MatteRun) -> String { seen(ClipContent.mix([], [], matte)) }
  static func seen(_ sound: SoundClip) -> String { seen(film([], [sound])) }
  static func seen(_ figure: SoundFigure) -> String {
    seen(changed(ShapeContent(.ellipse)) { $0.figure = figure })
  }
  static func seen(_ form: SoundFigure.Form) -> String {
    seen(SoundFigure(form, trace: trace, clock: SongClock(start: 0)))
  }

  static func seen(_ loop: TimeWarp.Loop) -> String { seen(changed(warp) { $0.loop = loop }) }
  static func seen(_ shape: MatteShape) -> String { seen(changed(matte) { $0.shape = shape }) }
  static func seen(_ effect: TimeEffect) -> String { seen(changed(Look()) { $0.timeEffects = [effect] }) }
  static func seen(_ fill: LetterFill) -> String { seen(changed(LetterPaint()) { $0.fill = fill }) }
  static func seen(_ treatment: SoundTreatment) -> String {
    seen(changed(sound) { $0.treatment = treatment })
  }

  static func films(_ walk: inout PropertyWalk) {
    let film = Self.film([clip], [sound])
    walk.look(
      at: film, changed(film) { $0.name = "b" }, changed(film) { $0.size.width = 5 },
      changed(film) { $0.rate = 20 },
      changed(film) { $0.frameCount = 30 }, changed(film) { $0.background = .red },
      changed(film) { $0.clips = [] },
      changed(film) { $0.sounds = [] }, changed(film) { $0.loudness = -14 },
      changed(film) { $0.markers = [] }, changed(film) { $0.captions = [captions] },
      as: seen)
    func changedCaptions(_ edit: (inout CaptionSummary) -> Void) -> CaptionSummary {
      changed(captions, edit)
    }
    walk.look(
      at: captions, changedCaptions { $0.sheet = "b" }, changedCaptions { $0.pages = 2 },
      changedCaptions { $0.lines = 3 }, changedCaptions { $0.words = 4 },
      changedCaptions { $0.styles = ["b"] }
    ) { summary in seen(changed(film) { $0.captions = [summary] }) }
    let marker = Marker(name: "a", frame: 1)
    walk.look(at: marker, Marker(name: "b", frame: 1), Marker(name: "a", frame: 2)) { marker in
      seen(changed(film) { $0.markers = [marker] })
    }
    walk.look(
      at: clip, changed(clip) { $0.frames = 0..<11 }, changed(clip) { $0.turn = 0..<21 },
      changed(clip) { $0.content = .solid(.blue) }, changed(clip) { $0.look.opacity = half },
      changed(clip) { $0.entering = nil }, changed(clip) { $0.exiting = nil }, as: seen)
    walk.look(
      at: fade, changed(fade) { $0.name = "b" }, changed(fade) { $0.manner = .staged([clip]) },
      changed(fade) { $0.easing = .easeIn }, changed(fade) { $0.frameCount = 3 }, as: seen)
    walk.look(at: TransitionRun.Manner.staged([clip]), .staged([])) {
      seen(TransitionRun("a", $0, frameCount: 1))
    }
    // The names of their transitions tell these apart.
    walk.look(at: TransitionRun.Manner.fade) { _ in "" }
    walk.look(at: TransitionRun.Manner.dissolve) { _ in "" }
  }

  static func contents(_ walk: inout PropertyWalk) {
    func look(_ content: ClipContent, _ variants: ClipContent...) {
      walk.look(at: content, variants, as: seen)
    }
    look(.solid(.red), .solid(.blue))
    walk.look(at: ClipContent.backdrop, as: seen)
    look(
      .picture(picture, fit: .cover, move: move), .picture(otherPicture, fit: .cover, move: move),
      .picture(picture, fit: .contain, move: move), .picture(picture, fit: .cover, move: .still))
    look(
      .video(video, fit: .cover, move: move, playing: playback),
      .video(otherVideo, fit: .cover, move: move, playing: playback),
      .video(video, fit: .contain, move: move, playing: playback),
      .video(video, fit: .cover, move: .still, playing: playback),
      .video(video, fit: .cover, move: move, playing: changed(playback) { $0.warp.isReversed = true }))
    look(.text(Lettering(block)), .text(Lettering(block, alignment: .leading)))
    look(.shape(ShapeContent(.ellipse)), .shape(ShapeContent(.rectangle(cornerRadius: 0))))
    look(.group([clip]), .group([]))
    look(.letters([clip]), .letters([]))
    look(.track([clip]), .track([]))
    look(.neighbour(.before), .neighbour(.after))
    look(
      .mix([clip], [clip], matte), .mix([], [clip], matte), .mix([clip], [], matte),
      .mix([clip], [clip], changed(matte) { $0.softness = 1 }))
    let other = changed(clip) { $0.content = .solid(.blue) }
    look(
      .masked(clip, by: clip, masking), .masked(other, by: clip, masking),
      .masked(clip, by: other, masking),
      .masked(clip, by: clip, Masking(.luma, isInverted: false)))
    look(
      .canvas([clip], canvas), .canvas([], canvas), .canvas([clip], changed(canvas) { $0.fit = .contain }))
    look(
      .replay([clip], course), .replay([], course),
      .replay([clip], changed(course) { $0.warp.part = 0..<3 }))
    walk.look(atEach: [Fit.cover, .contain, .blurred, .stretch]) {
      seen(ClipContent.picture(picture, fit: $0, move: .still))
    }
    walk.look(atEach: [Neighbour.before, .after]) { seen(ClipContent.neighbour($0)) }
    walk.look(
      at: canvas, changed(canvas) { $0.size.width = 5 }, changed(canvas) { $0.background = .red },
      changed(canvas) { $0.fit = .contain }
    ) { seen(ClipContent.canvas([], $0)) }
    walk.look(at: masking, Masking(.luma, isInverted: false), Masking(.alpha, isInverted: true)) {
      seen(ClipContent.masked(clip, by: clip, $0))
    }
    walk.look(atEach: [MaskChannel.alpha, .luma]) {
      seen(ClipContent.masked(clip, by: clip, Masking($0, isInverted: false)))
    }
    walk.look(
      at: playback, changed(playback) { $0.warp.isReversed = true },
      changed(playback) { $0.conform = .blend }, as: seen)
    walk.look(
      at: warp, changed(warp) { $0.pace = .steady(2) }, changed(warp) { $0.part = 1..<4 },
      changed(warp) { $0.isReversed = true }, changed(warp) { $0.loop = .again(times: nil) }, as: seen)
    walk.look(atEach: [FrameConform.nearest, .blend]) { conform in
      seen(changed(playback) { $0.conform = conform })
    }
    walk.look(at: TimeWarp.Loop.again(times: 2), .again(times: nil)) { seen($0) }
    walk.look(at: TimeWarp.Loop.thereAndBack(times: 2), .thereAndBack(times: nil)) { seen($0) }
    walk.look(at: Pace.steady(2), .steady(3)) { seen($0) }
    walk.look(
      at: Pace.ramp(step: 1, played: [0, 1]), .ramp(step: 2, played: [0, 1]),
      .ramp(step: 1, played: [0, 2])
    ) {
      seen($0)
    }
    walk.look(at: Pace.seconds(.computed { $0.seconds }), .seconds(half)) { seen($0) }
    replays(&walk)
  }

  private static func replays(_ walk: inout PropertyWalk) {
    walk.look(
      at: course, changed(course) { $0.warp.isReversed = true }, changed(course) { $0.rate = 20 },
      changed(course) { $0.parent = .zero }, as: seen)
    walk.look(
      at: matte, changed(matte) { $0.shape = .ellipse }, changed(matte) { $0.softness = 1 },
      changed(matte) { $0.isReversed = true }, changed(matte) { $0.progress = .constant(0) },
      as: seen)
    func look(_ shape: MatteShape, _ variants: MatteShape...) {
      walk.look(at: shape, variants) { shape in seen(changed(matte) { $0.shape = shape }) }
    }
    let point = Point(x: 1, y: 2)
    for plain in [MatteShape.even, .ellipse, .rectangle, .diamond] { look(plain) }
    look(.linear(.left), .linear(.right))
    look(.blinds(count: 2, .left), .blinds(count: 3, .left), .blinds(count: 2, .up))
    look(.clock(hands: 1), .clock(hands: 2))
    look(.circle(center: .center), .circle(center: .top))
    look(
      .polygon([point], center: .center), .polygon([.zero], center: .center),
      .polygon([point], center: .top))
    look(.checker(count: 1), .checker(count: 2))
    look(.tiles(count: 1, seed: 1), .tiles(count: 2, seed: 1), .tiles(count: 1, seed: 2))
    look(.clouds(count: 1, seed: 1), .clouds(count: 2, seed: 1), .clouds(count: 1, seed: 2))
    look(.embers(count: 1, seed: 1), .embers(count: 2, seed: 1), .embers(count: 1, seed: 2))
    look(.spiral(arms: 1), .spiral(arms: 2))
    look(.picture(picture), .picture(otherPicture))
    walk.look(
      atEach: [Direction.up, .down, .left, .right, .upLeft, .upRight, .downLeft, .downRight]
    ) { way in seen(changed(matte) { $0.shape = .linear(way) }) }
  }

  static func looks(_ walk: inout PropertyWalk) {
    let place = Look.Place(x: five, y: five)
    let route = Route(measure: OutlineMeasure(outline), progress: half, turns: false)
    let border = Border(paint: .color(.red), width: five)
    let reflection = Reflection(gap: five, opacity: half, reach: half)
    let tiling = Tiling(gapX: five, gapY: five, isMirrored: false)
    let effect = Softened(by: 0.5)
    let aperture = Aperture(.box, opening: half)
    let look = Look()
    let turned = Curve<Angle>.constant(5)
    let tilt = Tilt(x: turned, y: turned, perspective: half, anchor: nil, back: .mirrored)
    let depth = Depth(five, keepsSize: false)
    let camera = CameraCourse(
      x: five, y: five, ahead: five, zoom: half, orbitX: turned, orbitY: turned, lens: 50)
    walk.look(
      at: tilt, changed(tilt) { $0.x = .constant(1) }, changed(tilt) { $0.y = .constant(1) },
      changed(tilt) { $0.perspective = .constant(1) }, changed(tilt) { $0.anchor = .top },
      changed(tilt) { $0.back = .hidden }
    ) { tilt in seen(changed(look) { $0.tilt = tilt }) }
    walk.look(atEach: [Backside.mirrored, .hidden]) { back in
      seen(changed(look) { $0.tilt = changed(tilt) { $0.back = back } })
    }
    walk.look(at: depth, changed(depth) { $0.z = .constant(1) }, changed(depth) { $0.keepsSize = true }) {
      depth in seen(changed(look) { $0.depth = depth })
    }
    walk.look(
      at: camera, changed(camera) { $0.x = .constant(1) }, changed(camera) { $0.y = .constant(1) },
      changed(camera) { $0.ahead = .constant(1) }, changed(camera) { $0.zoom = .constant(1) },
      changed(camera) { $0.orbitX = .constant(1) }, changed(camera) { $0.orbitY = .constant(1) },
      changed(camera) { $0.lens = 35 }
    ) { camera in seen(changed(look) { $0.camera = camera }) }
    let edits: [(inout Look) -> Void] = [
      { $0.width = five }, { $0.height = five }, { $0.position = place }, { $0.route = route },
      { $0.anchor = .top },
      { $0.offset.x = five }, { $0.scaleX = half }, { $0.scaleY = half }, { $0.skewX = turned },
      { $0.skewY = turned }, { $0.rotation = turned }, { $0.tilt = tilt }, { $0.depth = depth },
      { $0.camera = camera },
      { $0.frost = [effect] }, { $0.opacity = half }, { $0.blend = .add },
      { $0.clip = .ellipse }, { $0.cornerRadius = five }, { $0.border = border },
      { $0.reflection = reflection },
      { $0.tiling = tiling }, { $0.effects = [effect] }, { $0.timeEffects = [.stepped(every: 1)] },
      { $0.aperture = aperture },
    ]
    walk.look(at: look, edits.map { changed(look, $0) }, as: seen)
    walk.look(
      at: aperture, changed(aperture) { $0.edge = .element },
      changed(aperture) { $0.opening = .constant(1) }
    ) { aperture in seen(changed(look) { $0.aperture = aperture }) }
    walk.look(atEach: [Aperture.Edge.box, .element]) { edge in
      seen(changed(look) { $0.aperture = Aperture(edge, opening: half) })
    }
    walk.look(at: place, Look.Place(x: .constant(0), y: five), Look.Place(x: five, y: .constant(0))) {
      place in
      seen(changed(look) { $0.position = place })
    }
    walk.look(
      at: route, changed(route) { $0.measure = OutlineMeasure(Outline([])) },
      changed(route) { $0.progress = .constant(1) }, changed(route) { $0.turns = true },
      changed(route) { $0.goesOn = true }
    ) { route in seen(changed(look) { $0.route = route }) }
    walk.look(
      at: border, changed(border) { $0.paint = .color(.blue) }, changed(border) { $0.width = .constant(1) }
    ) {
      border in seen(changed(look) { $0.border = border })
    }
    walk.look(
      at: reflection, changed(reflection) { $0.gap = .constant(1) },
      changed(reflection) { $0.opacity = .constant(1) },
      changed(reflection) { $0.reach = .constant(1) }
    ) { reflection in seen(changed(look) { $0.reflection = reflection }) }
    walk.look(
      at: tiling, changed(tiling) { $0.gapX = .constant(1) }, changed(tiling) { $0.gapY = .constant(1) },
      changed(tiling) { $0.isMirrored = true }
    ) { tiling in seen(changed(look) { $0.tiling = tiling }) }
    walk.look(at: TimeEffect.stepped(every: 1), .stepped(every: 2)) { seen($0) }
    walk.look(
      at: TimeEffect.trail(count: 1, delay: 1, decay: 0.5), .trail(count: 2, delay: 1, decay: 0.5),
      .trail(count: 1, delay: 2, decay: 0.5), .trail(count: 1, delay: 1, decay: 0.25)
    ) { seen($0) }
    walk.look(
      at: TimeEffect.exposed(shutter: 0.5, samples: 2), .exposed(shutter: 0.25, samples: 2),
      .exposed(shutter: 0.5, samples: 3)
    ) { seen($0) }
    walk.look(atEach: BlendMode.allCases) { mode in seen(changed(look) { $0.blend = mode }) }
    walk.look(at: Shape.rectangle(cornerRadius: 0), .rectangle(cornerRadius: 1)) { seen($0) }
    walk.look(at: Shape.ellipse) { seen($0) }
    walk.look(at: Shape.path(outline), .path(Outline([]))) { seen($0) }
  }

  static func letters(_ walk: inout PropertyWalk) {
    let lettering = Lettering(block)
    let other = TextBlock(text: "b", size: block.size, lines: [])
    walk.look(
      at: lettering, changed(lettering) { $0.block = other },
      changed(lettering) { $0.alignment = .leading },
      changed(lettering) { $0.paint.fill = .gradient(.color(.red)) },
      changed(lettering) { $0.paintBox.x = 1 },
      changed(lettering) { $0.sweep = sweep }, as: seen)
    walk.look(atEach: [TextAlignment.leading, .center, .trailing]) { seen(Lettering(block, alignment: $0)) }
    let outline = LetterOutline(.color(.red), width: 1)
    let shadow = LetterShadow(.red, offset: .zero, blur: 1, spread: 1)
    let box = LetterBox(.color(.red), scope: .line, padding: .zero, cornerRadius: 1)
    let paint = LetterPaint()
    walk.look(
      at: paint, changed(paint) { $0.fill = .color(.constant(.red)) },
      changed(paint) { $0.outlines = [outline] },
      changed(paint) { $0.shadows = [shadow] }, changed(paint) { $0.boxes = [box] }, as: seen)
    walk.look(at: LetterFill.color(.constant(.red)), .color(.constant(.blue))) { seen($0) }
    walk.look(at: LetterFill.gradient(.gradient(.red, .blue)), .gradient(.gradient(.red, .gold))) {
      seen($0)
    }
    walk.look(at: LetterFill.picture(picture), .picture(otherPicture)) { seen($0) }
    walk.look(at: outline, LetterOutline(.color(.blue), width: 1), LetterOutline(.color(.red), width: 2)) {
      outline in
      seen(changed(paint) { $0.outlines = [outline] })
    }
    walk.look(
      at: shadow, changed(shadow) { $0.color = .blue }, changed(shadow) { $0.offset.x = 1 },
      changed(shadow) { $0.blur = 2 }, changed(shadow) { $0.spread = 2 }
    ) { shadow in seen(changed(paint) { $0.shadows = [shadow] }) }
    walk.look(
      at: box, changed(box) { $0.paint = .color(.blue) }, changed(box) { $0.scope = .word },
      changed(box) { $0.padding.width = 1 }, changed(box) { $0.cornerRadius = 2 }
    ) { box in seen(changed(paint) { $0.boxes = [box] }) }
    walk.look(atEach: [BoxScope.block, .line, .word]) { scope in
      seen(changed(paint) { $0.boxes = [changed(box) { $0.scope = scope }] })
    }
    walk.look(
      at: sweep, changed(sweep) { $0.strokes = [] }, changed(sweep) { $0.sung = .color(.blue) },
      changed(sweep) { $0.edge = 3 }, as: seen)
    walk.look(at: stroke, changed(stroke) { $0.units = 0..<2 }, changed(stroke) { $0.times = 0..<2 }) {
      stroke in
      seen(changed(sweep) { $0.strokes = [stroke] })
    }
  }

  static func figures(_ walk: inout PropertyWalk) {
    let paint = Curve<Paint>.constant(.color(.red))
    let line = changed(StrokeContent(paint: paint, width: half)) { $0.part = (half, half) }
    let morph = MorphContent(outlines: OutlineMorph(from: outline, to: outline), progress: half)
    let content = changed(ShapeContent(.ellipse)) { $0.stroke = line }
    walk.look(
      at: content, changed(content) { $0.shape = .path(outline) }, changed(content) { $0.fill = paint },
      changed(content) { $0.stroke = nil }, changed(content) { $0.morph = morph }, as: seen)
    walk.look(
      at: line, changed(line) { $0.paint = .constant(.color(.blue)) },
      changed(line) { $0.width = .constant(1) },
      changed(line) { $0.part = nil }
    ) { line in seen(changed(content) { $0.stroke = line }) }
    let bent = OutlineMorph(from: outline, to: Outline([.move(.zero), .line(Point(x: 5, y: 5)), .close]))
    walk.look(
      at: morph, changed(morph) { $0.outlines = bent }, changed(morph) { $0.progress = .constant(1) }
    ) { morph in
      seen(changed(content) { $0.morph = morph })
    }
    let figure = SoundFigure(.bars(bars, isMirrored: false), trace: trace, clock: SongClock(start: 0))
    walk.look(
      at: figure, changed(figure) { $0.form = .waveform(over: 1) },
      changed(figure) { $0.trace = SoundTrace(rate: 10, width: 1, values: [1, 1]) },
      changed(figure) { $0.clock.start = 1 }, as: seen)
    let other = changed(bars) { $0.count = 4 }
    func look(_ form: SoundFigure.Form, _ variants: SoundFigure.Form...) {
      walk.look(at: form, variants, as: seen)
    }
    look(.bars(bars, isMirrored: false), .bars(other, isMirrored: false), .bars(bars, isMirrored: true))
    look(.radial(bars, innerRadius: 1), .radial(other, innerRadius: 1), .radial(bars, innerRadius: 2))
    look(.waveform(over: 1), .waveform(over: 2))
    look(.wholeWaveform(bars, rest: 1), .wholeWaveform(other, rest: 1), .wholeWaveform(bars, rest: 2))
    look(.oscilloscope(over: 1, line: 1), .oscilloscope(over: 2, line: 1), .oscilloscope(over: 1, line: 2))
    look(
      .spectrogram(over: 1, colors: [.red]), .spectrogram(over: 2, colors: [.red]),
      .spectrogram(over: 1, colors: [.blue]))
    look(
      .particles(swarm, .at([1])), .particles(changed(swarm) { $0.count = 3 }, .at([1])),
      .particles(swarm, .at([2])))
    walk.look(
      at: bars, other, changed(bars) { $0.spacing = 0 }, changed(bars) { $0.cornerRadius = 0 }
    ) { seen(SoundFigure.Form.bars($0, isMirrored: false)) }
    particles(&walk)
  }

  static let swarm = ParticleSwarm(
    count: 2, size: 1, reach: 2, life: 3, origin: .everywhere, forces: [.gravity(1)], noise: Noise(seed: 1))

  static func particles(_ walk: inout PropertyWalk) {
    func seen(_ swarm: ParticleSwarm) -> String {
      Pieces.seen(SoundFigure.Form.particles(swarm, .at([])))
    }
    func look(_ births: ParticleBirths, _ variants: ParticleBirths...) {
      walk.look(at: births, variants) { Pieces.seen(SoundFigure.Form.particles(swarm, $0)) }
    }
    look(.at([1]), .at([2]))
    look(
      .evenly(2, in: 1, comeAgain: false), .evenly(3, in: 1, comeAgain: false),
      .evenly(2, in: 2, comeAgain: false), .evenly(2, in: 1, comeAgain: true))
    walk.look(
      at: swarm, changed(swarm) { $0.count = 3 }, changed(swarm) { $0.size = 2 },
      changed(swarm) { $0.reach = 3 }, changed(swarm) { $0.life = 4 },
      changed(swarm) { $0.origin = .point(.top) }, changed(swarm) { $0.glow = 2 },
      changed(swarm) { $0.streak = 1 }, changed(swarm) { $0.forces = [] },
      changed(swarm) { $0.noise = Noise(seed: 2) }, as: seen)
    walk.look(at: Noise(seed: 1), Noise(seed: 2)) { noise in seen(changed(swarm) { $0.noise = noise }) }
    func look(_ origin: ParticleOrigin, _ variants: ParticleOrigin...) {
      walk.look(at: origin, variants) { origin in seen(changed(swarm) { $0.origin = origin }) }
    }
    look(.everywhere)
    look(.point(.top), .point(.left))
    look(.ring(.top, radius: 1), .ring(.left, radius: 1), .ring(.top, radius: 2))
    look(.line(from: .top, to: .left), .line(from: .left, to: .left), .line(from: .top, to: .top))
    let size = PixelSize(width: 4, height: 3)
    look(
      .spots([.zero], of: size), .spots([], of: size), .spots([.zero], of: PixelSize(width: 5, height: 3)))
    func look(_ push: ParticlePush, _ variants: ParticlePush...) {
      walk.look(at: push, variants) { push in seen(changed(swarm) { $0.forces = [push] }) }
    }
    look(.gravity(1), .gravity(2))
    look(.wind(x: 1, y: 2), .wind(x: 2, y: 2), .wind(x: 1, y: 1))
    look(.swirl(1), .swirl(2))
    look(.turbulence(1, every: 1), .turbulence(2, every: 1), .turbulence(1, every: 2))
    look(
      .pull(to: .top, by: 1, at: [1], over: 1), .pull(to: .left, by: 1, at: [1], over: 1),
      .pull(to: .top, by: 2, at: [1], over: 1), .pull(to: .top, by: 1, at: [2], over: 1),
      .pull(to: .top, by: 1, at: [1], over: 2))
  }

  static let sound = SoundClip(
    path: AssetPath("a.ogg", from: site), digest: Fingerprint(of: "a".utf8), start: 0, from: 0, length: 2,
    treatment: SoundTreatment())

  static func sounds(_ walk: inout PropertyWalk) {
    walk.look(
      at: sound, changed(sound) { $0.path = AssetPath("b.ogg", from: site) },
      changed(sound) { $0.start = 1 },
      changed(sound) { $0.from = 1 }, changed(sound) { $0.length = 1 },
      changed(sound) { $0.treatment.speed = 2 },
      as: seen)
    let ducking = Ducking(path: "b.ogg", volume: 0.5, over: 1)
    let fading = changed(SoundTreatment()) { ($0.fadeIn, $0.keepsPitch, $0.speed) = (1, false, 2) }
    walk.look(
      at: fading, changed(fading) { $0.volume = Contour(2) }, changed(fading) { $0.balance = Contour(1) },
      changed(fading) { $0.fadeIn = 2 }, changed(fading) { $0.fadeOut = 2 },
      changed(fading) { $0.fadeShape = .equalPower }, changed(fading) { $0.speed = 3 },
      changed(fading) { $0.keepsPitch = true }, changed(fading) { $0.loop = 0..<1 },
      changed(fading) { $0.duckings = [ducking] }
    ) { seen($0) }
    walk.look(atEach: [FadeShape.straight, .equalPower]) { shape in
      seen(changed(fading) { $0.fadeShape = shape })
    }
    walk.look(
      at: ducking, changed(ducking) { $0.path = "c.ogg" }, changed(ducking) { $0.volume = 1 },
      changed(ducking) { $0.over = 2 }
    ) { ducking in seen(changed(fading) { $0.duckings = [ducking] }) }
  }
}

/// An effect that stays as it is.
struct Softened: Effect {
  let radius: Double

  init(by radius: Double) { self.radius = radius }

  func filter(at instant: EffectInstant) -> Filter { .soften(.gaussian(x: radius, y: radius)) }
}
