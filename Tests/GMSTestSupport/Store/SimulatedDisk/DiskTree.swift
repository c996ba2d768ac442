import GMSCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// All that is on a disk, and which files its processes have open; each method is a system call.
///
/// Paths are absolute or relative to the root, and no symbolic link is followed on the way. Each directory is
/// as it were a file system of its own: nothing is renamed from one into another (`EXDEV`).
struct DiskTree: Sendable {
  /// An open file: which node, by whom, and for what.
  struct Description: Sendable {
    let node: Int
    let process: Int32
    let isWritable: Bool
  }

  static let root = 0

  private(set) var nodes: [Int: DiskNode]
  private var descriptions: [Int32: Description] = [:]
  /// The descriptions that hold a lock, by node.
  private var locks: [Int: Int32] = [:]
  private var nextNode = 1
  private var nextFile: Int32 = 100
  /// The time in nanoseconds since 1970, by a coarse clock: it stands still unless someone waits.
  var clock: Int64 = 1_736_172_000_000_000_000

  init() {
    nodes = [:]
    nodes[DiskTree.root] = DiskNode(kind: .directory, number: 2, permissions: 0o755, modified: clock)
  }

  /// Puts a node into the table that a crash has made, at a place of its own.
  mutating func insert(_ node: DiskNode, _ id: Int) {
    nodes[id] = node
    nextNode = max(nextNode, id + 1)
  }

  // MARK: - Paths

  private static func names(_ path: String) throws(SystemError) -> [String] {
    if path.isEmpty { throw .notFound }
    let names = path.split(separator: "/").map(String.init).filter { $0 != "." }
    if names.contains(where: { $0.utf8.count > 255 }) { throw SystemError(number: ENAMETOOLONG) }
    return names
  }

  /// The directory that a path's last name stands in, and that name; "" for the root.
  private func place(_ path: String) throws(SystemError) -> (directory: Int, name: String) {
    let names = try DiskTree.names(path)
    guard let last = names.last else { return (DiskTree.root, "") }
    var node = DiskTree.root
    for name in names.dropLast() {
      guard let next = nodes[node]?.directory.entries[name] else { throw .notFound }
      guard nodes[next]?.kind == .directory else { throw .notADirectory }
      node = next
    }
    return (node, last)
  }

  private func node(_ directory: Int, _ name: String) -> Int? {
    name.isEmpty ? directory : nodes[directory]?.directory.entries[name]
  }

  private func directory(at path: String) throws(SystemError) -> Int {
    let (directory, name) = try place(path)
    guard let node = node(directory, name) else { throw .notFound }
    guard nodes[node]?.kind == .directory else { throw .notADirectory }
    return node
  }

  // MARK: - Names

  private mutating func add(_ kind: FileStatus.Kind, _ permissions: UInt32, _ directory: Int, _ name: String)
    -> Int
  {
    let used = Set(nodes.values.map(\.number))
    var number: UInt64 = 3
    while used.contains(number) { number += 1 }
    let id = nextNode
    nextNode += 1
    nodes[id] = DiskNode(kind: kind, number: number, permissions: permissions, modified: clock)
    nodes[directory]?.directory.change(.add(name, id))
    return id
  }

  mutating func open(_ path: String, for purpose: FilePurpose, process: Int32) throws(SystemError) -> OpenFile
  {
    let (directory, name) = try place(path)
    var found = node(directory, name)
    switch purpose {
    case .reading, .updating: if found == nil { throw .notFound }
    case .writingNew: if found != nil { throw .exists }
    case .locking: break
    }
    let opened = found ?? add(.regular, 0o600, directory, name)
    found = opened
    let isWritable = purpose != .reading
    switch nodes[opened]?.kind {
    case .symbolicLink: throw .symbolicLink
    case .directory where isWritable: throw SystemError(number: EISDIR)
    case .directory, .regular, .other, nil: break
    }
    nextFile += 1
    descriptions[nextFile] = Description(node: opened, process: process, isWritable: isWritable)
    return OpenFile(number: nextFile)
  }

  mutating func rename(_ path: String, to newPath: String) throws(SystemError) {
    let (directory, name) = try place(path)
    let (newDirectory, newName) = try place(newPath)
    guard let moved = node(directory, name), let kind = nodes[moved]?.kind else { throw .notFound }
    guard directory == newDirectory, !name.isEmpty, !newName.isEmpty else { throw SystemError(number: EXDEV) }
    let replaced = node(directory, newName)
    if replaced == moved { return }
    if let replaced, let target = nodes[replaced] {
      switch (kind, target.kind) {
      case (.directory, .directory):
        if !target.directory.entries.isEmpty { throw SystemError(number: ENOTEMPTY) }
      case (.directory, _): throw .notADirectory
      case (_, .directory): throw SystemError(number: EISDIR)
      case (_, _): break
      }
    }
    nodes[directory]?.directory.change(.rename(name, to: newName, moved))
    if let replaced { releaseNumber(replaced) }
  }

  mutating func remove(_ path: String) throws(SystemError) {
    let (directory, name) = try place(path)
    guard let removed = node(directory, name) else { throw .notFound }
    if nodes[removed]?.kind == .directory { throw SystemError(number: EISDIR) }
    nodes[directory]?.directory.change(.remove(name))
    releaseNumber(removed)
  }

  /// Adds a directory, a symbolic link or a pipe.
  mutating func make(_ kind: FileStatus.Kind, at path: String) throws(SystemError) {
    let (directory, name) = try place(path)
    if node(directory, name) != nil { throw .exists }
    _ = add(kind, 0o700, directory, name)
  }

  func list(_ path: String) throws(SystemError) -> [String] {
    guard let entries = nodes[try directory(at: path)]?.directory.entries else { return [] }
    // Any order is right, and this one is not what a careless program hopes for.
    return entries.keys.sorted(by: >)
  }

  func status(at path: String) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      let (directory, name) = try place(path)
      guard let node = node(directory, name) else { return nil }
      return nodes[node]?.status
    } catch {
      if error == .notFound { return nil }
      throw error
    }
  }

  mutating func syncDirectory(_ path: String) throws(SystemError) {
    nodes[try directory(at: path)]?.directory.sync()
  }

  /// A node that no name leads to, and that no one has open, is gone: its number is free.
  ///
  /// It stays in the table, since the loss of power may bring a name of it back.
  private mutating func releaseNumber(_ node: Int) {
    let isOpen = descriptions.values.contains { $0.node == node }
    let isNamed = nodes.values.contains { $0.directory.entries.values.contains(node) }
    if !isOpen, !isNamed { nodes[node]?.number = 0 }
  }

  // MARK: - Open files

  private func description(_ file: OpenFile) throws(SystemError) -> Description {
    guard let description = descriptions[file.number] else { throw SystemError(number: EBADF) }
    return description
  }

  private func regular(_ file: OpenFile) throws(SystemError) -> (Description, DiskNode) {
    let description = try description(file)
    guard let node = nodes[description.node] else { throw SystemError(number: EBADF) }
    switch node.kind {
    case .regular: return (description, node)
    case .directory: throw SystemError(number: EISDIR)
    case .symbolicLink, .other: throw SystemError(number: ESPIPE)
    }
  }

  mutating func close(_ file: OpenFile) throws(SystemError) {
    let description = try description(file)
    if locks[description.node] == file.number { locks[description.node] = nil }
    descriptions[file.number] = nil
    releaseNumber(description.node)
  }

  func read(_ file: OpenFile, at offset: Int64, count: Int) throws(SystemError) -> ArraySlice<UInt8> {
    guard offset >= 0 else { throw SystemError(number: EINVAL) }
    let node = try regular(file).1
    guard offset < node.file.bytes.count else { return [] }
    return node.file.bytes[Int(offset)...].prefix(count)
  }

  mutating func write(_ file: OpenFile, at offset: Int64, _ bytes: [UInt8]) throws(SystemError) -> Int {
    guard offset >= 0 else { throw SystemError(number: EINVAL) }
    guard try description(file).isWritable else { throw SystemError(number: EBADF) }
    try change(file, .write(offset: Int(offset), bytes: bytes))
    return bytes.count
  }

  mutating func truncate(_ file: OpenFile, to length: Int64) throws(SystemError) {
    // As on Linux, which takes a file that is open for reading for a wrong argument.
    guard length >= 0, try description(file).isWritable else { throw SystemError(number: EINVAL) }
    try change(file, .truncate(length: Int(length)))
  }

  private mutating func change(_ file: OpenFile, _ action: FileChange.Action) throws(SystemError) {
    let node = try regular(file).0.node
    nodes[node]?.file.change(action)
    nodes[node]?.modified = clock
  }

  mutating func sync(_ file: OpenFile) throws(SystemError) {
    nodes[try description(file).node]?.file.sync()
  }

  /// A sync of the file fails, and what it was to sync is lost.
  mutating func failSync(_ file: OpenFile) {
    guard let description = descriptions[file.number] else { return }
    nodes[description.node]?.file.loseChanges()
  }

  func status(of file: OpenFile) throws(SystemError) -> FileStatus {
    guard let node = nodes[try description(file).node] else { throw SystemError(number: EBADF) }
    return node.status
  }

  /// Owner and permissions are taken to be on the disk at once.
  mutating func update(_ file: OpenFile, _ body: (inout DiskNode) -> Void) throws(SystemError) {
    let node = try description(file).node
    guard var updated = nodes[node] else { throw SystemError(number: EBADF) }
    body(&updated)
    nodes[node] = updated
  }

  mutating func tryLock(_ file: OpenFile) throws(SystemError) -> Bool {
    let node = try description(file).node
    guard let holder = locks[node] else {
      locks[node] = file.number
      return true
    }
    return holder == file.number
  }

  mutating func unlock(_ file: OpenFile) throws(SystemError) {
    let node = try description(file).node
    if locks[node] == file.number { locks[node] = nil }
  }

  /// Closes all files of a process, as the system does when it ends.
  mutating func end(process: Int32) {
    for number in openFiles(of: process) { try? close(OpenFile(number: number)) }
  }

  /// Closes all files of all processes.
  mutating func endAll() {
    for number in descriptions.keys.sorted() { try? close(OpenFile(number: number)) }
  }

  /// Brings everything to the disk.
  mutating func syncAll() {
    for id in nodes.keys {
      nodes[id]?.file.sync()
      nodes[id]?.directory.sync()
    }
  }

  func openFiles(of process: Int32) -> [Int32] {
    descriptions.filter { $0.value.process == process }.map(\.key)
  }
}
