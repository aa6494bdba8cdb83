#!/usr/bin/env python3
"""Makes pieces of music whose every beat is known, to learn from.

  generate.py OUT COUNT [--first N] [--genre NAME] [--long]

Writes OUT/NAME.flac (or .mp3, .m4a, .ogg) and OUT/NAME.truth.json. The same number gives the same piece.
"""
import argparse
import json
import os
import random

import numpy as np

import kits
import sound
from genres import GENRES, compose, compose_nothing

STEMS = {"drums": "drums", "bass": "low", "chords": "mid", "arp": "mid", "pad": "mid", "lead": "lead", "vox": "vox",
         "riser": "riser"}
CHANNELS = {"drums": 9, "bass": 0, "chords": 1, "arp": 2, "pad": 3, "lead": 4}


def timed(piece, dice, looseness, recipe):
    """(part, start, end, pitch, velocity) in seconds."""
    phrase = piece.metre * dice.choice([2, 4, 4, 8])
    lean = {part: dice.gauss(0, looseness * 0.5) for part in STEMS}
    found = []
    for note in piece.notes:
        start = piece.tempo.time(piece.swung(note.position)) + note.shift
        end = piece.tempo.time(piece.swung(note.position) + note.length)
        late = lean[note.part] + dice.gauss(0, looseness)
        start = max(0.01, start + max(-3 * looseness, min(3 * looseness, late)))
        if note.part == "lead":
            start = max(0.01, start - recipe["ahead"])
        if recipe["pedal"] and note.part != "lead":
            end += recipe["pedal"]
        swell = 1 + recipe["swell"] * (2 * np.sin(np.pi * (note.position % phrase) / phrase) - 1.3)
        velocity = int(max(8, min(127, note.velocity * swell)))
        found.append((note.part, start, max(end, start + 0.05), note.pitch, velocity))
    return sorted(found, key=lambda n: n[1])


def perform(piece, recipe, dice, rng, synth, seconds):
    """All stems, mixed."""
    rate, notes, mix = synth.rate, piece.timed, np.zeros(int(seconds * synth.rate), np.float32)
    own_kit, recorded = recipe["own_kit"], kits.kits() if recipe["kit"] else []
    kicks = [n[1] for n in notes if n[0] == "drums" and n[3] in (35, 36)]
    for stem in ("drums", "low", "mid", "lead", "vox", "riser"):
        mine = [n for n in notes if STEMS[n[0]] == stem]
        if not mine:
            continue
        if stem == "vox":
            x = sound.sing(rng, [(n[1], n[2] - n[1], n[3], n[4]) for n in mine], seconds, rate)
        elif stem == "riser":
            x = sound.rise(rng, mine, seconds, rate)
        elif recipe["bowed"] and stem in ("mid", "lead", "low"):
            x = sound.bow(rng, [(n[1], n[2] - n[1], n[3], n[4]) for n in mine], seconds, rate)
        elif stem == "drums" and (recorded or own_kit):
            shot = kits.Kit(dice.choice(recorded), rng, rate).shot if recorded else sound.drum_kit(rng, rate)
            x = sound.play_kit(shot, [(n[1], n[3], n[4]) for n in mine], seconds, rate)
        else:
            events = []
            for part, start, end, pitch, velocity in mine:
                channel = CHANNELS[part]
                events += [(start, channel, pitch, velocity), (min(end, seconds - 0.01), channel, pitch, 0)]
            programs = {CHANNELS[p]: (128, recipe["drumset"]) if p == "drums" else (0, recipe["programs"][p])
                        for p in set(n[0] for n in mine)}
            x = synth.play(events, seconds, programs, recipe["font"])
        if stem == "mid" and recipe["dirt"]:
            x = np.tanh(x / (np.abs(x).max() + 1e-9) * recipe["dirt"])
        if stem in ("mid", "lead") and recipe["drive"]:
            x = sound.amplifier(rng, x, rate, recipe["drive"])
        level = np.sqrt(np.mean(x**2)) + 1e-9
        x = x / level * recipe["levels"].get(stem, 0.3)
        if recipe["duck"] and stem in ("low", "mid"):
            x = sound.duck(x, kicks, rate, recipe["duck"])
        mix += x
    if recipe["wet"]:
        mix = sound.room(rng, mix, rate, recipe["rt60"], recipe["wet"])
    if recipe["ratio"] > 1:
        mix = sound.compress(mix, rate, recipe["ratio"])
    mix = sound.tilt(mix, rate, recipe["tilt"], recipe["lowpass"])
    if recipe["audience"]:
        mix = sound.audience(rng, mix, rate)
    if recipe["old"]:
        mix = sound.old(rng, mix, rate)
    loud = np.sqrt(np.mean(mix**2)) + 1e-9
    mix += rng.standard_normal(len(mix)).astype(np.float32) * loud * recipe["hiss"]
    if recipe["crackle"]:
        places = rng.integers(0, len(mix), int(seconds * rng.uniform(2, 9)))
        mix[places] += rng.standard_normal(len(places)).astype(np.float32) * loud * 2
    return mix


def make(folder, number, synths, genre=None, long=False):
    dice, rng = random.Random(f"piece {number}"), np.random.default_rng(number)
    piece, recipe = compose_nothing(dice, number) if genre == "none" else compose(dice, number, genre, long)
    piece.timed = timed(piece, dice, recipe["looseness"], recipe)
    seconds = piece.tempo.time(piece.beats) + dice.uniform(0.3, 2)
    rate = dice.choice(list(synths))
    mix = perform(piece, recipe, dice, rng, synths[rate], seconds)
    path = sound.write(os.path.join(folder, piece.name), mix, rate, recipe["codec"])
    beats = [piece.tempo.time(i) for i in range(piece.beats + 1)]
    quiet = {"pad": 0.35}
    truth = {
        "name": piece.name, "file": os.path.basename(path), "genre": piece.genre, "duration": seconds,
        "meter": piece.metre, "division": piece.division, "tempo": 60 / float(np.median(np.diff(beats))),
        "beats": [round(b, 4) for b in beats] if genre != "none" else [],
        "downbeats": [] if genre == "none" else [round(beats[i], 4) for i in range(piece.pickup, len(beats), piece.metre)],
        "onsets": [[round(n[1], 4), round(n[4] / 127 * quiet.get(n[0], 1), 2)] for n in piece.timed if n[0] != "riser"],
        "sections": [{"start": round(piece.tempo.time(piece.pickup + bar * piece.metre), 4), "label": label}
                     for bar, label in piece.sections],
    }
    with open(os.path.join(folder, piece.name + ".truth.json"), "w") as file:
        json.dump(truth, file)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--genre", choices=sorted(GENRES) + ["none"])
    parser.add_argument("--long", action="store_true", help="whole songs, to judge sections by")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    synths = {rate: sound.Synth(rate) for rate in (32000, 44100)}
    for number in range(options.first, options.first + options.count):
        make(options.out, number, synths, options.genre, options.long)
