import CEngine

/// Runs something with what each kind of processor can do, up to this one. Others may run meanwhile: they get the same.
func onEachProcessor(_ body: (UInt32) throws -> Void) rethrows {
  defer { libretto_limit_processor(LIBRETTO_AVX512) }
  for kind in [LIBRETTO_ANY_PROCESSOR, LIBRETTO_AVX2, LIBRETTO_AVX512] {
    libretto_limit_processor(kind)
    try body(kind.rawValue)
  }
}
