"""Recipes: what bands of each genre play, how fast, how steadily, and how it is recorded."""
import band
from score import Piece, Tempo, harmony, tempo_rates

# bpm range, metres, division, harmony, drum styles, basses, comps, programs (bass, chords, lead),
# chance of a tempo that moves, swing ratios, and weight: how many pieces of a hundred.
GENRES = {
    "pop": dict(bpm=(84, 132), drums=["pop", "pop", "rock", "disco", "half"], bass=["pop", "eighth", "whole", "octave"],
                comp=["pushed", "quarter", "strum", "arp8", "eighth", "whole"], harmony="pop", weight=10,
                programs=([33, 34, 38, 39], [0, 1, 4, 25, 27, 88], [80, 81, 54, 73, 11])),
    "rock": dict(bpm=(92, 180), drums=["rock"], bass=["eighth", "eighth", "pop", "quarter"], harmony="rock", weight=8,
                 comp=["power", "powerlong", "strum", "eighth", "quarter"], moves=0.5, dirt=0.7, kind="live",
                 programs=([33, 34, 35], [27, 28, 29, 30, 25], [29, 30, 18])),
    "ballad": dict(bpm=(54, 84), drums=["ballad", "pop", "half"], bass=["whole", "half", "pop"], harmony="pop", weight=8,
                   comp=["arp8", "quarter", "whole", "alberti", "arp16"], moves=0.6, sparse=True, kind="live",
                   programs=([32, 33, 35], [0, 1, 4, 24, 25], [40, 48, 73, 68])),
    "edm": dict(bpm=(118, 150), drums=["edm", "edm", "breaks"], bass=["off", "rolling", "eighth", "sync"], weight=8,
                comp=["stab", "offbeat", "arp16", "pad"], harmony="minor", moves=0, duck=0.8, kind="machine",
                programs=([38, 39, 87], [81, 90, 62, 89], [80, 81, 87]), drumset=[24, 25, 26]),
    "breaks": dict(bpm=(130, 178), drums=["breaks"], bass=["whole", "sync", "half"], harmony="minor", weight=3,
                   comp=["pad", "stab", "whole"], moves=0, kind="machine",
                   programs=([38, 39, 87], [89, 90, 4, 81], [80, 81]), drumset=[24, 25, 0]),
    "hiphop": dict(bpm=(70, 104), drums=["hiphop", "hiphop", "trap"], bass=["sync", "whole", "pop"], harmony="minor",
                   weight=8, comp=["pushed", "whole", "charleston", "arp8", "quarter"], moves=0,
                   swings=[0.5, 0.54, 0.58, 0.62, 0.66], unit=0.25, kind="machine",
                   programs=([38, 39, 33], [4, 5, 0, 11, 89], [80, 73, 11, 65]), drumset=[24, 25, 0, 8]),
    "funk": dict(bpm=(88, 124), drums=["funk", "disco"], bass=["sync", "octave", "pop"], harmony="modal", weight=4,
                 comp=["stab", "backbeat", "pushed"], moves=0.4, swings=[0.5, 0.5, 0.55], unit=0.25, kind="live",
                 programs=([36, 33, 37], [27, 28, 16, 4, 7], [56, 61, 65])),
    "jazz": dict(bpm=(96, 230), drums=["jazz"], bass=["walk", "walk", "half"], harmony="jazz", weight=8, sevenths=True,
                 comp=["charleston", "charleston", "quarter", "whole"], moves=0.8, swings=[0.58, 0.62, 0.667, 0.667],
                 kind="live", programs=([32], [0, 26, 4], [56, 65, 66, 71, 0, 11]), drumset=[32, 40, 0]),
    "waltz": dict(bpm=(84, 190), drums=["waltz"], bass=["oom", "oom", "whole", "walk"], harmony="classical", metres=[3],
                  comp=["oom", "oom", "arp8", "alberti", "quarter", "strum"], moves=0.7, weight=9, sparse=True,
                  kind="live", programs=([32, 43, 33], [0, 21, 24, 48, 25], [40, 73, 71, 21, 68])),
    "compound": dict(bpm=(44, 96), drums=["compound"], bass=["whole", "eighth", "quarter", "half"], harmony="pop", weight=9,
                     division=3, metres=[2, 2, 2, 4], comp=["arp", "strum", "alberti", "oom", "quarter", "whole"],
                     moves=0.5, sparse=True, kind="live",
                     programs=([32, 33, 35], [0, 4, 24, 25, 46, 48], [40, 73, 110, 68, 29])),
    "jig": dict(bpm=(92, 140), drums=["compound", "none"], bass=["whole", "quarter", "half", "eighth"], harmony="pop",
                division=3, metres=[2, 2, 4], comp=["strum", "oom", "eighth", "quarter", "arp"], weight=4, moves=0.6,
                busy=True, kind="live", programs=([32, 33, 43], [24, 25, 46, 21, 0], [40, 73, 22, 21, 110, 72])),
    "march": dict(bpm=(92, 144), drums=["march", "march", "train"], bass=["quarter", "oom", "oom"], harmony="classical",
                  metres=[2, 4, 4], comp=["offbeat", "oom", "offbeat", "quarter"], weight=3, moves=0.5, kind="live",
                  programs=([58, 43, 32], [61, 57, 60, 21], [56, 72, 61, 22])),
    "latin": dict(bpm=(84, 128), drums=["salsa", "songo", "reggaeton", "samba"], bass=["tumbao", "tumbao", "sync", "pop"],
                  comp=["montuno", "montuno", "offbeat", "pushed"], harmony="minor", weight=7, moves=0.4,
                  percussion=["clave", "conga", "bell", "shaker"], kind="live",
                  programs=([32, 33, 35], [0, 24, 2], [56, 57, 73, 65])),
    "bossa": dict(bpm=(58, 150), drums=["bossa", "samba"], bass=["half", "tumbao", "pop"], comp=["bossa", "bossa", "arp8"],
                  harmony="jazz", sevenths=True, weight=4, moves=0.6, percussion=["clave", "shaker"], sparse=True,
                  kind="live", programs=([32, 33], [24, 26, 0, 4], [73, 65, 71, 11])),
    "reggae": dict(bpm=(66, 150), drums=["reggae", "half"], bass=["sync", "pop", "half"], comp=["offbeat", "offbeat"],
                   harmony="modal", weight=3, moves=0.4, kind="live", swings=[0.5, 0.6],
                   programs=([33, 35], [27, 16, 0], [56, 57, 66])),
    "country": dict(bpm=(80, 130), drums=["train", "march", "pop"], bass=["oom", "oom", "walk"], weight=4, moves=0.5,
                    comp=["backbeat", "strum", "oom", "arp8"], harmony="rock", swings=[0.5, 0.5, 0.6, 0.667], kind="live",
                    programs=([32, 33], [25, 24, 105, 0], [22, 40, 110, 27])),
    "afro": dict(bpm=(96, 126), drums=["afro", "edm"], bass=["sync", "pop"], comp=["offbeat", "arp8", "pushed"], weight=3,
                 harmony="modal", moves=0.2, percussion=["conga", "shaker", "bell"], kind="live",
                 programs=([38, 33], [4, 12, 24, 27], [73, 80, 65])),
    "strings": dict(bpm=(56, 140), drums=[], bass=["half", "whole", "quarter", "oom"], metres=[4, 4, 4, 3, 2],
                    comp=["arp8", "eighth", "pad", "alberti", "whole", "tremolo", "quarter", "ostinato", "suspended"],
                    harmony="classical", weight=10, rubato=True, kind="hall",
                    programs=([42, 43, 58, 70], [48, 49, 45, 46, 6], [40, 68, 73, 71, 60])),
    "legato": dict(bpm=(56, 132), drums=[], bass=["half", "whole", "quarter", "oom"], metres=[4, 4, 4, 3, 2, 3],
                   comp=["ostinato", "ostinato", "eighth", "suspended", "pad", "quarter", "arp8"], harmony="classical",
                   weight=14, rubato=True, kind="hall", bowed=0.5,
                   programs=([42, 43, 48, 70, 53, 58], [48, 49, 50, 51, 52, 53, 61, 19, 21, 60, 89],
                             [40, 41, 42, 68, 71, 60, 53, 73])),
    "odd": dict(bpm=(90, 200), drums=["rock", "jazz", "pop"], bass=["eighth", "quarter", "whole", "walk"], weight=5,
                metres=[5, 5, 7], comp=["eighth", "quarter", "arp8", "strum", "whole"], harmony="modal", moves=0.5,
                kind="live", programs=([32, 33, 34], [0, 4, 25, 27, 29], [65, 66, 73, 80, 40])),
    "piano": dict(bpm=(46, 160), drums=[], bass=["half", "whole", "quarter", "eighth", "oom", "octave"], weight=16,
                  metres=[4, 4, 4, 3, 3, 2],
                  comp=["alberti", "arp8", "arp16", "whole", "quarter", "eighth", "oom", "nocturne", "runs", "suspended"],
                  harmony="classical", rubato=True, kind="piano", programs=([0], [0], [0])),
    "piano6": dict(bpm=(38, 88), drums=[], bass=["whole", "quarter", "half"], metres=[2, 2, 4], division=3,
                   comp=["arp", "alberti", "oom", "arp8", "nocturne", "runs"], harmony="classical", rubato=True,
                   kind="piano", weight=5,
                   programs=([0], [0], [0])),
    "folk": dict(bpm=(70, 140), drums=[], bass=["oom", "half", "whole"], comp=["strum", "strum", "arp8", "arp16"],
                 harmony="pop", weight=5, moves=0.9, metres=[4, 4, 3], kind="live",
                 programs=([24, 25, 32], [24, 25, 105, 46], [73, 40, 22, 110])),
    "ambient": dict(bpm=(60, 110), drums=["half", "ballad"], bass=["whole", "drone"], comp=["pad", "arp8", "arp16"],
                    harmony="modal", weight=3, moves=0, sparse=True, kind="machine",
                    programs=([38, 39], [88, 89, 91, 95], [80, 98, 11])),
    "poly": dict(bpm=(72, 132), drums=["afro", "funk", "pop"], bass=["quarter", "sync", "whole"], harmony="modal",
                 comp=["arp8", "offbeat", "pushed"], weight=4, moves=0.2, cross=True, percussion=["bell", "conga"],
                 kind="live", programs=([33, 38], [12, 13, 4, 0], [11, 80, 73])),
    "metal": dict(bpm=(80, 180), drums=["metal", "metal", "skank", "punk", "half"], bass=["riff", "eighth", "quarter", "riff"],
                  comp=["riff", "riff", "gallop", "sawing", "power", "powerlong"], harmony="minor", weight=6, moves=0.3, drive=0.9,
                  kind="live", kits=0.8, programs=([33, 34, 36], [29, 30], [29, 30])),
    "punk": dict(bpm=(140, 196), drums=["punk"], bass=["eighth"], comp=["power", "eighth", "powerlong"], harmony="rock",
                 weight=4, moves=0.4, drive=0.6, kind="live", kits=0.7, programs=([33, 34], [29, 30, 27], [29, 30])),
    "polka": dict(bpm=(96, 150), drums=["skank"], bass=["polka"], comp=["offbeat"], harmony="rock", metres=[2, 2, 4], weight=4,
                  moves=0.5, busy=True, kind="live", kits=0.4, programs=([58, 32, 33, 43], [21, 27, 24, 105], [21, 71, 40, 56])),
    "house": dict(bpm=(110, 140), drums=["house"], bass=["off", "sync", "riff", "rolling"], weight=8, harmony="minor", moves=0,
                  comp=["stab", "offbeat", "arp16", "pad", "riff"], duck=0.8, kind="machine", kits=0.4,
                  percussion=["offhat", "onhat", "claps", "shaker", "ride"],
                  programs=([38, 39, 87], [81, 90, 62, 89, 4], [80, 81, 87]), drumset=[24, 25, 26]),
    "chip": dict(bpm=(96, 190), drums=["pop", "rock", "edm", "skank"], bass=["octave", "eighth", "riff", "pop"], harmony="pop",
                 comp=["arp16", "arp8", "stab", "eighth"], weight=4, moves=0, kind="machine", busy=True,
                 programs=([80, 81, 38], [80, 81, 82, 87], [80, 81, 82])),
    "orchestra": dict(bpm=(70, 160), drums=["orchestra", "orchestra", "march"], bass=["whole", "half", "quarter", "riff"],
                      comp=["eighth", "ostinato", "tremolo", "arp16", "pad", "whole"], harmony="minor", weight=6, moves=0.2,
                      metres=[4, 4, 3], kind="hall", bowed=0.3,
                      programs=([43, 48, 58], [48, 49, 61, 52, 45], [60, 56, 40, 73, 48]), drumset=[48]),
    "changes": dict(bpm=(76, 150), drums=["pop", "rock", "half", "disco"], bass=["eighth", "pop", "whole"], weight=7,
                    comp=["strum", "quarter", "eighth", "arp8"], harmony="pop", changes=True, kind="live",
                    programs=([33, 34], [0, 25, 27, 29], [80, 40, 73])),
}
SHAPES = {
    "pop": ["intro", "verse", "chorus", "verse", "chorus", "bridge", "outro"],
    "edm": ["intro", "build", "drop", "breakdown", "build", "drop"],
    "plain": ["A", "A", "B", "A"],
}
LONG = {
    "pop": [["intro", "verse", "prechorus", "chorus", "verse", "prechorus", "chorus", "bridge", "chorus", "outro"],
            ["intro", "verse", "chorus", "verse", "chorus", "bridge", "chorus", "outro"],
            ["verse", "chorus", "verse", "chorus", "chorus", "outro"], ["intro", "verse", "chorus", "verse", "chorus", "outro"]],
    "edm": [["intro", "build", "drop", "breakdown", "build", "drop", "outro"], ["intro", "verse", "build", "drop", "verse", "drop"]],
    "plain": [["A", "A", "B", "A"], ["A", "B", "A", "C", "A"], ["intro", "A", "B", "A", "B"]],
}


def pick_genre(dice):
    names = sorted(GENRES)
    return dice.choices(names, [GENRES[n]["weight"] for n in names])[0]


def compose(dice, number, genre=None, long=False):
    genre = genre or pick_genre(dice)
    g = GENRES[genre]
    metre = dice.choice(g.get("metres", [4]))
    division = g.get("division", 2)
    bpm = dice.uniform(*g["bpm"])
    bars = max(6, round((dice.uniform(80, 150) if long else dice.uniform(26, 36)) * bpm / 60 / metre))
    piece = Piece(f"{genre}{number:05d}", genre, metre, division, bars=bars)
    if metre in (5, 7):
        groups = dice.choice({5: [(3, 2), (3, 2), (2, 3)], 7: [(2, 2, 3), (4, 3), (3, 2, 2)]}[metre])
        piece.groups = groups
    if dice.random() < 0.25:
        piece.pickup = dice.choice([1, 1, 2]) if metre > 2 else 1
    if g.get("swings"):
        piece.swing, piece.swing_unit = dice.choice(g["swings"]), g.get("unit", 0.5)
    elif genre in ("pop", "rock", "country", "folk") and division == 2 and dice.random() < 0.12:
        piece.swing = 0.64
    piece.clave = dice.choice(band.CLAVES)
    piece.riff = band.make_riff(dice)
    minor = g["harmony"] == "minor" or dice.random() < 0.35
    per_bar = 2 if metre == 4 and bpm < 75 and dice.random() < 0.3 else None
    piece.chords, key, scale = harmony(dice, g["harmony"], minor, bars + 2, metre, g.get("sevenths", False), per_bar)
    piece.tempo = Tempo(tempo_rates(dice, piece.beats, bpm, shape(dice, g, genre), metre), dice.uniform(0.05, 1.2))
    arrange(piece, dice, g, key, scale, long)
    return piece, console(dice, g)


def compose_nothing(dice, number):
    """Sounds without a beat: now and then something begins, and nothing repeats."""
    piece = Piece(f"none{number:05d}", "none", 4, 2, bars=15)
    piece.tempo = Tempo([120] * 60, 0.2)
    parts = dice.sample(["drums", "bass", "chords", "pad", "lead", "vox", "riser"], dice.randint(1, 4))
    for part in parts:
        position, gap = 0.0, 10 ** dice.uniform(-0.7, 1.1)
        while position < 60:
            pitch = dice.choice([36, 38, 42, 46, 49, 70]) if part == "drums" else dice.randrange(36, 84)
            piece.add(part, 0, position, dice.uniform(0.1, 2) * gap, pitch, dice.randint(20, 120))
            position += dice.expovariate(1 / gap) + 0.02
    return piece, console(dice, GENRES[dice.choice(["pop", "strings", "ambient", "piano"])])


def shape(dice, g, genre):
    """How the tempo moves."""
    found = {}
    if g.get("kind") != "machine" and dice.random() < 0.5:
        found["sway"] = dice.choice([0.004, 0.008, 0.014, 0.022])
    if g.get("changes"):
        found[dice.choice(["step", "step", "ramp"])] = True
        if dice.random() < 0.4:
            found["drift"] = 0.015
    elif g.get("rubato"):
        found["rubato"] = dice.choice([0.02, 0.06, 0.1, 0.14, 0.2, 0.27])
        if dice.random() < 0.4:
            found["fermata"] = dice.choice([0.05, 0.12, 0.25])
        found["drift"] = dice.choice([0.01, 0.03, 0.05])
    elif dice.random() < g.get("moves", 0.15):
        found["drift"] = dice.choice([0.006, 0.012, 0.02, 0.035])
    if found and dice.random() < 0.4:
        found["rit"] = dice.uniform(0.5, 0.9)
    return found


def arrange(piece, dice, g, key, scale, long):
    """Sections, and who plays in them."""
    form = SHAPES["edm" if g.get("duck") else "plain" if not g["drums"] else "pop"]
    start = dice.choice([0, 0, 1, 2])
    unit = dice.choice([4, 4, 4, 8, 2, 3]) if piece.metre != 3 else dice.choice([4, 8, 4, 6])
    if long:
        start, unit = 0, 8
        form = dice.choice(LONG["edm" if g.get("duck") else "plain" if not g["drums"] else "pop"])
    bar, index = 0, start
    scores = {}
    while bar < piece.bars:
        label = form[index % len(form)]
        if long and index == len(form):
            piece.bars = bar
            break
        short = label in ("intro", "outro", "prechorus", "bridge")
        count = min(dice.choice([4, 4, 8] if short else [8, 8, 16]) if long else unit, piece.bars - bar)
        piece.sections.append((bar, label))
        if label not in scores or dice.random() < 0.25:
            scores[label] = section_score(dice, g, label)
        play_section(piece, dice, g, bar, count, scores[label], key, scale, first=bar == 0)
        bar += count
        index += 1
    if piece.pickup and dice.random() < 0.7:
        for beat in range(-piece.pickup, 0):
            piece.add("lead" if not g["drums"] or dice.random() < 0.6 else "drums", 0, beat, 0.9,
                      key + 72 if not g["drums"] else 38, 76)


def section_score(dice, g, label):
    loud = {"intro": 0.7, "verse": 0.8, "chorus": 1.0, "drop": 1.0, "outro": 0.7, "breakdown": 0.6, "bridge": 0.75,
            "build": 0.8}.get(label, dice.uniform(0.65, 1))
    calm = label in ("intro", "outro", "breakdown", "bridge") or g.get("sparse") and label == "verse"
    has_drums = bool(g["drums"]) and dice.random() < (0.45 if calm else 0.94)
    layers = {
        "drums": band.kit(dice, dice.choice(g["drums"])) if has_drums else None,
        "bass": dice.choice(g["bass"]) if dice.random() < (0.6 if calm else 0.95) or not g["drums"] else None,
        "comp": dice.choice(g["comp"]) if dice.random() < 0.92 else None,
        "pad": dice.random() < (0.25 if g.get("kind") != "piano" else 0),
        "lead": dice.random() < (0.75 if not g["drums"] or g.get("busy") else 0.35),
        "vox": (bool(g["drums"]) or g.get("vox", False)) and dice.random() < (0.5 if not calm else 0.1),
        "pushes": dice.choice([0, 0, 0, 0.5, 0.25]) if g["drums"] and not g.get("division") else 0,
        "ornaments": dice.choice([0, 0, 0.1, 0.3]) if not g["drums"] else 0,
        "arp": dice.random() < (0.15 if g.get("kind") != "piano" else 0),
        "percussion": [p for p in g.get("percussion", []) if dice.random() < 0.6],
        "density": dice.uniform(0.35, 0.95) if not g.get("busy") else dice.uniform(0.8, 1.3),
        "loud": loud,
        "fills": dice.random() < 0.7,
        "cross": g.get("cross") and dice.choice([3, 3, 1.5, 0.75, 4 / 3, 2 / 3]),
    }
    if not has_drums and g["drums"] and dice.random() < 0.4:
        layers["percussion"].append(dice.choice(["hats", "kick", "shaker", "sticks", "tambourine", "hats"]))
    if label == "build" and dice.random() < 0.6:
        layers["percussion"].append(dice.choice(["roll", "kick"]))
    if g.get("duck") and label in ("intro", "breakdown", "build") and dice.random() < 0.6:
        layers["drums"] = None
        layers["percussion"] += {"intro": ["kick", "hats"], "build": ["riser"], "breakdown": []}[label]
    if not (layers["comp"] or layers["bass"] or has_drums):
        layers["comp"] = g["comp"][0]
    return layers


def play_section(piece, dice, g, bar, count, layers, key, scale, first):
    loud = layers["loud"]
    for b in range(bar, bar + count):
        last = b == bar + count - 1
        if layers["drums"]:
            band.drums(piece, dice, b, layers["drums"], loud, fill=last and layers["fills"],
                       crash=b == bar and dice.random() < 0.6 and g["drums"] != ["jazz"])
        for name in layers["percussion"]:
            band.percussion(piece, dice, b, name, loud)
        if layers["bass"]:
            band.bass(piece, dice, b, layers["bass"], loud)
        if layers["comp"]:
            band.comp(piece, dice, b, layers["comp"], loud, push=layers["pushes"])
        if layers["pad"]:
            band.comp(piece, dice, b, "pad", loud * 0.8)
        if layers["arp"]:
            band.comp(piece, dice, b, "arp16", loud * 0.7, low=64)
    if layers["lead"]:
        band.tune(piece, dice, bar, count, "lead", scale, key, loud, layers["density"])
        if layers["ornaments"]:
            band.ornament(piece, dice, bar, count, layers["ornaments"])
    if layers["vox"]:
        band.tune(piece, dice, bar, count, "vox", scale, key, loud, layers["density"], center=dice.choice([60, 67, 72]))
    if layers["cross"]:
        position, end = 0.0, count * piece.metre
        while position < end:
            band_bar = bar + int(position // piece.metre)
            piece.add("arp", band_bar, position % piece.metre, 0.3,
                      piece.chord_at(band_bar, 0).pitches(64, 1)[0], 84 * loud)
            position += layers["cross"]


def console(dice, g):
    """How it is played and recorded."""
    kind = g.get("kind", "live")
    bass, chords, lead = (dice.choice(options) for options in g["programs"])
    human = {"machine": [0, 0, 0.002, 0.006], "live": [0.004, 0.008, 0.012, 0.016, 0.022],
             "hall": [0.008, 0.014, 0.02], "piano": [0.003, 0.006, 0.012, 0.018]}[kind]
    spread = lambda base: base * 10 ** (dice.gauss(0, 3.5) / 20)
    return {
        "looseness": dice.choice(human),
        "programs": {"bass": bass, "chords": chords, "lead": lead, "pad": dice.choice([48, 50, 89, 90, 52, 16]),
                     "arp": dice.choice([81, 11, 46, 12, 4, 80])},
        "drumset": dice.choice(g.get("drumset", [0, 0, 8, 16, 24])),
        "own_kit": dice.random() < (0.5 if kind == "machine" else 0.3) and g["drums"] != ["jazz"],
        "font": dice.randrange(2),
        "levels": {"drums": spread(1.0), "low": spread(0.6), "mid": spread(0.6), "lead": spread(0.5), "vox": spread(0.6)},
        "kit": dice.random() < g.get("kits", 0.4 if kind in ("live", "machine") else 0.1),
        "dirt": dice.choice([2, 4, 8]) if dice.random() < g.get("dirt", 0.04) else 0,
        "drive": dice.choice([10, 20, 40]) if dice.random() < g.get("drive", 0) else 0,
        "duck": g.get("duck", 0) * dice.choice([0, 0.6, 1]),
        "wet": dice.choice([0, 0.08, 0.15, 0.3]) if kind != "hall" else dice.choice([0.15, 0.3, 0.5]),
        "rt60": dice.uniform(0.3, 1.4) if kind != "hall" else dice.uniform(1.2, 2.8),
        "ratio": dice.choice([1, 1.5, 2.5, 4]) if kind not in ("hall", "piano") else 1,
        "tilt": dice.gauss(0, 1.2), "lowpass": dice.choice([None, None, None, 9000, 6000, 4000]),
        "hiss": dice.choice([0, 0, 0.002, 0.01, 0.03]),
        "crackle": dice.random() < 0.07,
        "bowed": dice.random() < g.get("bowed", 0.15 if kind == "hall" else 0),
        "swell": dice.choice([0, 0, 0.15, 0.3]) if kind != "machine" else 0,
        "ahead": dice.choice([0, 0, 0.01, 0.02, 0.03]) if kind in ("piano", "hall") else 0,
        "pedal": dice.choice([0, 0, 0.4, 0.9]) if kind == "piano" else 0,
        "old": dice.random() < (0.08 if kind != "machine" else 0.02),
        "audience": dice.random() < (0.12 if kind != "machine" else 0.02),
        "codec": dice.choice([None, None, ("libmp3lame", "128k", ".mp3"), ("libmp3lame", "96k", ".mp3"),
                              ("aac", "96k", ".m4a"), ("libvorbis", "96k", ".ogg")]),
    }
