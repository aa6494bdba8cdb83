#!/usr/bin/env python3
"""Has libretto listen to generated pieces: DIR/NAME.flac becomes DIR/NAME.evidence.

  listen.py LIBRETTO DIR...
"""
import glob
import json
import os
import subprocess
import sys

if __name__ == "__main__":
    libretto, folders = sys.argv[1], sys.argv[2:]
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "*.truth.json"))):
            out = path.replace(".truth.json", ".evidence")
            if os.path.exists(out):
                continue
            song = os.path.join(folder, json.load(open(path))["file"])
            subprocess.run([libretto, "analyze", song, "--evidence", out], check=True)
