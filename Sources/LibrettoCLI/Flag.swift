/// A word that begins with dashes, and what stands after it.
enum Flag: String, CaseIterable {
  case output, frames, from, to, quality, crf, preset, jobs, scale, props, at, dot, cache, prune, clear,
    why, json, song, encoding, normalize, manifest, verify, plot, click, tempo, metre, key, evidence
  case beatsFrom = "beats-from"
  case firstDownbeat = "first-downbeat"
  case noCache = "no-cache"
  case systemFonts = "system-fonts"
  case maxMemory = "max-memory"

  var names: [String] { self == .output ? ["-o", "--output"] : ["--\(rawValue)"] }

  /// What its value is called; nil for a flag without one.
  var value: String? {
    switch self {
    case .output: "FILE"
    case .frames: "A..<B"
    case .from, .to, .at: "TIME"
    case .quality: "draft|standard|master"
    case .crf, .scale: "NUMBER"
    case .preset: "NAME"
    case .jobs: "COUNT"
    case .props: "FILE.json"
    case .cache: "FOLDER"
    case .prune, .maxMemory: "SIZE"
    case .manifest: "FILE.json"
    case .song: "SONG"
    case .encoding: "NAME"
    case .plot: "OUT.png"
    case .click: "OUT.wav"
    case .beatsFrom, .evidence: "FILE"
    case .tempo: "BPM"
    case .normalize: "LUFS"
    case .firstDownbeat: "SECONDS"
    case .metre: "3/4|4/4|6/8"
    case .key: "KEY"
    case .dot, .clear, .noCache, .systemFonts, .why, .json, .verify: nil
    }
  }

  var mayRepeat: Bool { self == .at }

  var help: String {
    switch self {
    case .output: "where to write; named after the composition if left out"
    case .frames: "only these frames, counted from 0, in quotes; A...B takes B too"
    case .from: "only from this time on"
    case .to: "only up to this time"
    case .quality: "how well to encode; standard if left out"
    case .crf: "x264's rate factor, 1 to 51, in place of the quality's"
    case .preset: "x264's preset, ultrafast to veryslow, in place of the quality's"
    case .jobs: "how many segments to make at once; one a processor if left out"
    case .maxMemory: "keep within so much memory, with fewer workers and pictures at hand: 800MB, 2GB"
    case .manifest: "what the film was made of, and a digest of each frame; verify: to check it against"
    case .verify: "make it again, with other workers in another order, and compare"
    case .scale: "paint so many times the canvas's size, 0.05 to 4"
    case .props: "what differs from the composition's own props; - is standard input"
    case .at: "the time of a frame: 12.5, 1:02.5 or frame:90; still takes several"
    case .cache: "where segments are kept between renders"
    case .noCache: "make everything anew, and keep nothing"
    case .systemFonts: "use this machine's fonts too; the film may be another one elsewhere"
    case .prune: "forget what was used longest ago until the rest fits: 500MB, 2GB"
    case .clear: "forget everything"
    case .why: "name what is new or gone in each segment"
    case .json: "as JSON; lyrics show: in Libretto's own, which keeps everything"
    case .dot: "in Graphviz's language"
    case .normalize: "make the sound as loud as this, -14 for streaming; peaks stay below -1 dB"
    case .song: "check: the song the words are sung in"
    case .plot: "draw what was heard: waveform, energy, beats, bars, sections, moments"
    case .click: "write the song with clicks on its beats, higher ones on downbeats"
    case .beatsFrom: "beats that win over what is heard: JSON, Audacity labels or LRC marks"
    case .tempo: "the tempo, if you know it"
    case .firstDownbeat: "when the first bar begins, if you know it"
    case .metre: "the metre, if you know it"
    case .key: "the key, if you know it: \"A minor\""
    case .evidence: "write what the network sees, 64 numbers of 16 bits fifty times a second"
    case .encoding: "of the file, if it isn't Unicode: windows-1252, shift_jis, gb18030, big5, euc-kr, …"
    }
  }
}
