internal import CEngine
import Glibc

/// A font file mapped into memory, to look at a few of its tables.
struct MappedFont: ~Copyable {
  let blob: OpaquePointer
  let faceCount: Int

  /// Maps a file and checks its tables. The C function is `hb_blob_create_from_file_or_fail`.
  init(path: String) throws(FontFailure) {
    var entry = stat()
    guard stat(path, &entry) == 0, entry.st_mode & S_IFMT == S_IFREG else {
      throw FontFailure("it isn't a file")
    }
    guard entry.st_size <= FontBytes.limit else { throw FontFailure("it is larger than 64 MB") }
    guard let blob = hb_blob_create_from_file_or_fail(path) else { throw FontFailure("it can't be read") }
    do {
      var length: UInt32 = 0
      let data = hb_blob_get_data(blob, &length)
      faceCount = try FontContainer.faceCount(of: UnsafeRawBufferPointer(start: data, count: Int(length)))
    } catch {
      hb_blob_destroy(blob)
      throw error
    }
    self.blob = blob
  }

  deinit { hb_blob_destroy(blob) }
}
