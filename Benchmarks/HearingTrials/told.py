#!/usr/bin/env python3
"""Whether what an author tells is heeded: told.py LIBRETTO FOLDER

FOLDER has songs with NAME.truth.json beside them, as `Benchmarks/hearing` and `Benchmarks/hearing-live` take. Each is heard
untold, then told its true tempo, its metre, and both. F of beats and of downbeats within 70 ms, in per cent.
"""
import glob
import json
import os
import subprocess
import sys

from score import agreement

WAYS = ("untold", "tempo", "metre", "both")


def metre(truth):
    """As `--metre` takes it: a beat in three parts is a dotted quarter."""
    count = truth["meter"]
    return f"{count * 3}/8" if truth.get("division") == 3 else f"{count}/4"


def flags(truth, way):
    tempo = ["--tempo", f"{truth['tempo']:.3f}"] if way in ("tempo", "both") else []
    return tempo + (["--metre", metre(truth)] if way in ("metre", "both") else [])


def scores(libretto, song, truth, way):
    command = [libretto, "analyze", song, "--json", "--no-cache", *flags(truth, way)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    first, last = truth.get("beats_span") or (truth["beats"][0], truth["beats"][-1])
    return [agreement(truth[key], [t for t in found[key] if first - 0.2 <= t <= last + 0.2], 0.07) for key in ("beats", "downbeats")]


def main():
    libretto, folder = sys.argv[1:3]
    rows = []
    print(f"{'':16s}" + "".join(f"{way:>14s}" for way in WAYS))
    for path in sorted(glob.glob(os.path.join(folder, "*.truth.json"))):
        truth = json.load(open(path))
        row = [scores(libretto, os.path.join(folder, truth["file"]), truth, way) for way in WAYS]
        rows.append(row)
        worse = [way for way, told in zip(WAYS, row) if any(t < u - 1 for t, u in zip(told, row[0]))]
        cells = "".join(f"{beats:7.1f}{downbeats:7.1f}" for beats, downbeats in row)
        print(f"{truth['name']:16s}{cells}" + (f"  worse than untold: {', '.join(worse)}" if worse else ""), flush=True)
    means = [[sum(row[way][i] for row in rows) / len(rows) for i in range(2)] for way in range(len(WAYS))]
    print(f"{'mean':16s}" + "".join(f"{beats:7.1f}{downbeats:7.1f}" for beats, downbeats in means))


if __name__ == "__main__":
    main()
