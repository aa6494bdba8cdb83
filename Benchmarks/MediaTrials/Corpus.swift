import Foundation

/// A folder of pictures, clips and sounds with a list, `expect.json`, that says what each of them is.
struct Corpus {
  private let folder: String
  private let libretto: String
  private let expectations: [Expectation]

  init(folder: String, libretto: String) throws {
    (self.folder, self.libretto) = (folder, libretto)
    let list = try Data(contentsOf: URL(fileURLWithPath: folder + "/expect.json"))
    expectations = try JSONDecoder().decode([Expectation].self, from: list)
  }

  /// Prints a line for each file, and a sum; returns whether nothing disagrees.
  func report() throws -> Bool {
    var wrong = 0
    var slowest = 0.0
    for expectation in expectations {
      let trial = try Trial(libretto, folder + "/" + expectation.file)
      let reasons = expectation.objections(to: trial)
      slowest = max(slowest, trial.seconds)
      if !reasons.isEmpty { wrong += 1 }
      print("\(reasons.isEmpty ? "right" : "WRONG")  \(expectation.file)  \(trial.summary)")
      for reason in reasons { print("       \(reason)") }
    }
    print("\n\(expectations.count) files: \(expectations.count - wrong) right, \(wrong) wrong")
    print("at most \(hundredths(slowest)) s and \(Trial.mostMemory >> 20) MB for one")
    return wrong == 0 && !expectations.isEmpty
  }
}

func hundredths(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
