internal import CEngine
package import Primitives

/// The digest that tells a damaged file from a whole one, made of bytes that come in pieces.
///
/// The C functions are `av_sha_init`, `av_sha_update` and `av_sha_final`.
package struct SHA256: ~Copyable {
  package static let byteCount = 32
  private let state: OpaquePointer

  package init() throws(Problem) {
    guard let state = av_sha_alloc() else { throw Libav.noMemory }
    av_sha_init(state, 256)
    self.state = state
  }

  deinit { av_free(UnsafeMutableRawPointer(state)) }

  package mutating func write(_ bytes: some Collection<UInt8>) {
    let wasContiguous: Void? = bytes.withContiguousStorageIfAvailable {
      av_sha_update(state, $0.baseAddress, $0.count)
    }
    if wasContiguous == nil {
      Array(bytes).withUnsafeBufferPointer { av_sha_update(state, $0.baseAddress, $0.count) }
    }
  }

  package consuming func finish() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { digest, count in
      av_sha_final(state, digest.baseAddress)
      count = SHA256.byteCount
    }
  }
}

extension SHA256 {
  package static func digest(of bytes: some Collection<UInt8>) throws(Problem) -> [UInt8] {
    var sum = try SHA256()
    sum.write(bytes)
    return sum.finish()
  }

  /// That of a whole file, as `sha256sum` prints it.
  package static func words(ofFile path: String) throws(Problem) -> String {
    var sum = try SHA256()
    try InputFile.open(path).read { sum.write($0) }
    return words(sum.finish())
  }

  /// In hexadecimal digits.
  package static func words(_ digest: [UInt8]) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
