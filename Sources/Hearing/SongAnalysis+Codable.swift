import Media
import Primitives

extension SongAnalysis: Codable {
  private enum Field: String, CodingKey {
    case ticks, sampleRate, channels, integrated, range, truePeak, rhythm, key, keyConfidence, onsets,
      sections
    case moments, phrases, silences, energy, timbre, peaks
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Field.self)
    try fields.encode(length.ticks, forKey: .ticks)
    try fields.encode(sampleRate, forKey: .sampleRate)
    try fields.encode(channels, forKey: .channels)
    try fields.encodeIfPresent(loudness.integrated, forKey: .integrated)
    try fields.encodeIfPresent(loudness.range, forKey: .range)
    try fields.encodeIfPresent(loudness.truePeak, forKey: .truePeak)
    try fields.encode(rhythm, forKey: .rhythm)
    try fields.encodeIfPresent(key, forKey: .key)
    try fields.encode(keyConfidence, forKey: .keyConfidence)
    try fields.encode(onsets, forKey: .onsets)
    try fields.encode(sections, forKey: .sections)
    try fields.encode(moments, forKey: .moments)
    try fields.encode(phrases, forKey: .phrases)
    try fields.encode(silences, forKey: .silences)
    try fields.encode(energy, forKey: .energy)
    try fields.encode(timbre, forKey: .timbre)
    try fields.encode(peaks, forKey: .peaks)
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    length = Time(ticks: try fields.decode(Int64.self, forKey: .ticks))
    sampleRate = try fields.decode(Int.self, forKey: .sampleRate)
    channels = try fields.decode(Int.self, forKey: .channels)
    loudness = Loudness(
      integrated: try fields.decodeIfPresent(Double.self, forKey: .integrated),
      range: try fields.decodeIfPresent(Double.self, forKey: .range),
      truePeak: try fields.decodeIfPresent(Double.self, forKey: .truePeak))
    rhythm = try fields.decode(Rhythm.self, forKey: .rhythm)
    key = try fields.decodeIfPresent(Key.self, forKey: .key)
    keyConfidence = try fields.decode(Double.self, forKey: .keyConfidence)
    onsets = try fields.decode([Onset].self, forKey: .onsets)
    sections = try fields.decode([Section].self, forKey: .sections)
    moments = try fields.decode([Moment].self, forKey: .moments)
    phrases = try fields.decode([Range<Double>].self, forKey: .phrases)
    silences = try fields.decode([Range<Double>].self, forKey: .silences)
    energy = try fields.decode(Energy.self, forKey: .energy)
    timbre = try fields.decode(Timbre.self, forKey: .timbre)
    peaks = try fields.decode([UInt8].self, forKey: .peaks)
  }
}
