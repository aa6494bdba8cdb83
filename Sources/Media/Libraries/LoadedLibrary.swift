internal import CEngine
internal import Glibc

/// A binary that the engine runs with: its own, what it was linked to, and what that was linked to.
package struct LoadedLibrary: Sendable {
  /// As others were linked to it: `libjpeg.so.62`.
  package let name: String
  package let path: String
  /// What the linker gave this build and no other; empty if it gave nothing.
  package let build: [UInt8]

  /// Those that enter keys, by name. The C function is `libretto_each_library`.
  package static var all: [LoadedLibrary] {
    var found: [LoadedLibrary] = []
    withUnsafeMutablePointer(to: &found) { list in
      libretto_each_library(
        { name, path, build, size, list in
          guard let name, let path, let list else { return }
          let one = LoadedLibrary(
            name: String(cString: name), path: String(cString: path),
            build: Array(UnsafeBufferPointer(start: build, count: build == nil ? 0 : size)))
          list.assumingMemoryBound(to: [LoadedLibrary].self).pointee.append(one)
        }, list)
    }
    return found.filter(\.hasSay).sorted { ($0.name, $0.path) < ($1.name, $1.path) }
  }

  /// Its file, without links. `realpath`.
  package var resolvedPath: String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether it may have a say in pixels or sound. All have but those that are known not to: secrets,
  /// networks, screens and devices are no part of a film, and are mended often.
  private var hasSay: Bool { !LoadedLibrary.silent.contains { name.hasPrefix("lib\($0).so") } }

  private static let silent = [
    "ssl", "crypto", "gnutls", "nettle", "hogweed", "gmp", "p11-kit", "tasn1", "idn2", "unistring", "krb5",
    "k5crypto", "krb5support", "gssapi_krb5", "com_err", "keyutils", "gcrypt", "gpg-error", "mbedcrypto",
    "sodium", "resolv", "ssh-gcrypt", "ssh", "srt-gnutls", "rist", "rabbitmq", "zmq", "norm", "pgm-5.3",
    "mount", "blkid", "selinux", "systemd", "cap", "numa", "X11", "X11-xcb", "Xau", "Xdmcp", "Xext",
    "Xfixes",
    "Xrender", "xcb", "xcb-dri3", "xcb-render", "xcb-shm", "va", "va-drm", "va-x11", "vdpau", "drm",
    "OpenCL",
    "mfx",
  ]
}
