import GMSCore

/// A file, a directory, or something else that a name leads to.
struct DiskNode: Sendable {
  var kind: FileStatus.Kind
  /// The number that programs see; another node gets it once this one is gone, as on ext4.
  var number: UInt64
  /// The content of a regular file.
  var file = DiskFile()
  /// The content of a directory.
  var directory = DiskDirectory()
  var permissions: UInt32
  var owner: UInt32 = 0
  var group: UInt32 = 0
  var modified: Int64

  var status: FileStatus {
    FileStatus(
      kind: kind,
      device: 1,
      inode: number,
      size: Int64(file.bytes.count),
      modified: modified,
      permissions: permissions,
      owner: owner,
      group: group
    )
  }
}
