#!/usr/bin/env python3
"""Whether choruses are found in real songs: choruses.py LIBRETTO FOLDER

FOLDER has songs with NAME.truth.json beside them, whose "lines" have "text" and "words" with "start" and "end" in seconds, as
Benchmarks/lyrics takes. Nobody wrote down the choruses; but a line that is sung again with the same words twenty seconds later is
most likely one of a chorus. Prints, of all time that is sung, the share labelled rightly, and the F measure of choruses, in per cent.
"""
import glob
import json
import os
import re
import sys

from score import heard


def lines(truth):
    """(words, start, end) of each line."""
    plain = lambda text: re.sub(r"[^\w ]", "", text.lower()).strip()
    return [(plain(line["text"]), line["words"][0]["start"], line["words"][-1]["end"]) for line in truth["lines"] if line["words"]]


def scores(sung, sections):
    right = both = either = total = 0
    for words, start, end in sung:
        comes_back = any(words == other and abs(start - at) > 20 for other, at, _ in sung)
        middle = (start + end) / 2
        label = next((s["label"] for s in sections if s["start"] <= middle < s["end"]), "")
        is_chorus = label in ("chorus", "drop")
        total += end - start
        right += (end - start) * (is_chorus == comes_back)
        both += 2 * (end - start) * (is_chorus and comes_back)
        either += (end - start) * (is_chorus + comes_back)
    return 100 * right / max(1e-9, total), 100 * both / max(1e-9, either)


def main():
    libretto, folder = sys.argv[1:3]
    rows = []
    for path in sorted(glob.glob(os.path.join(folder, "*.truth.json"))):
        name = path[: -len(".truth.json")]
        song = next(name + kind for kind in (".mp3", ".ogg", ".flac", ".wav", ".m4a") if os.path.exists(name + kind))
        found = heard(libretto, song)["sections"]
        rows.append(scores(lines(json.load(open(path))), found))
        dance = sorted({s["label"] for s in found} & {"build", "drop", "breakdown"})
        print(f"{os.path.basename(name):50s}{rows[-1][0]:7.1f}{rows[-1][1]:7.1f}  {' '.join(dance)}", flush=True)
    print(f"{'mean':50s}" + "".join(f"{sum(column) / len(rows):7.1f}" for column in zip(*rows)))


if __name__ == "__main__":
    main()
