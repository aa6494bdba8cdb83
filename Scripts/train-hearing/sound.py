"""Notes become sound: FluidSynth for instruments, drums of our own, a room, a console, a lossy codec."""
import ctypes
import ctypes.util
import os
import subprocess

import numpy as np

from kits import ALSO

FONTS = ["/usr/share/sounds/sf2/FluidR3_GM.sf2", "/usr/share/sounds/sf2/TimGM6mb.sf2"]


class Synth:
    """One FluidSynth with its fonts; loading them takes longer than playing a piece."""

    def __init__(self, rate):
        self.lib = lib = ctypes.CDLL(ctypes.util.find_library("fluidsynth") or "libfluidsynth.so.3")
        for name in ("new_fluid_settings", "new_fluid_synth"):
            getattr(lib, name).restype = ctypes.c_void_p
        self.settings = ctypes.c_void_p(lib.new_fluid_settings())
        lib.fluid_settings_setnum(self.settings, b"synth.sample-rate", ctypes.c_double(rate))
        lib.fluid_settings_setnum(self.settings, b"synth.gain", ctypes.c_double(0.5))
        lib.fluid_settings_setint(self.settings, b"synth.reverb.active", 0)
        lib.fluid_settings_setint(self.settings, b"synth.chorus.active", 0)
        lib.fluid_settings_setint(self.settings, b"synth.polyphony", 96)
        self.synth = ctypes.c_void_p(lib.new_fluid_synth(self.settings))
        self.fonts = [lib.fluid_synth_sfload(self.synth, path.encode(), 0) for path in FONTS if os.path.exists(path)]
        self.rate = rate

    def play(self, events, seconds, programs, font):
        """Samples of one stem. Events are (time, channel, pitch, velocity or 0); programs by channel."""
        lib, synth = self.lib, self.synth
        lib.fluid_synth_system_reset(synth)
        for channel, (bank, program) in programs.items():
            lib.fluid_synth_program_select(synth, channel, self.fonts[font % len(self.fonts)], bank, program)
        out = np.zeros(int(seconds * self.rate), np.float32)
        done = 0
        for time, channel, pitch, velocity in sorted(events) + [(seconds, 0, 0, 0)]:
            until = min(len(out), int(time * self.rate))
            if until > done:
                self._render(out[done:until])
                done = until
            if velocity:
                lib.fluid_synth_noteon(synth, channel, pitch, velocity)
            elif pitch:
                lib.fluid_synth_noteoff(synth, channel, pitch)
        return out

    def _render(self, target):
        count = len(target)
        left, right = np.zeros(count, np.float32), np.zeros(count, np.float32)
        pointer = lambda a: a.ctypes.data_as(ctypes.c_void_p)
        self.lib.fluid_synth_write_float(self.synth, count, pointer(left), 0, 1, pointer(right), 0, 1)
        target += 0.5 * (left + right)


def drum_kit(rng, rate):
    """One-shot drums made from sines and noise, different for every piece."""

    def shot(seconds):
        return np.arange(int(seconds * rate)) / rate

    def noise(t, low):
        x = rng.standard_normal(len(t))
        return x if low is None else np.diff(x, prepend=0) if low else np.convolve(x, np.ones(6) / 6, "same")

    kit = {}
    t = shot(0.45)
    sweep = rng.uniform(40, 60) * t + rng.uniform(2, 8) * (1 - np.exp(-t * rng.uniform(20, 45)))
    kit[36] = np.sin(2 * np.pi * sweep) * np.exp(-t * rng.uniform(6, 14)) * 1.2
    kit[36][: int(0.004 * rate)] += rng.uniform(0, 0.5) * rng.standard_normal(int(0.004 * rate))
    t = shot(0.3)
    tone = np.sin(2 * np.pi * rng.uniform(160, 240) * t) * np.exp(-t * 25)
    kit[38] = rng.uniform(0.3, 0.8) * tone + rng.uniform(0.3, 0.6) * noise(t, None) * np.exp(-t * rng.uniform(12, 28))
    kit[37] = np.sin(2 * np.pi * rng.uniform(600, 1700) * t) * np.exp(-t * 90) * 0.6
    clap = noise(t, True) * (np.exp(-t * 25) + sum(np.exp(-np.abs(t - d) * 400) for d in (0.0, 0.011, 0.023)))
    kit[39] = 0.3 * clap
    t = shot(0.08)
    kit[42] = rng.uniform(0.15, 0.35) * noise(t, True) * np.exp(-t * rng.uniform(50, 110))
    t = shot(0.4)
    kit[46] = rng.uniform(0.12, 0.3) * noise(t, True) * np.exp(-t * rng.uniform(7, 14))
    t = shot(1.4)
    kit[49] = rng.uniform(0.2, 0.4) * noise(t, True) * np.exp(-t * rng.uniform(2, 4))
    t = shot(0.12)
    kit[70] = 0.15 * noise(t, True) * np.sin(np.pi * np.minimum(1, t / 0.06)) ** 2
    for pitch, place in ((41, 90), (45, 120), (48, 160)):
        t = shot(0.35)
        kit[pitch] = np.sin(2 * np.pi * (place * t + 2 * (1 - np.exp(-t * 20)))) * np.exp(-t * 11) * 0.7
    for pitch, other in {**ALSO, 44: 42, 51: 42, 53: 42, 54: 70, 56: 37, 59: 46}.items():
        kit[pitch] = kit[other]
    return lambda pitch, velocity: kit.get(pitch, np.zeros(0)) * (velocity / 127) ** 1.6


def play_kit(shot, events, seconds, rate):
    """A stem of (time, pitch, velocity); `shot` makes the sound of a pitch struck so hard."""
    out = np.zeros(int(seconds * rate), np.float32)
    for time, pitch, velocity in events:
        if velocity:
            at = int(time * rate)
            sound = shot(pitch, velocity)[: max(0, len(out) - at)]
            out[at : at + len(sound)] += sound
    return out


def amplifier(rng, x, rate, drive):
    """Guitars through an amplifier and its cabinet, played twice."""
    x = tilt(x / (np.abs(x).max() + 1e-9), rate, rng.uniform(0, 4))
    x = np.tanh(x * drive) + np.tanh(np.roll(x, int(rng.uniform(0.004, 0.014) * rate)) * drive)
    return tilt(x.astype(np.float32), rate, rng.uniform(-2, 1), rng.uniform(3500, 6500))


def sing(rng, notes, seconds, rate):
    """A voice: harmonics under three formants, with vibrato, slides and breath."""
    out = np.zeros(int(seconds * rate), np.float32)
    for start, length, pitch, velocity in notes:
        count = int(min(length, 4) * rate)
        at = int(start * rate)
        count = min(count, len(out) - at)
        if count < 200:
            continue
        t = np.arange(count) / rate
        f0 = 440 * 2 ** ((pitch - 69) / 12)
        depth = rng.uniform(0.003, 0.015) * np.minimum(1, t / 0.3)
        freq = f0 * (1 - rng.uniform(0, 0.06) * np.exp(-t * 25) + depth * np.sin(2 * np.pi * rng.uniform(4.5, 6.5) * t))
        phase = 2 * np.pi * np.cumsum(freq) / rate
        formants = [(rng.uniform(300, 800), 90), (rng.uniform(900, 2200), 120), (rng.uniform(2400, 3200), 180)]
        sound = np.zeros(count)
        for k in range(1, 24):
            if k * f0 > 5000:
                break
            gain = sum(1 / (1 + ((k * f0 - f) / w) ** 2) for f, w in formants) + 0.03
            sound += gain / k**0.6 * np.sin(k * phase)
        envelope = np.minimum(1, t / rng.uniform(0.02, 0.09)) * np.minimum(1, (count / rate - t) / 0.06)
        consonant = rng.uniform(0, 0.5) * np.exp(-t * 60) * np.diff(rng.standard_normal(count), prepend=0)
        out[at : at + count] += ((sound + consonant) * envelope * (velocity / 127)).astype(np.float32)
    return out * 0.25


def bow(rng, notes, seconds, rate):
    """A section of strings, or a choir of them: several players to a note, soft attacks, vibrato."""
    out = np.zeros(int(seconds * rate), np.float32)
    players, attack, depth = rng.integers(1, 5), 10 ** rng.uniform(-1.9, -0.85), rng.uniform(0, 0.008)
    slope, speed, release = rng.uniform(0.7, 1.5), rng.uniform(4.5, 6.5), rng.uniform(0.04, 0.3)
    for start, length, pitch, velocity in notes:
        at = int(start * rate)
        count = min(int((min(length, 5) + release) * rate), len(out) - at)
        if count < 200:
            continue
        t = np.arange(count) / rate
        envelope = np.minimum(1, t / (attack * rng.uniform(0.7, 1.3))) * np.clip((count / rate - t) / release, 0, 1)
        f0 = 440 * 2 ** ((pitch - 69) / 12)
        for _ in range(players):
            swing = depth * np.minimum(1, t / 0.4) * np.sin(2 * np.pi * (speed * t + rng.random()))
            phase = 2 * np.pi * np.cumsum(f0 * 2 ** (rng.normal(0, 6) / 1200) * (1 + swing)) / rate + rng.uniform(0, 6.28)
            sound = sum(np.sin(k * phase) / k**slope for k in range(1, max(2, min(16, int(6000 / f0)))))
            out[at : at + count] += (sound * envelope * (velocity / 127) ** 1.5 / players).astype(np.float32)
        scratch = rng.uniform(0, 0.06) * envelope * np.diff(rng.standard_normal(count), prepend=0)
        out[at : at + count] += (scratch * velocity / 127).astype(np.float32)
    return out * 0.25


def audience(rng, x, rate):
    """Clapping, or chatter, that goes over into the music and comes back when it ends."""
    noise = rng.standard_normal(len(x)).astype(np.float32)
    if rng.random() < 0.6:
        hands = np.zeros(len(x), np.float32)
        for at in rng.integers(0, max(1, len(x) - 400), int(len(x) / rate * rng.uniform(15, 80))):
            hands[at : at + 400] += noise[at : at + 400] * np.exp(-np.arange(400) / 90) * rng.uniform(0.2, 1)
        noise = hands
    else:
        pulse = np.interp(np.arange(len(x)) / rate, np.arange(0, len(x) / rate + 1, 0.13),
                          rng.random(int(len(x) / rate / 0.13) + 9)[: len(np.arange(0, len(x) / rate + 1, 0.13))])
        noise = np.convolve(noise, np.ones(12) / 12, "same").astype(np.float32) * pulse.astype(np.float32)
    t = np.arange(len(x)) / rate
    ends = np.exp(-t / rng.uniform(0.5, 3)) + np.exp(-(t[-1] - t) / rng.uniform(0.5, 2)) + rng.choice([0, 0.02])
    loud = np.sqrt(np.mean(x**2)) + 1e-9
    return x + (noise / (np.sqrt(np.mean(noise**2)) + 1e-9) * ends * loud * rng.uniform(0.2, 1)).astype(np.float32)


def old(rng, x, rate):
    """An old recording: a narrow horn, hum and hiss."""
    spectrum = np.fft.rfft(x)
    f = np.fft.rfftfreq(len(x), 1 / rate)
    low, high = rng.uniform(80, 250), rng.uniform(2800, 5500)
    spectrum *= 1 / np.sqrt(1 + (low / np.maximum(f, 1)) ** 6) / np.sqrt(1 + (f / high) ** 8)
    x = np.fft.irfft(spectrum, len(x)).astype(np.float32)
    loud = np.sqrt(np.mean(x**2)) + 1e-9
    hum = np.sin(2 * np.pi * rng.choice([50, 60]) * np.arange(len(x)) / rate) * rng.uniform(0, 0.05)
    return x + loud * (rng.uniform(0.01, 0.06) * rng.standard_normal(len(x)) + hum).astype(np.float32)


def rise(rng, notes, seconds, rate):
    """Noise that swells and brightens."""
    out = np.zeros(int(seconds * rate), np.float32)
    for _, start, end, _, velocity in notes:
        at, count = int(start * rate), int((end - start) * rate)
        noise = rng.standard_normal(max(0, min(count, len(out) - at)))
        out[at : at + len(noise)] += np.diff(noise, prepend=0) * np.hanning(len(noise)) * velocity / 127
    return out


def room(rng, x, rate, seconds, wet):
    """Reverberation: noise that dies away."""
    count = int(seconds * rate)
    t = np.arange(count) / rate
    tail = rng.standard_normal(count) * np.exp(-6.9 * t / seconds)
    tail = np.convolve(tail, np.ones(3) / 3, "same")
    tail[: int(rng.uniform(0.005, 0.03) * rate)] = 0
    size = 1 << (len(x) + count).bit_length()
    wetted = np.fft.irfft(np.fft.rfft(x, size) * np.fft.rfft(tail / np.sqrt(np.sum(tail**2)), size), size)[: len(x)]
    return x + wet * wetted.astype(np.float32)


def envelope(x, rate, seconds):
    """The level, block by block, as long as the sound."""
    block = 64
    level = np.abs(x[: len(x) // block * block]).reshape(-1, block).max(1)
    decay = np.exp(-block / rate / seconds)
    held = 0.0
    for i, value in enumerate(level):
        held = max(value, held * decay)
        level[i] = held
    return np.concatenate([np.repeat(level, block), np.zeros(len(x) - len(level) * block)])


def compress(x, rate, ratio):
    level = envelope(x, rate, 0.12)
    threshold = np.percentile(level, 50) + 1e-6
    gain = np.where(level > threshold, (level / threshold + 1e-9) ** (1 / ratio - 1), 1)
    return (x * gain).astype(np.float32)


def duck(x, kicks, rate, depth):
    gain = np.ones(len(x), np.float32)
    for time in kicks:
        at, count = int(time * rate), int(0.28 * rate)
        part = gain[at : at + count]
        ramp = 1 - depth * (1 - np.arange(len(part)) / count) ** 1.5
        np.minimum(part, ramp, out=part)
    return x * gain


def tilt(x, rate, decibels, low=None):
    """Brighter or darker by so much an octave, and nothing above a frequency."""
    spectrum = np.fft.rfft(x)
    f = np.fft.rfftfreq(len(x), 1 / rate)
    octaves = np.log2(np.maximum(f, 20) / 700)
    spectrum *= 10 ** (decibels * octaves / 20)
    if low:
        spectrum *= 1 / (1 + (f / low) ** 6)
    return np.fft.irfft(spectrum, len(x)).astype(np.float32)


def write(path, x, rate, codec=None):
    """A WAV of 16 bits, coded and decoded by a lossy codec before if one is named."""
    peak = np.abs(x).max() + 1e-9
    pcm = (x / peak * 0.89 * 32767).astype("<i2").tobytes()
    args = ["ffmpeg", "-v", "error", "-y", "-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "-"]
    if codec:
        name, bitrate, ending = codec
        subprocess.run(args + ["-c:a", name, "-b:a", bitrate, path + ending], input=pcm, check=True)
        return path + ending
    subprocess.run(args + [path + ".flac"], input=pcm, check=True)
    return path + ".flac"
