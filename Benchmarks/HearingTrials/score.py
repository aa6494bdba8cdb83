#!/usr/bin/env python3
"""How well libretto hears what stage.py played: score.py LIBRETTO FOLDER. F measures in per cent, by genre."""
import glob
import json
import os
import subprocess
import sys


def agreement(truth, found, window):
    """F of the most pairs that lie within the window."""
    hits = i = k = 0
    while i < len(truth) and k < len(found):
        if abs(found[k] - truth[i]) <= window + 1e-9:
            hits, i, k = hits + 1, i + 1, k + 1
        elif found[k] < truth[i]:
            k += 1
        else:
            i += 1
    return 200 * hits / max(1, len(truth) + len(found))


def heard(libretto, song):
    """All that libretto hears."""
    text = subprocess.run([libretto, "analyze", song, "--json", "--no-cache"], capture_output=True, check=True).stdout
    return json.loads(text)


def told(command, song):
    """The beats that another listener prints, one a line."""
    text = subprocess.run([*command, song], capture_output=True, check=True, text=True).stdout
    return [float(line.split()[0]) for line in text.splitlines() if line.strip()]


def agreement_of_beats(truth, found):
    """F within 70 ms, and F where twice or half as many beats count as well."""
    middles = [(a + b) / 2 for a, b in zip(truth, truth[1:])]
    scores = [agreement(level, found, 0.07) for level in (truth, truth[::2], truth[1::2], sorted(truth + middles))]
    return scores[0], max(scores)


def main():
    libretto, folder = sys.argv[1:3]
    rows = []
    for path in sorted(glob.glob(os.path.join(folder, "*.truth.json"))):
        truth = json.load(open(path))
        song = os.path.join(folder, truth["file"])
        found, (first, last) = heard(libretto, song), truth["beats_span"]
        played = lambda key: [t for t in found[key] if first - 0.2 <= t <= last + 0.2]
        rows.append((truth["genre"], truth["name"], found["metre"],
                     [agreement(truth["beats"], played("beats"), 0.07), agreement(truth["downbeats"], played("downbeats"), 0.07),
                      agreement(truth["onsets"], found["onsets"], 0.05)]))
    line = lambda name, values, note="": print(f"{name:12s}" + "".join(f"{v:9.1f}" for v in values) + "  " + note)
    print(f"{'':12s}{'beats':>9s}{'downbeats':>10s}{'onsets':>8s}")
    for _, name, metre, values in rows:
        if min(values[:2]) < 85:
            line(name, values, f"heard in {metre}")
    mean = lambda chosen: [sum(r[3][i] for r in chosen) / len(chosen) for i in range(3)]
    for genre in sorted({r[0] for r in rows}):
        line("= " + genre, mean([r for r in rows if r[0] == genre]))
    line("= all", mean(rows))


if __name__ == "__main__":
    main()
