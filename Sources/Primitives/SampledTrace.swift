/// One column of a trace as an element's own clock meets it.
package struct SampledTrace: Sendable {
  package var trace: SoundTrace
  package var column: Int
  package var clock: SongClock

  package init(_ trace: SoundTrace, column: Int, clock: SongClock) {
    self.trace = trace
    self.column = column
    self.clock = clock
  }

  package func value(at time: Time) -> Double { trace.value(column, at: clock.seconds(at: time)) }
}
