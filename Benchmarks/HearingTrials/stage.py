#!/usr/bin/env python3
"""Plays old tunes and grooves as people would, and writes where the beats are: stage.py OUT [COUNT]

Each tune is arranged for a few players who keep no click: tempo drifts, phrases breathe, everyone is a little late
or early, harder here and softer there; halls, old recordings, clapping. FluidSynth plays with sound fonts that the
network of Hearing never heard. Standard library, fluidsynth and ffmpeg.
"""
import json
import math
import os
import random
import subprocess
import sys

from tunes import TUNES, chord, melody

FONTS = ["/usr/share/sounds/sf3/MuseScore_General_Lite.sf3", "/usr/share/sounds/sf2/sf_GMbank.sf2"]
# Tune, genre, tempo, programs (tune, chords, bass), manner of the chords, drums, swing, how freely: 0 to 1.
ARRANGEMENTS = [
    ("minuet", "piano", 112, (0, 0, 0), "broken", None, 0, 0.5), ("joy", "piano", 96, (0, 0, 0), "block", None, 0, 0.6),
    ("grace", "piano", 84, (0, 0, 0), "wide", None, 0, 1.0), ("syne", "piano", 88, (0, 0, 0), "wide", None, 0, 0.9),
    ("fair", "piano", 104, (0, 0, 0), "broken", None, 0, 0.8), ("sleeves", "piano", 54, (0, 0, 0), "broken", None, 0, 0.7),
    ("joy", "quartet", 100, (40, 41, 42), "repeat", None, 0, 0.5), ("minuet", "quartet", 120, (40, 48, 42), "oom", None, 0, 0.4),
    ("grace", "quartet", 80, (40, 48, 42), "long", None, 0, 0.8), ("syne", "choir", 84, (52, 52, 53), "long", None, 0, 0.6),
    ("fair", "quartet", 108, (68, 48, 42), "repeat", None, 0, 0.6), ("joy", "brass", 108, (56, 61, 58), "block", None, 0, 0.3),
    ("saints", "brass", 184, (56, 57, 58), "oom", "march", 0.6, 0.2), ("grace", "guitar", 92, (73, 24, 24), "broken", None, 0, 0.6),
    ("sleeves", "guitar", 62, (24, 24, 24), "broken", None, 0, 0.5), ("fair", "guitar", 120, (73, 25, 25), "broken", None, 0, 0.4),
    ("jig", "folk", 116, (40, 24, 32), "strum", "jig", 0, 0.2), ("jig", "folk", 104, (22, 25, 32), "strum", None, 0, 0.3),
    ("sleeves", "folk", 66, (73, 46, 32), "broken", "jig", 0, 0.4), ("syne", "folk", 100, (110, 24, 32), "strum", None, 0, 0.4),
    ("minuet", "waltz", 150, (21, 24, 32), "oom", "waltz", 0, 0.3), ("fair", "waltz", 160, (71, 0, 32), "oom", "waltz", 0, 0.3),
    ("grace", "waltz", 108, (40, 25, 32), "oom", None, 0, 0.5), ("saints", "jazz", 200, (65, 0, 32), "stabs", "brushes", 0.63, 0.2),
    ("blues", "jazz", 128, (56, 26, 32), "stabs", "ride", 0.66, 0.2), ("groove", "jazz", 168, (66, 0, 32), "stabs", "ride", 0.6, 0.2),
    ("blues", "blues", 104, (27, 27, 33), "shuffle", "shuffle", 0.66, 0.2), ("blues", "rock", 138, (29, 30, 34), "eighths", "rock", 0, 0.15),
    ("groove", "rock", 116, (30, 29, 33), "eighths", "rock", 0, 0.15), ("groove", "pop", 98, (80, 0, 33), "block", "pop", 0, 0.1),
    ("groove", "pop", 124, (73, 25, 33), "strum", "pop", 0, 0.15), ("joy", "pop", 110, (54, 4, 33), "broken", "pop", 0, 0.1),
    ("groove", "ballad", 66, (40, 0, 33), "broken", "ballad", 0, 0.3), ("syne", "ballad", 70, (71, 4, 33), "block", "ballad", 0, 0.3),
    ("groove", "hiphop", 88, (11, 4, 38), "long", "hop", 0.58, 0.05), ("groove", "dance", 128, (81, 90, 38), "offbeat", "four", 0, 0),
    ("groove", "bossa", 132, (73, 24, 32), "bossa", "bossa", 0, 0.15), ("groove", "salsa", 98, (56, 0, 32), "montuno", "clave", 0, 0.15),
    ("groove", "samba", 100, (73, 24, 33), "bossa", "samba", 0, 0.2), ("groove", "reggae", 76, (80, 27, 33), "offbeat", "drop", 0.56, 0.15),
    ("five", "odd", 168, (65, 0, 32), "five", "five", 0.6, 0.15), ("five", "odd", 132, (80, 29, 33), "eighths", "five", 0, 0.1),
    ("seven", "odd", 150, (73, 25, 32), "eighths", "seven", 0, 0.15), ("joy", "march", 116, (56, 61, 58), "oom", "march", 0, 0.1),
]
# Of each kit: (places in beats within so many beats), by drum. Kick 36, snare 38, hats 42, ride 51, shaker 70.
KITS = {
    "rock": (4, {36: [0, 2, 2.5], 38: [1, 3], 42: [i / 2 for i in range(8)]}),
    "pop": (4, {36: [0, 1.5, 2], 38: [1, 3], 42: [i / 2 for i in range(8)]}),
    "ballad": (4, {36: [0, 2.5], 37: [1, 3], 42: [i / 2 for i in range(8)]}),
    "hop": (4, {36: [0, 1.75, 2.5], 38: [1, 3], 42: [0, 0.5, 1, 1.5, 1.75, 2, 2.5, 3, 3.5]}),
    "four": (4, {36: [0, 1, 2, 3], 39: [1, 3], 46: [0.5, 1.5, 2.5, 3.5]}),
    "ride": (4, {51: [0, 1, 1.5, 2, 3, 3.5], 44: [1, 3]}), "brushes": (2, {38: [0, 1, 1.5], 44: [1]}),
    "shuffle": (4, {36: [0, 2], 38: [1, 3], 42: [i / 2 for i in range(8)]}), "march": (2, {36: [0], 38: [0.5, 1, 1.25, 1.5]}),
    "waltz": (3, {36: [0], 42: [1, 2]}), "jig": (2, {41: [0], 48: [2 / 3, 1, 5 / 3]}),
    "bossa": (4, {36: [0, 1.5, 2, 3.5], 37: [0, 1.5, 3], 42: [i / 2 for i in range(8)]}),
    "clave": (4, {75: [0, 1.5, 3], 64: [1.5, 3.5], 63: [3], 62: [0, 0.5, 1, 2, 2.5], 56: [0, 1, 2, 3]}),
    "samba": (2, {41: [1], 36: [0, 0.75, 1, 1.75], 70: [i / 4 for i in range(8)], 76: [0, 0.5, 1.25, 1.75]}),
    "drop": (4, {36: [2], 37: [2], 42: [i / 2 for i in range(8)]}),
    "five": (5, {36: [0, 3], 38: [2, 4], 51: [0, 1, 1.5, 2, 3, 4, 4.5]}), "seven": (7, {36: [0, 4], 38: [2, 6], 42: list(range(7))}),
}


def comp(manner, beats, division):
    """(beat, length, which tone: -1 for all) of a bar of chords."""
    if manner == "broken":
        per = 3 if division == 3 else 2
        return [(i / per, 1.2 / per, [0, 1, 2, 1][i % 4] if per == 2 else i % 3) for i in range(beats * per)]
    if manner == "wide":
        return [(i / 2, 1, i % 5) for i in range(beats * 2)]
    places = {
        "block": [(i, 0.9) for i in range(beats)], "repeat": [(i / 2, 0.48) for i in range(beats * 2)], "long": [(0, beats)],
        "oom": [(i, 0.4) for i in range(1, beats) if beats == 3 or i % 2], "offbeat": [(i + 0.5, 0.3) for i in range(beats)],
        "eighths": [(i / 2, 0.4) for i in range(beats * 2)], "shuffle": [(i / 2, 0.35) for i in range(beats * 2)],
        "strum": [(i / division, 0.3) for i in range(beats * division)], "bossa": [(0, 0.5), (1.5, 0.5), (3, 0.8)],
        "montuno": [(0, 0.4), (1, 0.3), (1.5, 0.4), (2.5, 0.4), (3.5, 0.4)], "five": [(0, 1.2), (1.5, 0.8), (3, 0.8), (4, 0.8)],
        "stabs": random.Random(beats).choice([[(1.5, 0.3)], [(0, 0.8), (1.5, 0.3)]]) + [(beats - 1.5, 0.3)],
    }[manner]
    return [(place, length, -1) for place, length in places if place < beats]


def score(tune, arrangement, dice, rounds):
    """(beat, length, pitch, loudness, player) of all notes, and how many beats there are."""
    _, _, _, _, manner, kit, swing, _ = arrangement
    division, chords, notes = (3 if tune.unit == 3 else 2), [chord(c) for c in tune.chords.split()], []
    bars = len(chords)
    for lap in range(rounds):
        start = lap * bars * tune.beats
        if not (kit and lap == 0 and dice.random() < 0.3):
            notes += [(start + b, l * 0.92, p + 12, 92, 0) for b, l, p in melody(tune) if start + b > -2 and b < bars * tune.beats]
        for bar in range(bars):
            tones, first = chords[bar], start + bar * tune.beats
            middle = sorted(p for p in range(52, 69) if p % 12 in tones)
            for place, length, which in comp(manner, tune.beats, division):
                for pitch in middle[:4] if which < 0 else [middle[which % len(middle)]]:
                    notes.append((first + place, length, pitch, 64 + 8 * (place % 1 == 0), 1))
            steps = [0, 2] if tune.beats == 4 else [0]
            if kit in ("ride", "brushes"):
                steps = range(tune.beats)
            elif kit in ("clave",):
                steps = [1.5, 3]
            for i, place in enumerate(steps):
                notes.append((first + place, 0.9, 36 + (tones[[0, 2, 1, 2][i % 4]] % 12), 84, 2))
    count = rounds * bars * tune.beats
    if kit:
        length, drums = KITS[kit]
        for start in range(0, count, length):
            for pitch, places in drums.items():
                notes += [(start + p, 0.1, pitch, (70 if pitch in (42, 51, 70, 44) else 96) - 14 * (p % 1 > 0), 9)
                          for p in places if start + p < count and dice.random() > 0.02]
    swung = lambda b: b if not swing else math.floor(b) + (swing + (b % 1 - 0.5) * 2 * (1 - swing) if b % 1 > 0.5 else b % 1 * 2 * swing)
    return [(swung(b), l, p, v, player) for b, l, p, v, player in notes], count


def clock(dice, count, tempo, freedom, bar):
    """When each beat is, from two before the first one on."""
    times, walk, phrase = [0.0], 0.0, bar * dice.choice([2, 4, 4])
    machine = freedom == 0
    for i in range(-2, count + 2):
        walk = 0.96 * walk + (0 if machine else dice.gauss(0, 0.004 + 0.006 * freedom))
        breath = freedom * (0.14 * math.sin(math.pi * (i % phrase) / phrase) - 0.07)
        hold = 0.75 if not machine and i % phrase == phrase - 1 and dice.random() < freedom * 0.3 else 1
        end = 1 - (0.3 * freedom + 0.1) * (i - count + bar) / bar if i > count - bar and not machine else 1
        rate = tempo * (1 + walk + breath) * hold * end * (1 if machine else 1 + dice.gauss(0, 0.006 + 0.02 * freedom))
        times.append(times[-1] + 60 / rate)
    return times


def perform(notes, times, dice, freedom, start):
    """(time, end, channel, pitch, velocity), each player as late and loud as he is."""
    def at(beat):
        i = max(0, min(len(times) - 2, int(math.floor(beat)) + 2))
        return start + times[i] - times[2] + (beat + 2 - i) * (times[i + 1] - times[i])

    loose = 0 if freedom == 0 else 0.006 + 0.01 * freedom
    late = {0: dice.gauss(0.004, loose), 1: dice.gauss(0, loose), 2: dice.gauss(0, loose / 2), 9: 0}
    played = []
    for beat, length, pitch, velocity, player in notes:
        time = at(beat) + late[player] + dice.gauss(0, loose * (0.6 if player == 9 else 1))
        swell = 1 + 0.25 * freedom * math.sin(beat / 8 * math.pi) + dice.gauss(0, 0.06)
        end = max(time + 0.06, at(beat + length) + late[player])
        played.append((max(0.02, time), end, player, pitch, int(max(20, min(120, velocity * swell)))))
    return sorted(played)


def midi(played, programs):
    """A file of one track, a tick a millisecond."""
    events = [(0, bytes([0xC0 | c, p])) for c, p in zip((0, 1, 2), programs)]
    for time, end, channel, pitch, velocity in played:
        events += [(round(time * 1000), bytes([0x90 | channel, pitch, velocity])), (round(end * 1000), bytes([0x80 | channel, pitch, 0]))]
    track, now = b"\x00\xff\x51\x03\x07\xa1\x20", 0  # half a second a quarter, of 500 ticks
    for time, message in sorted(events, key=lambda e: e[0]):
        delta, digits = time - now, b""
        while not digits or delta:
            digits, delta = bytes([delta & 127 | (128 if digits else 0)]) + digits, delta >> 7
        track, now = track + digits + message, time
    track += b"\x8f\x00\xff\x2f\x00"
    return b"MThd\x00\x00\x00\x06\x00\x00\x00\x01\x01\xf4MTrk" + len(track).to_bytes(4, "big") + track


def record(path, dice, font, hall):
    """path.mid becomes path.mp3 or path.flac, in a hall, from an old record, before an audience."""
    subprocess.run(["fluidsynth", "-ni", "-q", "-g", "0.6", "-r", "44100", "-C", "0", "-R", "1", "-o", f"synth.reverb.room-size={hall}",
                    "-o", f"synth.reverb.level={0.2 + hall / 2}", "-F", path + ".wav", FONTS[font], path + ".mid"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    filters, extra, kind = [], [], dice.choice(["plain", "plain", "plain", "old", "clapping", "hiss"])
    if kind == "old":
        filters.append("highpass=f=180,lowpass=f=4200")
    mix = {"old": "anoisesrc=a=0.006:c=pink:s=1", "hiss": "anoisesrc=a=0.004:s=1",
           "clapping": "anoisesrc=a=0.12:s=1,tremolo=f=11:d=0.9,highpass=f=800,afade=t=out:st=1:d=3"}.get(kind)
    if mix:
        extra = ["-f", "lavfi", "-i", mix]
    chain = ",".join(filters or ["anull"])
    graph = f"[0]{chain}[a];[a][1]amix=duration=first:normalize=0" if mix else f"[0]{chain}"
    codec = dice.choice([(".mp3", "-b:a", "64k"), (".mp3", "-b:a", "128k"), (".flac", "-sample_fmt", "s16")])
    channels = "1" if kind == "old" or dice.random() < 0.3 else "2"
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", path + ".wav", *extra, "-filter_complex", graph, "-ac", channels, *codec[1:],
                    path + codec[0]], check=True)
    os.unlink(path + ".wav")
    os.unlink(path + ".mid")
    return os.path.basename(path) + codec[0], kind


def main():
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    for number in range(int(sys.argv[2]) if len(sys.argv) > 2 else len(ARRANGEMENTS)):
        arrangement = ARRANGEMENTS[number % len(ARRANGEMENTS)]
        name, genre, tempo, programs, _, _, _, freedom = arrangement
        dice, tune = random.Random(f"stage {number}"), TUNES[name]
        tempo *= dice.uniform(0.94, 1.06)
        lap = len(tune.chords.split()) * tune.beats * 60 / tempo
        notes, count = score(tune, arrangement, dice, max(1, round(50 / lap)))
        times = clock(dice, count, tempo, freedom, tune.beats)
        start = dice.uniform(0.3, 3)
        # A pickup sounds before the first downbeat.
        start += times[2] if any(n[0] < 0 for n in notes) else 0
        played = perform(notes, times, dice, freedom, start)
        path = os.path.join(out, f"{genre}{number:02d}")
        with open(path + ".mid", "wb") as file:
            file.write(midi(played, programs))
        audio, kind = record(path, dice, number // 2 % 2, dice.choice([0.2, 0.5, 0.9]))
        beats = [round(start + t - times[2], 4) for t in times[2 : 2 + count]]
        onsets = []
        for note in played:
            if not onsets or note[0] - onsets[-1] >= 0.03:
                onsets.append(round(note[0], 4))
        truth = {"name": os.path.basename(path), "file": audio, "genre": genre, "duration": played[-1][1] + 1, "tempo": tempo,
                 "meter": tune.beats, "division": 3 if tune.unit == 3 else 2, "beats": beats, "downbeats": beats[:: tune.beats],
                 "beats_span": [beats[0], beats[-1]], "onsets": onsets, "recorded": kind}
        with open(path + ".truth.json", "w") as file:
            json.dump(truth, file)


if __name__ == "__main__":
    main()
