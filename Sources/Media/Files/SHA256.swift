internal import CEngine
package import Primitives

/// The digest that tells a damaged file from a whole one.
package enum SHA256 {
  package static let byteCount = 32

  /// The C functions are `av_sha_init`, `av_sha_update` and `av_sha_final`.
  package static func digest(of bytes: some Collection<UInt8>) throws(Problem) -> [UInt8] {
    guard let state = av_sha_alloc() else { throw Problem(.unavailable, "there is no memory left") }
    defer { av_free(UnsafeMutableRawPointer(state)) }
    av_sha_init(state, 256)
    let wasContiguous: Void? = bytes.withContiguousStorageIfAvailable {
      av_sha_update(state, $0.baseAddress, $0.count)
    }
    if wasContiguous == nil {
      Array(bytes).withUnsafeBufferPointer { av_sha_update(state, $0.baseAddress, $0.count) }
    }
    return [UInt8](unsafeUninitializedCapacity: byteCount) { digest, count in
      av_sha_final(state, digest.baseAddress)
      count = byteCount
    }
  }
}
