"""What players play: drums, basses, chords and tunes, a bar at a time."""

# A bar of four beats in sixteen steps: kick, snare, and the cymbal that keeps time, with its own grid.
GROOVES = {
    "pop": [("x.....x.x.......", "....x.......x..."), ("x.......x.x.....", "....x.......x..."),
            ("x..x..x.x..x....", "....x.......x..."), ("x.......x.......", "....x.......x..."),
            ("x.x...x...x.....", "....x.......x..."), ("x.........x.....", "....x.......x...")],
    "rock": [("x.......x.x.....", "....x.......x..."), ("x.x.....x.x.....", "....x.......x..."),
             ("x..x..x.x.....x.", "....x.......x..."), ("x.....x...x.....", "....x.......x..."),
             ("x...x...x...x...", "....x.......x..."), ("x.x.x.x.x.x.x.x.", "..x...x...x...x.")],
    "ballad": [("x.......x.......", "....x.......x..."), ("x..............x", "........x......."),
               ("x.........x.....", "....x.......x..."), ("x.......x.......", "....x.......x..x")],
    "edm": [("x...x...x...x...", "....x.......x..."), ("x...x...x...x...", "................"),
            ("x...x...x...x..x", "....x.......x...")],
    "breaks": [("x.x.......xx....", "....x..x.x..x..x"), ("x.........x.....", "....x.......x..."),
               ("x..x......x..x..", "....x..x....x..."), ("x.x......xx.....", "....x..x.x..x...")],
    "hiphop": [("x......x..x.....", "....x.......x..."), ("x.x....x.xx.....", "....x.......x..."),
               ("x.....x.x..x....", "....x.......x..x"), ("x..x....x.x.....", "....x.......x..."),
               ("x.........x..x..", "....x.......x...")],
    "trap": [("x.....x...x.....", "........x......."), ("x......x..x...x.", "........x......."),
             ("x..x......x..x..", "........x.......")],
    "funk": [("x..x..x...x..x..", "....x..x.x..x..x"), ("x.x.......x..x..", "....x..x....x..x"),
             ("x.....xx..x.....", "....x..x.x..x...")],
    "reggae": [("........x.......", "........x......."), ("x...x...x...x...", "........x......."),
               ("x.......x.......", "....x.......x...")],
    "bossa": [("x.....xxx.....xx", "x..x..x...x..x.."), ("x.....xxx.....xx", "..x...x..x..x...")],
    "samba": [("x..xx..xx..xx..x", "x.x..x.x.x..x.x."), ("...x...x...x...x", "x.xx.x.xx.x.xx.x")],
    "salsa": [("......x.......x.", "................"), ("......x.......x.", "....x.......x...")],
    "songo": [("......x...x...x.", "....x..x...x..x."), ("...x..x....x..x.", "....x.......x...")],
    "reggaeton": [("x...x...x...x...", "...x..x....x..x.")],
    "disco": [("x...x...x...x...", "....x.......x...")],
    "train": [("x.......x.......", "x.xxx.xxx.xxx.xx"), ("x...x...x...x...", "..x...x...x...x.")],
    "march": [("x.......x.......", "..x.x.x...x.x.xx"), ("x.......x.......", "....x.......x...")],
    "half": [("x.........x.....", "........x......."), ("x..x......x.....", "........x.......")],
    "afro": [("x..x..x...x..x..", "......x......x.."), ("x.....x...x.....", "...x..x....x..x.")],
    "metal": [("xxxxxxxxxxxxxxxx", "....x.......x..."), ("x.x.x.x.x.x.x.x.", "....x.......x..."),
              ("x.xxx.xxx.xxx.xx", "....x.......x..."), ("x.x...xxx.x...xx", "....x.......x..."),
              ("x..x..x.x..xx.x.", "........x......."), ("xxxxxxxxxxxxxxxx", "........x......."),
              ("x..x..x..x..x.x.", "....x.......x..."), ("x.x.x.x.x.x.x.x.", ".x.x.x.x.x.x.x.x")],
    "punk": [("x.......x.......", "....x.......x..."), ("x.....x.x.......", "....x.......x..."),
             ("x..x..x.x..x..x.", "....x.......x..."), ("x.x.......x.x...", "....x.......x...")],
    "skank": [("x...x...x...x...", "..x...x...x...x."), ("x..xx...x..xx...", "..x...x...x...x."),
              ("x...x.x.x...x.x.", "..x...x...x...x.")],
    "house": [("x...x...x...x...", "....x.......x..."), ("x...x...x...x...", "................"),
              ("x...x...x...x.x.", "....x.......x..x"), ("x...x...x..x....", "....x.......x..."),
              ("x.....x.....x...", "....x.......x...")],
    "orchestra": [("x...............", "................"), ("x.....x.x.......", "............x.x."),
                  ("x...x...x...x.x.", "................"), ("x.......x.......", "..........x.x.x."),
                  ("x..x..x.x..x..x.", "................")],
}
CYMBALS = {
    "eighths": "x.x.x.x.x.x.x.x.", "quarters": "x...x...x...x...", "offbeat": "..x...x...x...x.",
    "sixteenths": "xxxxxxxxxxxxxxxx", "disco": "x.X.x.X.x.X.x.X.", "none": "................",
    "rolls": "x.x.xxx.x.x.x.xx", "shuffle": "x..xx..xx..xx..x", "tresillo": "x..x..x.x..x..x.",
}
CLAVES = ["x..x..x...x.x...", "..x.x...x..x..x.", "x..x...x..x.x...", "x..x..x...x..x.."]


def steps(pattern, beats):
    """(beat, accent) of each mark of a sixteen-step pattern, cut or repeated to a bar's beats."""
    for step in range(int(beats * 4)):
        mark = pattern[step % len(pattern)]
        if mark != ".":
            yield step / 4, mark == "X"


def drums(piece, dice, bar, style, loud, fill=False, crash=False):
    """A bar of a kit. `style` was made by `kit`."""
    beats, hits = piece.metre, []
    if piece.division == 3:
        hits = compound_hits(piece, dice, style)
    elif piece.metre == 3:
        hits = [(b, 36, 95) for b in style["kick3"]] + [(b, 38, 85) for b in style["snare3"]]
        hits += [(b * style["ride3"], style["cymbal"], 60 + 18 * (b * style["ride3"] % 1 == 0))
                 for b in range(int(3 / style["ride3"]))]
    elif piece.metre in (5, 7):
        hits = odd_hits(piece, dice, style)
    elif style["name"] == "jazz":
        hits = jazz_hits(dice, style)
    else:
        kick, snare = style["groove"]
        hits = [(b, 36, 100) for b, _ in steps(kick, beats)]
        hits += [(b, style["snare"], 98) for b, _ in steps(snare, beats)]
        for b, accent in steps(CYMBALS[style["ride"]], beats):
            hits.append((b, 46 if accent else style["cymbal"], 76 if b % 1 == 0 else 58))
    if dice.random() < style["ghosts"]:
        hits += [(dice.randrange(int(beats * 4)) / 4, 38, 30) for _ in range(dice.randint(1, 3))]
    start = beats - dice.choice([1, 1, 2, 0.5]) if fill else beats
    for beat, pitch, velocity in hits:
        if beat >= start and pitch != 36 or dice.random() < style["drops"]:
            continue
        piece.add("drums", bar, beat, 0.2, pitch, velocity * loud * dice.uniform(0.88, 1.08))
    if fill:
        pulse = dice.choice([0.25, 0.25, 0.5, 1 / 3]) if piece.division == 2 else 1 / 3
        beat, toms = start, [38, 48, 45, 41]
        while beat < beats - 1e-6:
            pitch = toms[min(3, int((beat - start) / max(0.5, beats - start) * 4))]
            if dice.random() < 0.85:
                piece.add("drums", bar, beat, 0.2, pitch, 92 * loud * dice.uniform(0.8, 1.1))
            beat += pulse
    if crash:
        piece.add("drums", bar, 0, 1, 49, 100 * loud)


def jazz_hits(dice, style):
    hits = []
    for beat in range(4):
        hits.append((beat, style["cymbal"], 78))
        if beat % 2 == 1 and dice.random() < 0.93:
            hits.append((beat + 0.5, style["cymbal"], 62))
        if beat % 2 == 1:
            hits.append((beat, 44, 64))
        if dice.random() < 0.22:
            hits.append((beat + dice.choice([0, 0.5, 0.5]), 38, dice.randint(26, 70)))
        if dice.random() < style["feather"]:
            hits.append((beat, 36, dice.randint(28, 60)))
    return hits


def odd_hits(piece, dice, style):
    """Fives and sevens: groups of twos and threes, each begun by the bass drum."""
    hits, begin = [], 0
    for size in piece.groups:
        hits.append((begin, 36, 100 if begin == 0 else 88))
        hits += [(begin + i, style["snare"], 92) for i in range(1, size) if i == size - 1 or dice.random() < 0.2]
        begin += size
    pulse = style["ride3"]
    for i in range(int(begin / pulse)):
        hits.append((i * pulse, style["cymbal"], 60 + 18 * (i * pulse % 1 == 0)))
    return hits


def compound_hits(piece, dice, style):
    """6/8 and 12/8: beats of three pulses."""
    hits = []
    if style["name"] == "none":
        return [(beat + place / 3, 41 if place == 0 else 48, 90 if place == 0 else 62)
                for beat in range(piece.metre) for place in (0, 2, 1)[: 2 + (dice.random() < 0.5)]]
    for beat in range(piece.metre):
        if beat % 2 == 0:
            hits.append((beat, 36, 96))
            if dice.random() < style["push"]:
                hits.append((beat + 2 / 3, 36, 74))
        else:
            hits.append((beat, style["snare"], 94))
            if dice.random() < style["push"] * 0.5:
                hits.append((beat + 2 / 3, 36, 80))
        for pulse in range(3):
            if style["ride"] != "none":
                hits.append((beat + pulse / 3, style["cymbal"], 74 if pulse == 0 else 54))
    return hits


def kit(dice, name):
    """A drummer's choices for a section."""
    return {
        "name": name,
        "groove": dice.choice(GROOVES.get(name, GROOVES["pop"])),
        "ride": dice.choice({
            "edm": ["offbeat", "offbeat", "sixteenths", "none", "disco", "quarters", "eighths"], "trap": ["rolls", "sixteenths", "eighths"],
            "hiphop": ["eighths", "sixteenths", "rolls"], "disco": ["disco", "offbeat", "sixteenths"],
            "samba": ["sixteenths"], "funk": ["sixteenths", "eighths"], "reggae": ["eighths", "offbeat"],
            "salsa": ["shuffle", "quarters", "tresillo"], "train": ["none", "quarters"], "march": ["none"],
            "half": ["eighths", "quarters"], "metal": ["quarters", "eighths", "quarters", "offbeat"],
            "skank": ["none", "eighths", "quarters"], "house": ["offbeat", "offbeat", "quarters", "eighths", "disco", "sixteenths", "none"],
            "orchestra": ["none", "none", "none", "quarters"],
        }.get(name, ["eighths", "eighths", "quarters", "sixteenths"])),
        "cymbal": dice.choice([51, 51, 53, 59] if name == "jazz" else [46, 49, 51, 42, 59] if name in ("metal", "punk", "skank")
                              else [46, 46, 42] if name == "house" else [42, 42, 42, 51, 44, 70]),
        "snare": dice.choice([38, 38, 38, 40, 39, 37]),
        "kick3": dice.choice([[0], [0], [0, 2], [0, 1.5], []]),
        "snare3": dice.choice([[1, 2], [1, 2], [2], [1], []]),
        "ride3": dice.choice([1, 0.5, 0.5]),
        "ghosts": dice.choice([0, 0, 0.3, 0.7]),
        "drops": dice.choice([0, 0, 0.02, 0.08]),
        "feather": dice.choice([0, 0.3, 0.8]),
        "push": dice.choice([0, 0.3, 0.6]),
    }


def bass(piece, dice, bar, style, loud):
    beats, unit = piece.metre, 1 / piece.division
    velocity = 92 * loud

    def play(beat, length, pitch=None, weight=1.0):
        piece.add("bass", bar, beat, length, pitch or piece.chord_at(bar, beat).bass(), velocity * weight)

    if style == "whole":
        for beat, _ in piece.chords[bar]:
            play(beat, beats * 0.9)
    elif style == "eighth":
        for i in range(int(beats * piece.division)):
            play(i * unit, unit * 0.85, weight=1 if i % piece.division == 0 else 0.85)
    elif style == "quarter":
        for i in range(beats):
            play(i, 0.85)
    elif style == "half":
        for i in range(0, beats, 2):
            root = piece.chord_at(bar, i).bass()
            play(i, 1.7, root + (7 if i and dice.random() < 0.5 else 0))
    elif style == "walk":
        root, target = piece.chord_at(bar, 0).bass(31), piece.chord_at(bar + 1, 0).bass(31)
        tones = piece.chord_at(bar, 0).pitches(root, 4)
        line = [root] + [dice.choice(tones) for _ in range(beats - 2)] + [target + dice.choice([-1, 1, 2])]
        for i, pitch in enumerate(line[:beats]):
            play(i, 0.9, pitch, dice.uniform(0.85, 1.05))
            if dice.random() < 0.12:
                play(i + 0.5, 0.3, pitch, 0.6)
    elif style == "off":
        for i in range(beats):
            play(i + 0.5, 0.4)
    elif style == "rolling":
        for i in range(beats * 4):
            if i % 4:
                play(i / 4, 0.2, weight=0.9)
    elif style == "octave":
        for i in range(beats * 2):
            play(i / 2, 0.4, piece.chord_at(bar, i / 2).bass() + 12 * (i % 2))
    elif style == "tumbao":
        for beat in (1.5, 3):
            chord = piece.chord_at(bar if beat < 3 else bar + 1, 0)
            play(beat, 1, chord.bass() + (7 if beat == 1.5 and dice.random() < 0.5 else 0))
    elif style == "oom":
        play(0, 0.8)
        if beats == 4:
            play(2, 0.8, piece.chord_at(bar, 2).bass() + dice.choice([7, -5, 0]))
    elif style == "pop":
        for beat in dice.choice([[0, 1.5, 2], [0, 1.75, 2, 3.5], [0, 0.75, 1.5, 2.5], [0, 2, 3.5]]):
            if beat < beats:
                play(beat, 0.7)
    elif style == "sync":
        for beat in dice.choice([[0, 0.75, 2.5], [0, 1.75, 2.75], [0, 2.25, 3.5], [0, 1.5, 2.75, 3.25]]):
            if beat < beats:
                play(beat, 0.5, piece.chord_at(bar, beat).bass() + dice.choice([0, 0, 0, 12, 7]))
    elif style == "riff":
        for beat, accent in riff(piece, bar):
            play(beat, 0.22, weight=1 if accent else 0.8)
    elif style == "polka":
        for i in range(beats):
            play(i, 0.45, piece.chord_at(bar, i).bass() + (7 if i % 2 else 0))
    elif style == "drone":
        if bar % 2 == 0:
            play(0, beats * 2)


COMPOUND_ROLLS = [[0, 1, 2, 3, 2, 1], [0, 2, 1, 2, 3, 2], [0, 1, 2, 1, 2, 1]]


def comp(piece, dice, bar, style, loud, low=52, push=0):
    """A bar of chords; with a push, the chord of the next bar comes so much early."""
    beats, unit = piece.metre, 1 / piece.division
    velocity = 80 * loud

    def strike(beat, length, weight=1.0, spread=0.0, part="chords", count=4):
        if push and beat == 0 and bar > 0 and part == "chords" and dice.random() < 0.85:
            beat, length = -push, length + push
        chord = piece.chord_at(bar, 0) if beat < 0 else piece.chord_at(bar, min(beat, beats - 0.01)) if beat < beats else piece.chord_at(bar + 1, 0)
        for i, pitch in enumerate(chord.pitches(low, count)):
            piece.add(part, bar, beat, length, pitch, velocity * weight * dice.uniform(0.9, 1.05), i * spread)

    if style == "pad":
        for beat, _ in piece.chords[bar]:
            strike(beat, beats, 0.85, part="pad")
    elif style == "whole":
        for beat, _ in piece.chords[bar]:
            strike(beat, beats * 0.95, spread=dice.choice([0, 0.012]))
    elif style == "quarter":
        for i in range(beats):
            strike(i, 0.85, 1 if i == 0 else 0.88)
    elif style == "eighth":
        for i in range(int(beats * piece.division)):
            strike(i * unit, unit * 0.8, 1 if i % piece.division == 0 else 0.8)
    elif style == "strum":
        pattern = dice.choice([[0, 1, 1.5, 2.5, 3, 3.5], [0, 1, 1.5, 2, 3, 3.5], [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5]])
        if piece.division == 3:
            pattern = [b + p for b in range(beats) for p in (0, 1 / 3, 2 / 3)]
        for beat in pattern:
            if beat < beats:
                strike(beat, 0.45, 1 if beat % 1 == 0 else 0.75, 0.009 if beat % 1 == 0 else 0.006)
    elif style == "offbeat":
        for i in range(beats):
            strike(i + 0.5, 0.3)
    elif style == "backbeat":
        for i in range(1, beats, 2):
            strike(i, 0.4)
    elif style == "pushed":
        strike(0 if bar == 0 else dice.choice([0, -0.5]), 1.4)
        for beat in dice.choice([[1.5, 3], [1.5, 2.5], [2, 3.5], [1, 2.5]]):
            if beat < beats:
                strike(beat, 0.9, 0.9)
    elif style == "stab":
        for beat in dice.choice([[0, 0.75, 1.5, 2.5, 3.25], [0.5, 1.25, 2.5, 3.25], [0, 1.5, 3], [0, 0.75, 1.5, 2.25]]):
            if beat < beats:
                strike(beat, 0.2, 1.05)
    elif style == "arp":
        chordal(piece, dice, bar, dice.choice([0.5, 0.5, 0.25]) if piece.division == 2 else 1 / 3, velocity, low)
    elif style == "arp8":
        chordal(piece, dice, bar, 0.5 if piece.division == 2 else 1 / 3, velocity, low)
    elif style == "arp16":
        chordal(piece, dice, bar, 0.25 if piece.division == 2 else 1 / 3, velocity, low)
    elif style == "alberti":
        for i in range(int(beats * piece.division)):
            tones = piece.chord_at(bar, i * unit).pitches(low - 4, 3)
            order = [0, 2, 1, 2] if piece.division == 2 else [0, 1, 2]
            piece.add("chords", bar, i * unit, unit * 0.95, tones[order[i % len(order)] % len(tones)],
                      velocity * (1 if i % piece.division == 0 else 0.82))
    elif style == "oom":
        for i in range(1, beats):
            if beats == 3 or i % 2:
                strike(i, 0.6, 0.85, count=3)
        if piece.division == 3:
            for i in range(beats):
                strike(i + 1 / 3, 0.25, 0.7, count=3)
                strike(i + 2 / 3, 0.25, 0.7, count=3)
    elif style == "charleston":
        choices = [[0, 1.5], [1.5, 3], [0.5, 2.5], [1, 2.5], [1.5, 3.5], [0, 2.5], [3.5], []]
        for beat in dice.choice(choices):
            if beat < beats:
                strike(beat, dice.choice([0.3, 0.8]), dice.uniform(0.7, 1))
    elif style == "montuno":
        first = [0, 1, 1.5, 2.5, 3.5] if bar % 2 == 0 else [0.5, 1.5, 2.5, 3.5]
        for beat in first:
            strike(beat, 0.4)
    elif style == "bossa":
        for beat in ([0, 1.5, 3] if bar % 2 == 0 else [0.5, 2, 3]):
            strike(beat, 0.6)
    elif style == "power":
        for i in range(int(beats * 2)):
            root = piece.chord_at(bar, i / 2).bass(40)
            for step in (0, 7, 12):
                piece.add("chords", bar, i / 2, 0.4, root + step, velocity * (1.1 if i % 2 == 0 else 0.95))
    elif style in ("riff", "gallop", "sawing"):
        marks = {"riff": riff(piece, bar), "sawing": [(i / 4, i % 4 == 0) for i in range(beats * 4)],
                 "gallop": [(b + p, p == 0) for b in range(beats) for p in (0, 0.5, 0.75)]}[style]
        for beat, accent in marks:
            root = piece.chord_at(bar, beat).bass(40)
            for step in (0, 7, 12) if accent or style == "sawing" else (0,):
                piece.add("chords", bar, beat, 0.4 if accent else 0.12, root + step, velocity * (1.1 if accent else 0.85))
    elif style == "powerlong":
        for beat, _ in piece.chords[bar]:
            root = piece.chord_at(bar, beat).bass(40)
            for step in (0, 7, 12):
                piece.add("chords", bar, beat, beats, root + step, velocity * 1.1)
    elif style == "tremolo":
        for i in range(int(beats * 4)):
            strike(i / 4, 0.2, 0.7, count=3)
    elif style == "ostinato":
        # The same tones again and again, hardly parted from one another.
        for i in range(int(beats * piece.division)):
            strike(i * unit, unit * 0.97, 1 if i % piece.division == 0 else dice.uniform(0.75, 0.95), count=3)
    elif style == "suspended":
        # Voices that move by turns.
        for i, pitch in enumerate(piece.chord_at(bar, 0).pitches(low, 4)):
            piece.add("chords", bar, i % beats, beats - i % beats, pitch, velocity * dice.uniform(0.8, 1.05))
    elif style == "nocturne":
        per = dice.choice([2, 3, 4, 6]) if piece.division == 2 else 3
        tones = piece.chord_at(bar, 0).pitches(low - 14, 7)
        for i in range(beats * per):
            climb = i % (2 * len(tones) - 2)
            pitch = tones[min(climb, 2 * len(tones) - 2 - climb)]
            piece.add("chords", bar, i / per, dice.uniform(1, 2), pitch, velocity * (0.95 if i % per == 0 else 0.7))
    elif style == "runs":
        per = dice.choice([3, 4, 4, 6, 8]) if piece.division == 2 else dice.choice([3, 6])
        pitch, step = dice.randrange(60, 84), dice.choice([-1, 1, 2, -2])
        for i in range(beats * per):
            if dice.random() < 0.1 or not 48 < pitch < 96:
                step = -step
            pitch += step
            piece.add("lead", bar, i / per, 1.1 / per, pitch, velocity * (1 if i % per == 0 else 0.8))


def chordal(piece, dice, bar, pulse, velocity, low):
    """Chords taken apart, evenly."""
    order = dice.choice([[0, 1, 2, 3], [0, 2, 1, 3], [0, 1, 2, 3, 2, 1], [3, 2, 1, 0], [0, 3, 1, 2]])
    for i in range(int(round(piece.metre / pulse))):
        beat = i * pulse
        tones = piece.chord_at(bar, beat).pitches(low, 4)
        piece.add("arp" if pulse == 0.25 else "chords", bar, beat, pulse * dice.uniform(0.9, 1.8),
                  tones[order[i % len(order)] % len(tones)], velocity * (1 if abs(beat - round(beat)) < 1e-6 else 0.85))


def riff(piece, bar):
    """(beat, accent) of the figure that guitars and bass repeat, two bars long."""
    pattern = piece.riff[bar % 2]
    return [(i / 4, mark == "X") for i, mark in enumerate(pattern[: piece.metre * 4]) if mark != "."]


def make_riff(dice):
    """Two bars of sixteenths, some of them left out, and accents anywhere."""
    bars = []
    for _ in range(2):
        busy, strong = dice.choice([0.35, 0.6, 0.9]), dice.choice([3, 4, 4, 6, 0])
        bar = ["x" if dice.random() < (busy if i % 2 else min(1, busy + 0.3)) else "." for i in range(28)]
        for i in range(28):
            if (strong and i % strong == 0) or (not strong and dice.random() < 0.25):
                bar[i] = "X"
        bars.append("".join(bar))
    return [bars[0], dice.choice([bars[0], bars[1]])]


def motif(dice, metre, division, density):
    """A rhythm of so many beats: (beat, length)."""
    grid = [i / division for i in range(metre * division)]
    if division == 2 and dice.random() < 0.3 * density:
        grid = [i / 4 for i in range(metre * 4)]
    found = []
    for beat in grid:
        on = beat % 1 == 0
        chance = density * (0.95 if on else 0.5 if beat * 2 % 1 == 0 else 0.3 if division == 2 else 0.6)
        if beat == 0:
            chance = max(chance, 0.7)
        if dice.random() < chance:
            found.append(beat)
    return [(b, (found[i + 1] if i + 1 < len(found) else metre) - b) for i, b in enumerate(found)]


def tune(piece, dice, first, count, part, scale, key, loud, density, center=72):
    """A melody of phrases that come back."""
    rhythms = [motif(dice, piece.metre, piece.division, density) for _ in range(2)]
    degree = dice.randrange(7)
    for bar in range(first, first + count):
        rhythm = rhythms[dice.choice([0, 0, 1])] if bar % 4 != 3 else motif(dice, piece.metre, piece.division, density * 0.6)
        if dice.random() < 0.08:
            continue
        for beat, length in rhythm:
            if beat % 1 == 0 and dice.random() < 0.6:
                chord = piece.chord_at(bar, beat)
                pitch = min(chord.pitches(center - 12, 12), key=lambda p: abs(p - center - degree + 3))
            else:
                degree += dice.choice([-2, -1, -1, 0, 1, 1, 2])
                degree = max(-4, min(9, degree))
                pitch = center - center % 12 + key + scale[degree % 7] + 12 * (degree // 7)
                pitch -= 12 if pitch > center + 12 else 0
            piece.add(part, bar, beat, length * dice.uniform(0.6, 1), pitch, 96 * loud * dice.uniform(0.8, 1.1))


def percussion(piece, dice, bar, style, loud):
    if style == "clave":
        pattern = piece.clave
        for beat, _ in steps(pattern, piece.metre):
            piece.add("drums", bar, beat, 0.2, 75, 84 * loud)
    elif style == "conga":
        for i in range(piece.metre * 4):
            accent = i % 4 == 2 and i % 8 >= 4
            if i % 2 == 0 or dice.random() < 0.35:
                piece.add("drums", bar, i / 4, 0.2, 64 if i % 8 in (6, 7) else 63 if accent else 62,
                          (84 if i % 8 in (2, 6) else 52) * loud)
    elif style == "shaker":
        per = 4 if piece.division == 2 else 3
        for i in range(piece.metre * per):
            piece.add("drums", bar, i / per, 0.1, 70, (70 if i % per == 0 else 44) * loud)
    elif style == "bell":
        for beat, _ in steps(dice.choice(["x...x...x...x...", "x.x..x.x.x.x..x."]), piece.metre):
            piece.add("drums", bar, beat, 0.2, 56, 76 * loud)
    elif style == "tambourine":
        for i in range(1, piece.metre, 2):
            piece.add("drums", bar, i, 0.2, 54, 76 * loud)
    elif style == "hats":
        unit = 2 if piece.division == 2 else 3
        for i in range(piece.metre * unit):
            piece.add("drums", bar, i / unit, 0.1, 42, (76 if i % unit == 0 else 56) * loud)
    elif style == "kick":
        for i in range(piece.metre):
            piece.add("drums", bar, i, 0.2, 36, 100 * loud)
    elif style == "sticks":
        for i in range(piece.metre):
            piece.add("drums", bar, i, 0.1, 37, 80 * loud)
    elif style == "offhat":
        for i in range(piece.metre):
            piece.add("drums", bar, i + 0.5, 0.4, 46, 108 * loud)
    elif style == "onhat":
        for i in range(piece.metre):
            piece.add("drums", bar, i, 0.4, dice.choice([46, 49, 42]), 100 * loud)
    elif style == "claps":
        for i in range(1, piece.metre, 2):
            piece.add("drums", bar, i, 0.2, 39, 104 * loud)
    elif style == "ride":
        for i in range(piece.metre * 2):
            piece.add("drums", bar, i / 2, 0.4, 51, (88 if i % 2 == 0 else 66) * loud)
    elif style == "riser":
        for i in range(piece.metre * 2):
            piece.add("riser", bar, i / 2, 0.6, 60 + bar % 8 * 4, (40 + bar % 8 * 8) * loud)
    elif style == "roll":
        for i in range(piece.metre * 4):
            piece.add("drums", bar, i / 4, 0.1, 38, (40 + 50 * (bar % 4 * piece.metre * 4 + i) / (piece.metre * 16)) * loud)


def ornament(piece, dice, first, count, chance):
    """Grace notes, trills and rolled chords, as on a piano."""
    low, high = piece.pickup + first * piece.metre, piece.pickup + (first + count) * piece.metre
    for note in [n for n in piece.notes if n.part in ("lead", "chords") and low <= n.position < high]:
        if dice.random() > chance:
            continue
        if note.part == "lead" and note.length > 0.6 and dice.random() < 0.3:
            for i in range(1, int(note.length * 6)):
                piece.notes.append(type(note)("lead", note.position + i / 6, 0.15, note.pitch + 2 * (i % 2), note.velocity - 20))
        elif note.part == "lead":
            piece.notes.append(type(note)("lead", note.position, 0.1, note.pitch + dice.choice([-1, 1, 2]), note.velocity - 15,
                                          -dice.uniform(0.05, 0.11)))
        else:
            note.shift += dice.uniform(0, 0.06)
