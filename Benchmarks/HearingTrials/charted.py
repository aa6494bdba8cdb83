#!/usr/bin/env python3
"""How well libretto hears songs that a game has charts of: charted.py LIBRETTO FOLDER [BEATS...]

FOLDER has the game's songs: notes.mid, whose quarters are beats, beside song.ogg and guitar.ogg. F measures in per cent,
within 70 ms: of the beats, and of them where twice or half as many count as well. BEATS is another command, which is
given a song and prints a beat a line.
"""
import glob
import os
import struct
import subprocess
import sys
import tempfile

from score import agreement_of_beats, heard, told


def number(data, at):
    """A MIDI file's number of any length, and what comes after it."""
    value = 0
    while True:
        value, at = value << 7 | data[at] & 127, at + 1
        if data[at - 1] < 128:
            return value, at


def events(track):
    """When in ticks, the kind, and the body of a track's tempos and notes that begin."""
    at, time, status = 0, 0, 0
    while at < len(track):
        step, at = number(track, at)
        time += step
        if track[at] == 0xFF:
            kind = track[at + 1]
            size, at = number(track, at + 2)
            if kind == 0x51:
                yield time, "tempo", int.from_bytes(track[at : at + size], "big")
            at += size
        elif track[at] in (0xF0, 0xF7):
            size, at = number(track, at + 1)
            at += size
        else:
            if track[at] & 0x80:
                status, at = track[at], at + 1
            if status >> 4 == 9 and track[at + 1] > 0:
                yield time, "note", track[at]
            at += 1 if status >> 4 in (12, 13) else 2


def beats(path):
    """The seconds of a chart's quarters, to its last note."""
    data = open(path, "rb").read()
    division, at, found = struct.unpack(">H", data[12:14])[0], 14, []
    while at + 8 <= len(data):
        size = struct.unpack(">I", data[at + 4 : at + 8])[0]
        if data[at : at + 4] == b"MTrk":
            found += events(data[at + 8 : at + 8 + size])
        at += 8 + size
    tempos = [(0, 500_000)] + sorted((t, v) for t, kind, v in found if kind == "tempo")
    last, times, second, index = max(t for t, kind, _ in found if kind == "note"), [], 0.0, 0
    for tick in range(0, last + division, division):
        times.append(second)
        for part in range(division):
            while index + 1 < len(tempos) and tempos[index + 1][0] <= tick + part:
                index += 1
            second += tempos[index][1] / 1e6 / division
    return times


def main():
    libretto, folder, other = sys.argv[1], sys.argv[2], sys.argv[3:]
    rows = []
    for chart in sorted(glob.glob(os.path.join(folder, "**", "notes.mid"), recursive=True)):
        home, truth = os.path.dirname(chart), beats(chart)
        with tempfile.TemporaryDirectory() as work:
            song = os.path.join(work, "song.wav")
            parts = [os.path.join(home, n) for n in ("song.ogg", "guitar.ogg") if os.path.exists(os.path.join(home, n))]
            inputs = [word for part in parts for word in ("-i", part)]
            mix = f"amix=inputs={len(parts)}:duration=longest:normalize=0,volume=0.7"
            subprocess.run(["ffmpeg", "-v", "error", *inputs, "-filter_complex", mix, song], check=True)
            found = told(other, song) if other else heard(libretto, song)["beats"]
        rows.append(agreement_of_beats(truth, [t for t in found if truth[0] - 0.2 <= t <= truth[-1] + 0.2]))
        print(f"{os.path.basename(home):26s}{rows[-1][0]:7.1f}{rows[-1][1]:7.1f}")
    print(f"{'= all':26s}" + "".join(f"{sum(column) / len(rows):7.1f}" for column in zip(*rows)))


if __name__ == "__main__":
    main()
