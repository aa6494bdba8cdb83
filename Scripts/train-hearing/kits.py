"""Recorded drums: the kits of the drum machine Hydrogen, as Debian packs them, under the pitches of General MIDI."""
import functools
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import numpy as np

FOLDER = "/usr/share/hydrogen/data/drumkits"

# What instruments are called that may sound for a pitch, the likeliest pattern first.
NAMES = {
    36: r"kick|bass ?drum|thump", 38: r"snare(?!.*roll)", 37: r"stick|rim", 39: r"clap",
    42: r"clos|hat.*cl|hat low|hh 1$|hat ring", 44: r"ped|foot", 46: r"open|hat.*op|side ohh",
    49: r"crash|china|cymbal", 51: r"ride(?!.*bell)", 53: r"bell", 41: r"tom.*(low|floor)|floor|low tom|tom2|drum 2",
    45: r"tom.*(mid|2)|mid.*tom|^tom|conga 2", 48: r"tom.*(hi|1)|high tom|conga 1|^tom", 56: r"cowbell|agogo low",
    54: r"tambourine", 70: r"shaker|maraca|pedal",
}
SUBSTITUTES = {37: [38], 39: [38], 44: [42], 46: [42], 49: [46], 51: [42, 46], 53: [51, 42], 41: [45, 36], 45: [41, 48, 38],
               48: [45, 41, 38], 56: [37, 42], 54: [42], 70: [42, 44]}
# Pitches that are struck like another one, in any kit.
ALSO = {35: 36, 40: 38, 57: 49, 59: 51, 69: 70, 75: 37, 76: 37, 77: 37, 62: 48, 63: 48, 64: 45, 43: 41, 47: 45, 50: 48, 82: 70}


@functools.lru_cache(None)
def kits():
    """The names of kits with a bass drum, a snare and a cymbal that keeps time."""
    if not os.path.isdir(FOLDER):
        return []
    return [name for name in sorted(os.listdir(FOLDER)) if {36, 38, 42} <= set(layers(name))]


@functools.lru_cache(None)
def layers(name):
    """By pitch, the instruments that go by one of its names: lists of (loudest velocity, file)."""
    found = {}
    root = ElementTree.parse(os.path.join(FOLDER, name, "drumkit.xml")).getroot()
    for element in root.iter():
        element.tag = re.sub(r"\{.*\}", "", element.tag)
    for instrument in root.iter("instrument"):
        files = [(float(l.findtext("max") or 1), l.findtext("filename")) for l in instrument.iter("layer")]
        files = files or [(1.0, instrument.findtext("filename"))]
        files = [(loud, f) for loud, f in files if f and os.path.exists(os.path.join(FOLDER, name, f))]
        for pitch, pattern in NAMES.items():
            if files and re.search(pattern, instrument.findtext("name") or "", re.I):
                found.setdefault(pitch, []).append(sorted(files))
    return found


@functools.lru_cache(400)
def samples(path, rate):
    """One sound, at a rate, without what is silent before it."""
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-t", "2.5", "-ac", "1", "-ar", str(rate), "-f", "f32le", "-"],
                         capture_output=True).stdout
    x = np.frombuffer(raw, "<f4").copy()
    if len(x) == 0 or np.abs(x).max() == 0:
        return np.zeros(1, np.float32)
    first = int(np.argmax(np.abs(x) > np.abs(x).max() * 0.05))
    return x[max(0, first - int(rate * 0.002)) :]


class Kit:
    """A kit as one drummer tuned and mixed it."""

    def __init__(self, name, rng, rate):
        have = layers(name)
        self.layers, self.gains, self.rate, self.name = {}, {}, rate, name
        for pitch in NAMES:
            options = next((have[p] for p in [pitch] + SUBSTITUTES.get(pitch, []) if p in have), None)
            if options:
                self.layers[pitch] = options[rng.integers(len(options))]
        for pitch, other in ALSO.items():
            if other in self.layers:
                self.layers[pitch] = self.layers[other]
        usual = {36: 1, 38: 0.8, 42: 0.35, 44: 0.3, 46: 0.4, 49: 0.6, 51: 0.4, 53: 0.4, 70: 0.3, 54: 0.3}
        for pitch in self.layers:
            loudest = samples(os.path.join(FOLDER, name, self.layers[pitch][-1][1]), rate)
            level = np.sqrt(np.mean(loudest[: rate // 20] ** 2)) + 1e-6
            self.gains[pitch] = usual.get(pitch, 0.6) / level * 10 ** (rng.normal(0, 3) / 20)

    def shot(self, pitch, velocity):
        """How a drum sounds, struck so hard; nothing if the kit has none."""
        if pitch not in self.layers:
            return np.zeros(0, np.float32)
        loud = velocity / 127
        file = next((f for top, f in self.layers[pitch] if top >= loud), self.layers[pitch][-1][1])
        return samples(os.path.join(FOLDER, self.name, file), self.rate) * self.gains[pitch] * loud**1.4
