package import Hearing
import Primitives
package import Timeline

extension HeardSong {
  /// What films use of what was heard.
  package init(_ analysis: SongAnalysis) {
    self.init()
    let rhythm = analysis.rhythm
    beats = rhythm.beats.map(Time.init(seconds:))
    downbeats = rhythm.downbeatTimes.map(Time.init(seconds:))
    beatsPerBar = rhythm.metre.beatsPerBar
    isTrusted = rhythm.isTrustworthy
    sections = analysis.sections.map { Part(name: $0.label, start: Time(seconds: $0.start)) }
    func moments(_ kind: Hearing.Moment.Kind) -> [Time] {
      analysis.moments.filter { $0.kind == kind }.map { Time(seconds: $0.time) }
    }
    drops = moments(.drop)
    hits = moments(.hit)
    onsets = analysis.onsets.map { onset in
      Onset(time: Time(seconds: onset.time), bands: onset.bands.map(SongBand.init))
    }
    energyRate = Energy.rate
    energy = analysis.energy.all
    for band in Band.allCases { bands[SongBand(band)] = analysis.energy[band] }
  }
}

extension SongBand {
  fileprivate init(_ band: Band) {
    switch band {
    case .bass: self = .bass
    case .middle: self = .middle
    case .treble: self = .treble
    }
  }
}
