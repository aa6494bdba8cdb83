#!/usr/bin/env python3
"""Teaches the network where onsets, beats and downbeats are.

  train.py OUT.pt DIR... --held DIR --minutes 20 [--start OLD.pt] [--seed 6]

A stack of dilated convolutions over time, small enough to run in whole numbers. Single thread, seeded. Each genre is drawn
as often as the root of how much there is of it.
"""
import argparse
import collections
import copy
import glob
import json
import math
import os
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, CHANNELS, TAPS, DILATIONS = 64, 40, 5, [1, 2, 4, 8, 16, 32, 64, 128, 256]
GROUPS = 18


class Net(nn.Module):
    """Outputs per frame: beat, downbeat and onset, each for both halves of the frame."""

    def __init__(self, channels=CHANNELS, dilations=DILATIONS):
        super().__init__()
        self.first = nn.Conv1d(WIDTH, channels, 3, padding=1)
        self.wide = nn.ModuleList(
            nn.Conv1d(channels, channels, TAPS, padding=d * (TAPS // 2), dilation=d) for d in dilations)
        self.mix = nn.ModuleList(nn.Conv1d(channels, channels, 1) for _ in dilations)
        self.last = nn.Conv1d(channels, 6, 1)
        self.drop = nn.Dropout(0.08)

    def forward(self, x):
        x = torch.relu(self.first(x))
        for wide, mix in zip(self.wide, self.mix):
            x = x + mix(self.drop(torch.relu(wide(x))))
        return self.last(x)


def marks(times, count, widths):
    """Targets at a hundred frames a second, a little wider than a frame."""
    out = np.zeros(count, np.float32)
    for t in times:
        k = int(round(t * 100))
        for offset, value in widths.items():
            if 0 <= k + offset < count:
                out[k + offset] = max(out[k + offset], value)
    return out


BEAT = {-2: 0.4, -1: 0.9, 0: 1, 1: 0.9, 2: 0.4}
ONSET = {-1: 0.6, 0: 1, 1: 0.6}


def parted(times, gap=0.03):
    """What begins within so little of another onset is the same one."""
    kept = []
    for t in sorted(times):
        if not kept or t - kept[-1] >= gap:
            kept.append(t)
    return kept


def load(folder):
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "*.evidence"))):
        truth = json.load(open(path.replace(".evidence", ".truth.json")))
        x = np.fromfile(path, "<i2").reshape(-1, WIDTH)
        count = len(x) * 2
        onsets = truth["onsets"]
        if onsets and isinstance(onsets[0], list):
            onsets = parted([t for t, v in onsets if v > 0.18])
        found.append((truth, x, [np.array(t) for t in (truth["beats"], truth["downbeats"], onsets)]))
    return found


def goals(times, begin, factor, length):
    """Targets of a stretch: frames from `begin` on, played `factor` times as slowly."""
    rows = [marks((t - begin / 50) * factor, length * 2, width) for t, width in zip(times, (BEAT, BEAT, ONSET))]
    return np.stack(rows).reshape(3, length, 2).transpose(0, 2, 1).reshape(6, length)


def stretched(x, begin, factor, length):
    """A stretch of evidence at another tempo, frames blended with their neighbours."""
    places = begin + np.arange(length) / factor
    places = places[places < len(x) - 1]
    low = places.astype(int)
    rest = (places - low)[:, None].astype(np.float32)
    return x[low] * (1 - rest) + x[low + 1] * rest


def augmented(rng, x):
    """The same music through another console: bands louder, softer or missing."""
    x = x.astype(np.float32) / 256
    gain = np.exp(rng.normal(0, 0.15, GROUPS)).astype(np.float32) * np.exp(rng.normal(0, 0.2))
    shift = rng.normal(0, 0.15, GROUPS).astype(np.float32) + rng.normal(0, 0.15)
    if rng.random() < 0.3:
        low, high = sorted(rng.integers(0, GROUPS, 2))
        gain[low:high] *= rng.choice([0, 0.5])
    x[:, :GROUPS] *= gain
    x[:, GROUPS : 2 * GROUPS] *= gain
    x[:, 2 * GROUPS : 3 * GROUPS] = np.maximum(0, x[:, 2 * GROUPS : 3 * GROUPS] + shift)
    x[:, 54:58] *= np.exp(rng.normal(0, 0.2, 4))
    x[:, 58] = np.maximum(0, x[:, 58] + rng.normal(0, 0.1))
    return x


def chances(pieces):
    """How often each piece is drawn."""
    counts = collections.Counter(truth["genre"] for truth, _, _ in pieces)
    odds = np.array([counts[truth["genre"]] ** -0.5 for truth, _, _ in pieces])
    return odds / odds.sum()


def batch(rng, pieces, odds, size, length):
    xs, ys, ms = [], [], []
    for number in rng.choice(len(pieces), size, p=odds):
        _, x, times = pieces[number]
        factor = 1.0 if rng.random() < 0.5 else rng.uniform(0.88, 1.14)
        at = int(rng.integers(0, max(1, len(x) - length // 2)))
        part = augmented(rng, stretched(x, at, factor, length))
        pad = length - len(part)
        xs.append(np.pad(part, ((0, pad), (0, 0))).T)
        ys.append(goals(times, at, factor, length))
        ms.append(np.pad(np.ones((1, len(part)), np.float32), ((0, 0), (0, pad))))
    to = lambda a: torch.from_numpy(np.stack(a).astype(np.float32))
    return to(xs), to(ys), to(ms)


def loss_of(out, y, m):
    weight = torch.tensor([1, 1, 0.8, 0.8, 0.7, 0.7]).view(1, 6, 1)
    heavy = torch.tensor([2.0, 2.0, 4.0, 4.0, 2.0, 2.0]).view(1, 6, 1)
    each = F.binary_cross_entropy_with_logits(out, y, reduction="none") * (1 + (heavy - 1) * y)
    return (each * weight * m).sum() / (m.sum() * 6)


def peaks_f(activation, times, threshold, window):
    """F of simple peaks, to watch the training."""
    a = activation
    at = [k for k in range(2, len(a) - 2) if a[k] > threshold and a[k] >= a[k - 2 : k + 3].max()]
    est, hit, i = [k / 100 for k in at], 0, 0
    for t in times:
        while i < len(est) and est[i] < t - window:
            i += 1
        if i < len(est) and abs(est[i] - t) <= window:
            hit += 1
            i += 1
    return 2 * hit / max(1, len(est) + len(times))


def judge(net, held):
    net.eval()
    scores = {}
    with torch.no_grad():
        for truth, x, y in held:
            out = torch.sigmoid(net(torch.from_numpy(x.astype(np.float32).T[None] / 256)))[0].numpy()
            flat = out.reshape(3, 2, -1).transpose(0, 2, 1).reshape(3, -1)
            row = [peaks_f(flat[0], truth["beats"], 0.3, 0.07), peaks_f(flat[1], truth["downbeats"], 0.3, 0.07)]
            scores.setdefault(truth["genre"], []).append(row)
    net.train()
    each = {g: np.mean(v, axis=0) for g, v in sorted(scores.items())}
    return np.mean([r for v in scores.values() for r in v], axis=0), each


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--held")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--start")
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    pieces = [p for folder in options.folders for p in load(folder)]
    odds = chances(pieces)
    held = load(options.held) if options.held else []
    net = Net()
    if options.start:
        net.load_state_dict(torch.load(options.start))
    print(len(pieces), "pieces,", sum(p.numel() for p in net.parameters()), "weights", flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=1e-3)
    # What is kept is the mean of the last few hundred steps' weights.
    calm = copy.deepcopy(net)
    begin, step, total, told = time.process_time(), 0, 0.0, 0
    while True:
        done = (time.process_time() - begin) / 60 / options.minutes
        if done >= 1:
            break
        rate = options.rate * min(1, step / 60 + 0.05) * (0.5 + 0.5 * math.cos(math.pi * done))
        for group in optimizer.param_groups:
            group["lr"] = max(rate, 1e-5)
        x, y, m = batch(rng, pieces, odds, 8, 1000)
        loss = loss_of(net(x), y, m)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():
            for kept, new in zip(calm.parameters(), net.parameters()):
                kept.lerp_(new, max(0.003, 1 / (step + 1)))
        total, step = total + loss.item(), step + 1
        if done * 10 > told + 1:
            told += 1
            print(f"{done:.2f} step {step} loss {total / step:.4f}", flush=True)
            total, step = total * 0 + loss.item() * step, step
            torch.save(calm.state_dict(), options.out)
            if held:
                print("  held", judge(calm, held)[0].round(3), flush=True)
    torch.save(calm.state_dict(), options.out)
    if held:
        mean, each = judge(calm, held)
        print("held", mean.round(3))
        for genre, score in each.items():
            print(f"  {genre:10s}", score.round(3))


if __name__ == "__main__":
    main()
