extension LengthForm where Self == Length {
  /// A length in seconds, where a bare number can't stand.
  public static func seconds(_ seconds: Double) -> Length { Length(time: Time(seconds: seconds)) }
  /// An exact time of the film.
  public static func time(_ time: Time) -> Length { Length(time: time) }
  /// Beats of the film's song.
  public static func beats(_ beats: Double) -> Length { Length(beats: beats) }
  /// Bars of the film's song.
  public static func bars(_ bars: Double) -> Length { Length(bars: bars) }
  /// Frames of the film, at its rate.
  public static func frames(_ frames: Int) -> Length { Length(frames: frames) }
}

extension MomentForm where Self == Moment {
  /// Where the container begins.
  public static var start: Moment { Moment(origin: .start) }
  /// Where the container ends.
  public static var end: Moment { Moment(origin: .end) }
  /// So many seconds after the container begins.
  public static func seconds(_ seconds: Double) -> Moment {
    Moment(origin: .start, shift: Length(time: Time(seconds: seconds)))
  }
  /// A beat of the film's song; the first beat of the first bar is 1.
  public static func beat(_ number: Double) -> Moment { Moment(origin: .beat(number)) }
  /// Where a bar of the film's song begins; the first is 1.
  public static func bar(_ number: Double) -> Moment { Moment(origin: .bar(number)) }
  /// So many frames after the container begins; the first is 0.
  public static func frame(_ number: Int) -> Moment {
    Moment(origin: .start, shift: Length(frames: number))
  }
  /// So long after the container begins.
  public static func after(_ length: some LengthForm) -> Moment {
    Moment(origin: .start, shift: length.length)
  }
}
