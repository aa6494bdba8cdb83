"""A piece on paper: tempo, metre, harmony and notes, in beats."""
import bisect
import random
from dataclasses import dataclass, field


class Tempo:
    """Where in time each beat lies. Positions before the first beat and after the last are straight on."""

    def __init__(self, rates, start):
        self.times = [start]
        for rate in rates:
            self.times.append(self.times[-1] + 60 / rate)

    def time(self, position):
        count = len(self.times) - 1
        index = max(0, min(count - 1, int(position // 1)))
        step = self.times[index + 1] - self.times[index]
        return self.times[index] + (position - index) * step


@dataclass
class Note:
    part: str  # a stem's part, such as "bass"
    position: float  # in beats
    length: float
    pitch: int
    velocity: int
    shift: float = 0.0  # seconds, of this note alone


@dataclass
class Chord:
    root: int  # pitch class
    tones: tuple  # above the root

    def pitches(self, low, count=4):
        """The chord's tones from a pitch upwards."""
        classes = [(self.root + tone) % 12 for tone in self.tones]
        found = [p for p in range(low, low + 40) if p % 12 in classes]
        return found[:count]

    def bass(self, low=33):
        return low + (self.root - low) % 12


@dataclass
class Piece:
    name: str
    genre: str
    metre: int  # beats of a bar
    division: int  # pulses a beat is divided into: 2 is plain, 3 is compound
    bars: int = 0
    pickup: int = 0  # beats before the first downbeat
    notes: list = field(default_factory=list)
    chords: list = field(default_factory=list)  # one a bar, as a list of (beat in bar, Chord)
    sections: list = field(default_factory=list)  # (first bar, label)
    tempo: Tempo = None
    swing: float = 0.5
    swing_unit: float = 0.5  # in beats: which pulse is swung
    riff: list = field(default_factory=list)  # two bars of sixteenths, as marks
    groups: tuple = ()  # of fives and sevens: how many beats each part of a bar has

    @property
    def beats(self):
        return self.pickup + self.bars * self.metre

    def swung(self, position):
        """A position with its offbeats late."""
        if self.swing == 0.5:
            return position
        pair = 2 * self.swing_unit
        whole, rest = divmod(position, pair)
        rest /= pair
        rest = rest * self.swing / 0.5 if rest < 0.5 else self.swing + (rest - 0.5) * (1 - self.swing) / 0.5
        return (whole + rest) * pair

    def add(self, part, bar, beat, length, pitch, velocity, shift=0.0):
        position = self.pickup + bar * self.metre + beat
        if position < 0 or position >= self.beats + 0.5 or velocity < 1:
            return
        self.notes.append(Note(part, position, length, int(pitch), int(max(1, min(127, velocity))), shift))

    def chord_at(self, bar, beat):
        spans = self.chords[min(bar, len(self.chords) - 1)]
        return spans[bisect.bisect_right([s[0] for s in spans], beat + 1e-6) - 1][1]


MAJOR = [0, 2, 4, 5, 7, 9, 11]
MINOR = [0, 2, 3, 5, 7, 8, 10]
PROGRESSIONS = {
    "pop": ["1564", "6415", "1645", "4156", "1465", "6451", "1514", "2514", "1111", "14", "1625", "61"],
    "rock": ["1745", "1454", "1475", "6745", "1144", "1515", "1743", "16"],
    "minor": ["1637", "1674", "1367", "1764", "1414", "1615", "11", "1737"],
    "jazz": ["2511", "1625", "3625", "2514736", "1145", "25251111", "41436251"],
    "classical": ["1451", "1256", "15624145", "1645", "1425", "1513", "14751"],
    "modal": ["17", "14", "1", "12", "1117", "1114"],
}


def harmony(dice, style, minor, bars, metre, sevenths=False, per_bar=None):
    """One list of chords a bar, and the key's pitch class."""
    key = dice.randrange(12)
    scale = MINOR if minor else MAJOR
    per_bar = per_bar or dice.choice([1, 1, 1, 1, 0.5, 2])
    found = []
    sequence = dice.choice(PROGRESSIONS[style])

    def chord(degree):
        root = (key + scale[degree]) % 12
        steps = [0, 2, 4] + ([6] if sevenths else [])
        tones = tuple((scale[(degree + s) % 7] - scale[degree]) % 12 for s in steps)
        return Chord(root, tones)

    index = 0
    for bar in range(bars):
        if bar and bar % 8 == 0 and dice.random() < 0.35:
            sequence = dice.choice(PROGRESSIONS[style])
            index = 0
        spans = []
        if per_bar == 2 and metre % 2 == 0:
            for half in range(2):
                spans.append((half * metre / 2, chord(int(sequence[index % len(sequence)]) - 1)))
                index += 1
        else:
            spans.append((0, chord(int(sequence[index % len(sequence)]) - 1)))
            if per_bar != 0.5 or bar % 2 == 1:
                index += 1
        found.append(spans)
    return found, key, scale


def tempo_rates(dice, count, bpm, shape, metre):
    """The tempo of each beat."""
    import math

    rates = [bpm] * count
    if "drift" in shape:
        amount, period = shape["drift"], dice.uniform(12, 60)
        phase, walk = dice.uniform(0, 6.28), 0.0
        for i in range(count):
            walk = 0.97 * walk + dice.gauss(0, amount * 0.12)
            rates[i] *= 1 + amount * math.sin(phase + 6.2832 * i / period) + walk
    if "sway" in shape:
        # No click: each beat a little longer or shorter, choruses a little faster.
        lift = dice.uniform(0, 2) * shape["sway"]
        for i in range(count):
            rates[i] *= 1 + dice.gauss(0, shape["sway"]) + lift * (i // (8 * metre) % 2)
    if "rubato" in shape:
        amount, phrase = shape["rubato"], dice.choice([2, 4, 4, 8]) * metre
        for i in range(count):
            place = (i % phrase) / phrase
            rates[i] *= 1 + amount * (math.sin(math.pi * min(1, place * 1.15)) - 0.55) + dice.gauss(0, amount * 0.16)
    if "fermata" in shape:
        for i in range(metre - 1, count, metre):
            if dice.random() < shape["fermata"]:
                rates[i] *= dice.uniform(0.4, 0.8)
    if "step" in shape:
        places = sorted(dice.sample(range(metre * 2, max(metre * 2 + 2, count - metre * 2)), dice.choice([1, 1, 2])))
        for place in places:
            place -= place % metre
            factor = dice.choice([0.67, 0.75, 0.8, 0.85, 0.9, 1.1, 1.15, 1.2, 1.33, 1.5])
            for i in range(place, count):
                rates[i] *= factor
    if "ramp" in shape:
        target = dice.choice([0.7, 0.8, 1.2, 1.3, 1.4])
        begin, end = sorted(dice.sample(range(count), 2))
        end = max(end, begin + metre * 3)
        for i in range(count):
            rates[i] *= 1 + (target - 1) * max(0, min(1, (i - begin) / (end - begin)))
    if "rit" in shape:
        bars = dice.choice([1, 2]) * metre
        for i in range(max(0, count - bars), count):
            rates[i] *= 1 - (1 - shape["rit"]) * (i - count + bars + 1) / bars
    return [max(28, min(300, rate)) for rate in rates]
