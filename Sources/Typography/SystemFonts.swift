/// The fonts of the machine, for those who ask for them.
package enum SystemFonts {
  /// The folders where Linux keeps fonts: those of everybody, then those of the user.
  package static func folders(home: String?) -> [String] {
    let users = home.map { ["\($0)/.local/share/fonts", "\($0)/.fonts"] } ?? []
    return ["/usr/share/fonts", "/usr/local/share/fonts"] + users
  }
}
