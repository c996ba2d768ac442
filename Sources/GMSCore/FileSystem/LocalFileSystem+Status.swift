#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LocalFileSystem {
  package func status(of file: OpenFile) throws(SystemError) -> FileStatus {
    var info = stat()
    try LocalFileSystem.retried { fstat(file.number, &info) }
    return FileStatus(info)
  }

  package func status(at path: String) throws(SystemError) -> FileStatus? {
    var info = stat()
    do {
      try LocalFileSystem.retried { lstat(path, &info) }
    } catch {
      if error == .notFound { return nil }
      throw error
    }
    return FileStatus(info)
  }

  package func listDirectory(_ path: String) throws(SystemError) -> [String] {
    guard let directory = opendir(path) else { throw SystemError(number: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while true {
      // The end and a failure look alike but for errno.
      errno = 0
      guard let entry = readdir(directory) else {
        if errno != 0 { throw SystemError(number: errno) }
        return names
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }
}

extension FileStatus {
  fileprivate init(_ info: stat) {
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    #if canImport(Darwin)
      let modified = info.st_mtimespec
    #else
      let modified = info.st_mtim
    #endif
    self.init(
      kind: kind,
      device: UInt64(truncatingIfNeeded: info.st_dev),
      inode: UInt64(info.st_ino),
      size: Int64(info.st_size),
      modified: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec),
      permissions: UInt32(info.st_mode) & 0o777,
      owner: info.st_uid,
      group: info.st_gid
    )
  }
}
