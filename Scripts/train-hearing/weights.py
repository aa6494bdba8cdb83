#!/usr/bin/env python3
"""Writes a trained network as Swift: whole numbers, eight bits a weight.

  weights.py IN.pt OUT.swift [--check HELD]
"""
import base64
import struct
import sys

import numpy as np
import torch

import train

SHIFT, UNIT = 20, 256


def layer(weight, bias, inputs=None):
    """Scales, biases and weights of one layer, by output, tap and input."""
    w = weight.detach().numpy()  # out, in, taps
    top = np.maximum(np.abs(w).reshape(len(w), -1).max(1), 1e-8)
    scale = top / 127
    q = np.clip(np.round(w / scale[:, None, None]), -127, 127).astype(np.int8).transpose(0, 2, 1)
    scales = np.round(scale * (1 << SHIFT)).astype(np.int32)
    biases = np.round(bias.detach().numpy() * UNIT * (1 << (SHIFT - 10))).astype(np.int32)
    return scales.tobytes() + biases.tobytes() + np.ascontiguousarray(q).tobytes()


def blob(net):
    out = layer(net.first.weight, net.first.bias)
    for wide, mix in zip(net.wide, net.mix):
        out += layer(wide.weight, wide.bias) + layer(mix.weight, mix.bias)
    return out + layer(net.last.weight, net.last.bias)


def swift(data):
    text = base64.b64encode(data).decode()
    lines = [text[i : i + 100] for i in range(0, len(text), 100)]
    body = "\n".join("    " + line + "\\" for line in lines)
    return f'''import Primitives

/// What the network learnt, written by `Scripts/train-hearing/weights.py`: {len(data)} bytes in base 64.
enum NetworkWeights {{
  static let bytes = Base64.bytes(of: text)

  // swift-format-ignore
  private static let text = """
{body}

    """
}}
'''


if __name__ == "__main__":
    net = train.Net()
    net.load_state_dict(torch.load(sys.argv[1]))
    net.eval()
    open(sys.argv[2], "w").write(swift(blob(net)))
    if "--check" in sys.argv:
        worst = 0
        with torch.no_grad():
            for truth, x, y in train.load(sys.argv[sys.argv.index("--check") + 1]):
                a = torch.relu(net.first(torch.from_numpy(x.astype(np.float32).T[None] / 256)))
                worst = max(worst, a.abs().max().item())
                for wide, mix in zip(net.wide, net.mix):
                    h = torch.relu(wide(a))
                    a = a + mix(h)
                    worst = max(worst, a.abs().max().item(), h.abs().max().item())
        print("largest activation", worst, "of 128")
