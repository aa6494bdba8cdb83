"""Makes the small films beside it and checksums.txt, what other decoders than ours say of each plane of each frame.

apt-get install ffmpeg x264 x265 vpx-tools aom-tools libde265-examples gstreamer1.0-tools gstreamer1.0-plugins-bad

What x264 rebuilt while it encoded says what decoders of H.264 must give, and OpenH264 gives the same where it knows what
there is in a film (it does not know all of B-frames). HEVC is compared with what x265 rebuilt and with libde265 likewise
(which also looks at the sums that x265 wrote beside each frame); VP8 and VP9 with libvpx, AV1 with libaom. None of them
shares code with FFmpeg's decoders or dav1d.
"""

import hashlib
import os
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
work = tempfile.mkdtemp()
FRAMES = 12


def picture(number, width, height, depth, chroma):
    """Planes of a frame: a slope that wanders, a box that moves, a patch of noise, and a cut after seven frames."""
    top = (1 << depth) - 1
    planes = []
    for plane in range(3):
        across = 2 if plane and chroma != 444 else 1
        down = 2 if plane and chroma == 420 else 1
        wide, high = -(-width // across), -(-height // down)
        samples = []
        state = number * 3 + plane + 1
        for y in range(high):
            for x in range(wide):
                u, v = x * across, y * down
                value = u * 3 + v * 2 * (plane + 1) + number * 5 if number < 7 else 900 - u * 2 + v * 4 - number * 7
                value = value * top // 1023 % (top + 1)
                if number * 3 <= u < number * 3 + 20 and 9 + number <= v < 27 + number:
                    value = top * (3 - plane) // 4
                if width - 14 <= u and v < 12:
                    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
                    value = state >> 12 & top
                samples.append(value)
        if depth == 8:
            planes.append(bytes(samples))
        else:
            planes.append(b"".join(value.to_bytes(2, "little") for value in samples))
    return planes


def run(*words):
    result = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, words))}:\n{result.stdout.decode(errors='replace')}")


class Film:
    def __init__(self, name, width, height, depth=8, chroma=420):
        self.name, self.width, self.height, self.depth, self.chroma = name, width, height, depth, chroma
        self.path = os.path.join(here, name)
        self.source = os.path.join(work, name + ".yuv")
        with open(self.source, "wb") as file:
            for number in range(FRAMES):
                file.write(b"".join(picture(number, width, height, depth, chroma)))
        self.y4m = os.path.join(work, name + ".y4m")
        word = f"C{chroma}" + (f"p{depth}" if depth > 8 else "jpeg" if chroma == 420 else "")
        with open(self.y4m, "wb") as file:
            file.write(f"YUV4MPEG2 W{width} H{height} F25:1 Ip A1:1 {word}\n".encode())
            for number in range(FRAMES):
                file.write(b"FRAME\n" + b"".join(picture(number, width, height, depth, chroma)))
        self.answers = []

    def out(self, what):
        return os.path.join(work, f"{self.name}.{what}")

    def sizes(self, align=1):
        """Bytes of a row, bytes of a row as it is stored, and rows, of each plane."""
        sample = 1 if self.depth == 8 else 2
        for plane in range(3):
            wide = -(-self.width // (2 if plane and self.chroma != 444 else 1))
            high = -(-self.height // (2 if plane and self.chroma == 420 else 1))
            stored = -(-self.width // align) * align
            if plane and self.chroma != 444:
                stored = -(-(stored // 2) // align) * align if align > 1 else wide
            elif align == 1:
                stored = wide
            yield wide * sample, stored * sample, high

    def hear(self, who, path, align=1):
        """Takes what a decoder wrote as raw planes."""
        data = open(path, "rb").read()
        frames, place = [], 0
        while place < len(data):
            sums = []
            for wide, stored, high in self.sizes(align):
                rows = b"".join(data[place + row * stored : place + row * stored + wide] for row in range(high))
                # GStreamer keeps an even number of rows.
                place += stored * (-(-high // 2) * 2 if align > 1 and high * 2 > self.height else high)
                sums.append(hashlib.sha256(rows).hexdigest()[:16])
            frames.append(sums)
        if place != len(data):
            sys.exit(f"{self.name}: {who} wrote {len(data)} bytes, and {place} were expected")
        self.answers.append((who, frames))

    def answer(self):
        who, frames = self.answers[0]
        for other, seen in self.answers[1:]:
            if seen != frames:
                wrong = [n for n in range(max(len(seen), len(frames))) if seen[n : n + 1] != frames[n : n + 1]]
                sys.exit(f"{self.name}: {who} and {other} differ in frames {wrong} of {len(frames)} and {len(seen)}")
        print(f"{self.name}: {os.path.getsize(self.path)} bytes, {len(frames)} frames, {[w for w, _ in self.answers]}")
        return [f"{self.name} {number} {' '.join(sums)}" for number, sums in enumerate(frames)]


def h264(film, *flags, openh264=True):
    recon = film.out("recon")
    depth = ["--input-depth", film.depth, "--output-depth", film.depth] if film.depth > 8 else []
    run("x264", *depth, "--input-csp", f"i{film.chroma}", "--output-csp", f"i{film.chroma}", "--input-res",
        f"{film.width}x{film.height}", "--fps", 25, "--threads", 1, "--dump-yuv", recon, *flags, "-o", film.path,
        film.source)  # fmt: skip
    film.hear("x264", recon)
    if openh264:
        stream, raw = film.out("264"), film.out("gst")
        run("ffmpeg", "-v", "error", "-y", "-i", film.path, "-c", "copy", "-bsf:v", "h264_mp4toannexb", stream)
        run("gst-launch-1.0", "-q", "filesrc", f"location={stream}", "!", "h264parse", "!", "openh264dec", "!",
            "filesink", f"location={raw}")  # fmt: skip
        film.hear("openh264", raw, align=4)
    return film.answer()


def hevc(film, *flags):
    recon = film.out("recon")
    run("x265", "--input", film.source, "--input-res", f"{film.width}x{film.height}", "--fps", 25, "--input-depth",
        film.depth, "--output-depth", film.depth, "--input-csp", f"i{film.chroma}", "--preset", "slow", "--hash", 1,
        "--frame-threads", 1, "--no-info", "--recon", recon, *flags, "-o", film.path)  # fmt: skip
    # Of more than eight bits it writes eight; there its sums in the stream are all it says.
    if film.depth == 8:
        film.hear("x265", recon)
    raw = film.out("raw")
    run("libde265-dec265", "-q", "-c", "-o", raw, film.path)
    film.hear("libde265", raw)
    return film.answer()


def vpx(film, codec, *flags):
    run("vpxenc", f"--codec={codec}", "--webm", "--disable-warning-prompt", "--threads=1", *flags, "-o", film.path, film.y4m)
    raw = film.out("raw")
    run("vpxdec", "--rawvideo", "-o", raw, film.path)
    film.hear("libvpx", raw)
    return film.answer()


def av1(film, *flags):
    run("aomenc", "--webm", "--threads=1", "--disable-warning-prompt", *flags, "-o", film.path, film.y4m)
    raw = film.out("raw")
    run("aomdec", "--rawvideo", "-o", raw, film.path)
    film.hear("libaom", raw)
    return film.answer()


lines = []
lines += h264(Film("h264-baseline.mkv", 76, 52), "--profile", "baseline", "--intra-refresh", "--keyint", 6, "--slices", 2,
              "--qp", 34)  # fmt: skip
lines += h264(Film("h264-high.mkv", 76, 52), "--bframes", 0, "--8x8dct", "--ref", 4, "--weightp", 2, "--slices", 3, "--qp", 30)
lines += h264(Film("h264-b.mkv", 76, 52), "--profile", "main", "--bframes", 3, "--b-pyramid", "normal", "--ref", 4,
              "--slices", 3, "--qp", 30, "--keyint", 8, openh264=False)  # fmt: skip
lines += h264(Film("h264-open.mkv", 76, 52), "--cqm", "jvt", "--open-gop", "--keyint", 5, "--bframes", 2, "--no-deblock",
              "--direct", "temporal", "--qp", 28, openh264=False)  # fmt: skip
lines += h264(Film("h264-interlaced.mkv", 76, 64), "--tff", "--bframes", 2, "--qp", 32, openh264=False)
lines += h264(Film("h264-10.mkv", 76, 52, 10), "--bframes", 2, "--qp", 40, openh264=False)
lines += h264(Film("h264-422-10.mkv", 76, 52, 10, 422), "--bframes", 2, "--qp", 42, openh264=False)
lines += h264(Film("h264-444.mkv", 75, 51, 8, 444), "--bframes", 1, "--qp", 34, openh264=False)
lines += hevc(Film("main.hevc", 76, 52), "--bframes", 3, "--b-pyramid", "--ref", 4, "--keyint", 8, "--amp", "--rect",
              "--ctu", 16, "--qp", 32)  # fmt: skip
lines += hevc(Film("slices.hevc", 76, 52), "--bframes", 2, "--slices", 2, "--ctu", 16, "--qp", 34)
lines += hevc(Film("main-10.hevc", 76, 52, 10), "--bframes", 2, "--weightb", "--tskip", "--scaling-list", "default", "--wpp",
              "--ctu", 16, "--qp", 34)  # fmt: skip
lines += hevc(Film("refresh.hevc", 76, 52), "--bframes", 0, "--intra-refresh", "--keyint", 6, "--cu-lossless", "--no-sao", "--ctu", 16,
              "--qp", 36)  # fmt: skip
lines += hevc(Film("422-10.hevc", 76, 68, 10, 422), "--bframes", 2, "--qp", 36)
lines += hevc(Film("444-12.hevc", 75, 67, 12, 444), "--bframes", 1, "--qp", 38)
lines += vpx(Film("vp8.webm", 75, 51), "vp8", "--auto-alt-ref=1", "--lag-in-frames=8", "--token-parts=2", "--cq-level=40",
             "--end-usage=cq", "--target-bitrate=100", "--sharpness=3")  # fmt: skip
lines += vpx(Film("vp8-resilient.webm", 75, 51), "vp8", "--profile=2", "--error-resilient=3", "--min-q=45",
             "--target-bitrate=80")  # fmt: skip
lines += vpx(Film("vp9.webm", 75, 51), "vp9", "--auto-alt-ref=1", "--lag-in-frames=10", "--cq-level=45", "--end-usage=q")
lines += vpx(Film("vp9-tiles.webm", 515, 33), "vp9", "--tile-columns=1", "--frame-parallel=1", "--cq-level=58",
             "--end-usage=q")  # fmt: skip
lines += vpx(Film("vp9-444.webm", 75, 51, 8, 444), "vp9", "--profile=1", "--cq-level=45", "--end-usage=q")
lines += vpx(Film("vp9-10.webm", 75, 51, 10), "vp9", "--profile=2", "--bit-depth=10", "--input-bit-depth=10",
             "--cq-level=45", "--end-usage=q")  # fmt: skip
lines += av1(Film("av1.webm", 75, 51), "--cq-level=45", "--end-usage=q", "--lag-in-frames=12", "--cpu-used=4")
lines += av1(Film("av1-10.webm", 141, 67, 10), "--bit-depth=10", "--input-bit-depth=10", "--tile-columns=1",
             "--cq-level=52", "--end-usage=q", "--cpu-used=4")  # fmt: skip
lines += av1(Film("av1-grain.webm", 75, 51), "--film-grain-test=4", "--cq-level=50", "--end-usage=q", "--cpu-used=4")
with open(os.path.join(here, "checksums.txt"), "w") as file:
    file.write("\n".join(lines) + "\n")
