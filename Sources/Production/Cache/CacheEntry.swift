import Media
import Primitives

/// A file of the cache: what it is kept under, what is kept, and a digest of both.
struct CacheEntry {
  let key: Fingerprint
  let body: [UInt8]

  private static let mark = Array("libretto cache 1\n".utf8)

  func bytes() throws(Problem) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(key.high)
    writer.write(key.low)
    writer.write(body)
    let content = CacheEntry.mark + writer.bytes
    return content + (try SHA256.digest(of: content))
  }

  init(key: Fingerprint, body: [UInt8]) {
    self.key = key
    self.body = body
  }

  /// Nil unless every byte is as it was written.
  init?(_ bytes: [UInt8]) {
    let content = bytes.dropLast(SHA256.byteCount)
    guard content.starts(with: CacheEntry.mark),
      // A digest that can't be made proves nothing.
      let digest = try? SHA256.digest(of: content), bytes.suffix(SHA256.byteCount).elementsEqual(digest)
    else { return nil }
    var reader = ByteReader(content.dropFirst(CacheEntry.mark.count))
    guard let high = reader.number(), let low = reader.number(), let body = reader.string(), reader.isAtEnd
    else { return nil }
    self.init(key: Fingerprint(high: high, low: low), body: body)
  }
}
