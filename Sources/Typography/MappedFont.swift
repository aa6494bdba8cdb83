internal import CEngine
import Glibc

/// A font file mapped into memory, to look at a few of its tables.
struct MappedFont: ~Copyable {
  private let blob: OpaquePointer
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

  /// Lends one of its faces, and a font of it. The C functions are `hb_face_create` and `hb_font_create`.
  borrowing func withFace<R>(
    _ index: Int, _ body: (_ face: OpaquePointer?, _ font: OpaquePointer?) throws(FontFailure) -> R
  ) throws(FontFailure) -> R {
    let face = hb_face_create(blob, UInt32(index))
    let font = hb_font_create(face)
    defer {
      hb_font_destroy(font)
      hb_face_destroy(face)
    }
    return try body(face, font)
  }
}
