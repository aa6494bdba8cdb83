internal import Glibc
package import Primitives

/// A folder of files that are believed when they are read, or run: nobody else may write to it.
package enum PrivateFolder {
  /// Makes a folder, and those around it that are missing, for this user alone, whatever the umask says; or looks
  /// at the one that is there. `mkdir`, `stat`, `chmod`.
  ///
  /// One that others could write to is closed to them, if it is this user's; what is in it by then must be looked at by
  /// itself. One of somebody else's is refused. A folder like `/tmp`, in which nobody can touch what others
  /// have, stays as it is.
  package static func settle(_ path: String) throws(Problem) {
    var status = stat()
    if stat(path, &status) != 0 {
      guard errno == ENOENT else { throw unusable(path, errno) }
      let place = OutputPath(path)
      if place.folder != path, stat(place.folder, &status) != 0 { try settle(place.folder) }
      // Somebody may be quicker; what was made then is looked at.
      guard mkdir(path, 0o700) == 0 || errno == EEXIST, stat(path, &status) == 0 else {
        throw unusable(path, errno)
      }
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw unusable(path, ENOTDIR) }
    let isShared = status.st_mode & S_ISVTX != 0
    guard status.st_uid == geteuid() || status.st_uid == 0 && isShared else {
      throw Problem(
        .cannotCreate, "can't use the cache folder \(path): it is somebody else's",
        hints: "choose another: LIBRETTO_CACHE_DIR=FOLDER")
    }
    guard status.st_mode & (S_IWGRP | S_IWOTH) != 0, !isShared else { return }
    guard chmod(path, status.st_mode & 0o7777 & ~(S_IWGRP | S_IWOTH)) == 0 else {
      throw unusable(path, errno)
    }
  }

  /// Whether there is a folder that is this user's and that nobody else may write to.
  package static func isPrivate(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && isOwn(status)
  }

  /// Whether what has such a status is this user's, and nobody else may write to it.
  static func isOwn(_ status: stat) -> Bool {
    status.st_uid == geteuid() && status.st_mode & (S_IWGRP | S_IWOTH) == 0
  }

  /// Takes from others the right to write to a file. `chmod`.
  package static func close(_ path: String) {
    // One that stays open isn't believed afterwards.
    chmod(path, 0o700)
  }

  private static func unusable(_ path: String, _ code: Int32) -> Problem {
    let reason = Problem.unwritable(path, code)
    return Problem(
      .cannotCreate, "can't write to the cache folder \(path)", hints: reason.message,
      "choose another: LIBRETTO_CACHE_DIR=FOLDER")
  }
}
