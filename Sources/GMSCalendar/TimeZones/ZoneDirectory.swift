#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The directory that holds zone files: reads regular files inside of it, and nothing else.
struct ZoneDirectory: Hashable, Sendable {
  /// The size of the largest file that is read; the largest zone file of 2025 has 4 KiB.
  static let largestFile = 1 << 20

  /// The directory's path, as it was given.
  let path: String

  /// The places where systems keep their zone files, the likeliest first.
  static let usualPlaces: [String] = {
    var places = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"]
    #if canImport(Darwin)
      places.insert("/var/db/timezone/zoneinfo", at: 0)
    #endif
    return places
  }()

  /// The value of the environment variable TZDIR, when it has one.
  static var fromEnvironment: String? {
    guard let value = getenv("TZDIR"), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The first of the places that holds zone files; `preferred` needs only to be a directory.
  static func find(preferred: String?, places: [String]) -> ZoneDirectory? {
    if let preferred, ZoneDirectory(path: preferred).exists { return ZoneDirectory(path: preferred) }
    // Slim systems keep an empty directory, so some zone that every edition has must be there.
    return places.lazy.map(ZoneDirectory.init).first { directory in
      ["Etc/UTC", "UTC", "Europe/London"].contains { access("\(directory.path)/\($0)", R_OK) == 0 }
    }
  }

  /// Whether the path is a directory, or a link to one.
  var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0 && ZoneDirectory.isKind(0o040000, status)
  }

  /// The bytes of a file; nil when there is no such file, or when it is a directory.
  ///
  /// Links are followed as long as they stay inside of the directory. Never waits: a pipe is opened without
  /// blocking, and refused like everything that is not a regular file.
  func bytes(of name: String) throws(ZoneFileDamage) -> [UInt8]? {
    guard let root = ZoneDirectory.resolved(path), let file = ZoneDirectory.resolved("\(path)/\(name)") else {
      let number = errno
      guard [ENOENT, ENOTDIR, ENAMETOOLONG].contains(number) else { throw .unreadable(errorNumber: number) }
      return nil
    }
    guard file.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { throw .leavesDirectory }
    // The resolved path has no links, so one that appears from now on is not followed.
    let descriptor = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY)
    guard descriptor >= 0 else { throw .unreadable(errorNumber: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errorNumber: errno) }
    if ZoneDirectory.isKind(0o040000, status) { return nil }
    guard ZoneDirectory.isKind(0o100000, status) else { throw .notRegularFile }
    guard status.st_size <= ZoneDirectory.largestFile else {
      throw .tooLarge(limit: ZoneDirectory.largestFile)
    }
    return try ZoneDirectory.content(of: descriptor, limit: ZoneDirectory.largestFile)
  }

  /// The first bytes of a regular file, at most `limit`; nil when it cannot be read.
  func beginning(of name: String, limit: Int) -> [UInt8]? {
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, ZoneDirectory.isKind(0o100000, status) else { return nil }
    return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, limit))
    }
  }

  /// The names of all TZif files below, without those that no zone is called, sorted.
  func zoneNames() -> [String] {
    var names: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in entries(of: folder) {
        let name = folder + entry.name
        guard ZoneName.isUsual(name) else { continue }
        if entry.isDirectory {
          folders.append(name + "/")
        } else if ZoneAbbreviations.zone(for: name) == nil,
          beginning(of: name, limit: 4)?.elementsEqual("TZif".utf8) == true
        {
          names.append(name)
        }
      }
    }
    return names.sorted()
  }

  /// The entries of a folder; links count as files, so that no cycle of links is followed.
  private func entries(of folder: String) -> [(name: String, isDirectory: Bool)] {
    guard let handle = opendir("\(path)/\(folder)") else { return [] }
    defer { closedir(handle) }
    var entries: [(name: String, isDirectory: Bool)] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      var status = stat()
      guard lstat("\(path)/\(folder)\(name)", &status) == 0 else { continue }
      entries.append((name, ZoneDirectory.isKind(0o040000, status)))
    }
    return entries
  }

  /// All bytes up to the end, or damage when there are more than `limit`, whatever the size was a moment ago.
  private static func content(of descriptor: Int32, limit: Int) throws(ZoneFileDamage) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(errorNumber: errno)
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    }
  }

  /// The path without links and without `..`; nil, with `errno`, when it leads nowhere.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether the type bits of a file's mode are these; the macros that ask are not visible to Swift.
  private static func isKind(_ kind: mode_t, _ status: stat) -> Bool { status.st_mode & 0o170000 == kind }
}
