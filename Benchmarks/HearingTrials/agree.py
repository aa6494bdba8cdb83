#!/usr/bin/env python3
"""How far libretto and another listener agree about songs whose beats nobody wrote down: agree.py LIBRETTO FOLDER BEATS...

BEATS is a command that is given a song and prints a beat a line. F of beats in per cent, within 70 ms, and F where twice or
half as many count as well; in the end that of songs to which the other one hears a steady beat, since where nothing repeats
two listeners agree by chance.
"""
import glob
import os
import statistics
import sys

from score import agreement_of_beats, heard, told


def is_steady(beats):
    steps = [b - a for a, b in zip(beats, beats[1:])]
    return len(steps) > 10 and statistics.pstdev(steps) < 0.035 * statistics.median(steps)


def main():
    libretto, folder, command = sys.argv[1], sys.argv[2], sys.argv[3:]
    rows = []
    songs = [p for p in sorted(glob.glob(os.path.join(folder, "*"))) if p.endswith((".ogg", ".opus", ".mp3", ".flac", ".wav", ".m4a"))]
    for song in songs:
        theirs = told(command, song)
        rows.append((is_steady(theirs), *agreement_of_beats(theirs, heard(libretto, song)["beats"])))
        steady, exact, loose = rows[-1]
        print(f"{os.path.basename(song)[:40]:42s}{exact:7.1f}{loose:7.1f}{'' if steady else '  not steady'}")
    for name, chosen in ("= all", rows), ("= steady", [row for row in rows if row[0]]):
        means = "".join(f"{sum(row[i] for row in chosen) / max(1, len(chosen)):7.1f}" for i in (1, 2))
        print(f"{name:42s}{means}  {len(chosen)} songs")


if __name__ == "__main__":
    main()
