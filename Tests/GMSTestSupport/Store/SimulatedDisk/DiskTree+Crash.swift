import GMSCore

extension DiskTree {
  /// Whether anything is not synced.
  var hasUnsynced: Bool {
    nodes.values.contains { !$0.file.changes.isEmpty || !$0.directory.changes.isEmpty }
  }

  /// The files of which a write is not synced, each with the length of its last one, in the order of their making.
  var unsyncedWrites: [(node: Int, count: Int)] {
    nodes.compactMap { id, node in
      guard let count = node.file.unsynced.last(where: { $0.writtenCount != nil })?.writtenCount else {
        return nil
      }
      return (id, count)
    }
    .sorted { $0.node < $1.node }
  }

  /// The bytes of all files, by path; directories end with a slash.
  var files: [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    func add(_ id: Int, _ path: String) {
      guard let node = nodes[id] else { return }
      switch node.kind {
      case .directory:
        found["\(path)/"] = []
        for (name, child) in node.directory.entries { add(child, "\(path)/\(name)") }
      case .regular: found[path] = node.file.bytes
      case .symbolicLink, .other: found[path] = []
      }
    }
    add(DiskTree.root, "")
    return found
  }

  /// The disk after a loss of power; no process is left.
  func crashed(_ survival: Survival, _ random: inout SeededGenerator) -> DiskTree {
    var image = DiskTree()
    image.clock = clock + 60_000_000_000
    var copies: [Int: Int] = [:]
    image.adopt(DiskTree.root, of: self, survival, &copies, &random)
    return image
  }

  /// Takes a node over, and everything below it; answers its place in this tree.
  @discardableResult
  private mutating func adopt(
    _ id: Int,
    of tree: DiskTree,
    _ survival: Survival,
    _ copies: inout [Int: Int],
    _ random: inout SeededGenerator
  ) -> Int? {
    if let copy = copies[id] { return copy }
    guard var node = tree.nodes[id] else { return nil }
    let copy = copies.count
    copies[id] = copy
    // The root had number 2, and still has.
    node.number = UInt64(copy) + 2
    switch node.kind {
    case .directory:
      var entries: [String: Int] = [:]
      let names = DiskTree.names(of: node.directory, survival, &random)
      // In an order of its own a dictionary would draw other random numbers in each run.
      for (name, child) in names.sorted(by: { $0.key < $1.key }) {
        entries[name] = adopt(child, of: tree, survival, &copies, &random)
      }
      node.directory = DiskDirectory(synced: entries)
    case .regular:
      let tornFile = tree.tornFile(survival)
      node.file = DiskFile(synced: DiskTree.content(of: node.file, survival, isTorn: tornFile == id, &random))
    case .symbolicLink, .other: break
    }
    insert(node, copy)
    return copy
  }

  private func tornFile(_ survival: Survival) -> Int? {
    guard case .torn(let file, _) = survival else { return nil }
    let writes = unsyncedWrites
    return file < writes.count ? writes[file].node : nil
  }

  private static func names(
    of directory: DiskDirectory,
    _ survival: Survival,
    _ random: inout SeededGenerator
  ) -> [String: Int] {
    let count = directory.changes.count
    switch survival {
    case .nothing, .bytes: return directory.synced
    case .everything, .names, .lengths, .torn: return directory.entries
    case .onlyLast: return directory.surviving { $0 == count - 1 }
    case .prefix:
      let kept = Int.random(in: 0...count, using: &random)
      return directory.surviving { $0 < kept }
    case .anything:
      let kept = (0..<count).map { _ in !random.oneIn(2) }
      return directory.surviving { kept[$0] }
    }
  }

  private static func content(
    of file: DiskFile,
    _ survival: Survival,
    isTorn: Bool,
    _ random: inout SeededGenerator
  ) -> [UInt8] {
    let unsynced = file.unsynced
    switch survival {
    case .nothing, .names: return file.surviving { _, _ in .dropped }
    case .everything, .bytes: return file.bytes
    case .lengths: return file.surviving { _, _ in .lengthOnly }
    case .onlyLast: return file.surviving { number, _ in number == unsynced.count - 1 ? .kept : .dropped }
    case .torn(_, let bytes):
      guard isTorn, let last = unsynced.lastIndex(where: { $0.writtenCount != nil }) else {
        return file.bytes
      }
      return file.surviving { number, _ in
        number < last ? .kept : number == last ? .head(bytes) : .dropped
      }
    case .prefix:
      let kept = Int.random(in: 0...unsynced.count, using: &random)
      var torn = FileChange.Outcome.dropped
      if kept < unsynced.count, let count = unsynced[kept].writtenCount {
        torn = .head(Int.random(in: 0...count, using: &random))
      }
      return file.surviving { number, _ in number < kept ? .kept : number == kept ? torn : .dropped }
    case .anything:
      let outcomes = unsynced.map { outcome(of: $0, &random) }
      return file.surviving { number, _ in outcomes[number] }
    }
  }

  private static func outcome(of change: FileChange, _ random: inout SeededGenerator) -> FileChange.Outcome {
    guard let count = change.writtenCount else { return random.oneIn(2) ? .kept : .dropped }
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: return .kept
    case 3..<6: return .dropped
    case 6..<8: return .head(Int.random(in: 0...count, using: &random))
    case 8: return .tail(Int.random(in: 0...count, using: &random))
    default: return .lengthOnly
    }
  }
}
