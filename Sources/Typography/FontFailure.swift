/// Why a font file can't be used, as the end of a sentence about it.
struct FontFailure: Error, Hashable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
