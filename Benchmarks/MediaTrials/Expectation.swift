/// What a good reader answers about a file.
struct Expectation: Decodable {
  var file: String
  /// `ok` or `error`.
  var expect: String
  /// Whether either answer will do.
  var either: Bool?
  var width: Int?
  var height: Int?
  var frames: Int?
  /// In seconds.
  var duration: Double?
  /// Of a sound, in Hz.
  var rate: Int?
  var channels: Int?

  /// What is wrong with an answer, a line each.
  func objections(to trial: Trial) -> [String] {
    if let crash = trial.crash { return [crash] }
    if trial.seconds > 10 { return ["it took \(hundredths(trial.seconds)) s"] }
    guard let answer = trial.answer else { return ["there was no answer"] }
    // What is listed as sound is wanted for its sound: pictures alone are as good as an error.
    let isWanting = file.hasPrefix("audio/") && answer.error == nil && !answer.hasSound
    if isWanting { return expect == "error" || either == true ? [] : ["there is no sound in it"] }
    if let error = answer.error {
      if expect != "error", either != true { return ["it can be read, but: \(error)"] }
      return error.contains(trial.path) ? [] : ["the error doesn't name the file: \(error)"]
    }
    if expect == "error" { return either == true ? [] : ["it can't be read, but was"] }
    var objections: [String] = []
    func compare<Value: Equatable>(_ what: String, _ wanted: Value?, _ got: Value?) {
      guard let wanted, wanted != got else { return }
      objections.append("\(what) is \(got.map { "\($0)" } ?? "not said") and should be \(wanted)")
    }
    if either != true {
      compare("width", width, answer.width)
      compare("height", height, answer.height)
    }
    if either != true || answer.frames ?? 1 > 1 {
      compare("the number of frames", frames, answer.frames ?? frames)
    }
    if answer.kind == "sound" {
      compare("the sample rate", rate, answer.sampleRate)
      compare("the number of channels", channels, answer.channels)
    }
    if let duration, let got = answer.duration, abs(got - duration) > max(0.001, duration * 0.001) {
      objections.append("it lasts \(got) s and should last \(duration) s")
    }
    return objections
  }
}
