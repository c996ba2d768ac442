/// An open file, by the number that the system gave it.
package struct OpenFile: Hashable, Sendable {
  /// The system's number.
  package let number: Int32

  /// A file from its number.
  package init(number: Int32) { self.number = number }
}

/// What a file is opened for.
package enum FilePurpose: Hashable, Sendable {
  /// For reading a file that is there.
  case reading
  /// For writing, and reading again, a file that must not be there yet; only its owner may read it.
  case writingNew
  /// For reading and changing a file that is there.
  case updating
  /// For locking: made when it is not there, read and written as it is.
  case locking
}

/// What the system knows of a file.
package struct FileStatus: Hashable, Sendable {
  /// The kinds of files that a store tells apart.
  package enum Kind: Hashable, Sendable {
    /// A file with bytes.
    case regular
    /// A directory.
    case directory
    /// A symbolic link.
    case symbolicLink
    /// A pipe, a socket, a device.
    case other
  }

  /// The kind of the file.
  package var kind: Kind
  /// The file system that it is on.
  package var device: UInt64
  /// Its number on that file system; another file may get it once the file is gone.
  package var inode: UInt64
  /// Its length in bytes.
  package var size: Int64
  /// When its bytes were last written, in nanoseconds since 1970.
  package var modified: Int64
  /// Who may read and write it: the nine low bits of its mode.
  package var permissions: UInt32
  /// The user to whom it belongs.
  package var owner: UInt32
  /// The group to which it belongs.
  package var group: UInt32

  /// What is known of a file, from its parts.
  package init(
    kind: Kind,
    device: UInt64,
    inode: UInt64,
    size: Int64,
    modified: Int64,
    permissions: UInt32,
    owner: UInt32,
    group: UInt32
  ) {
    self.kind = kind
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.permissions = permissions
    self.owner = owner
    self.group = group
  }
}
