#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FileStore {
  /// Runs `visit` on each transaction of the log, first to last; of a record, on those that changed it, with
  /// only these changes.
  ///
  /// The first one of a log that was compacted holds everything that was there.
  ///
  /// - Throws: what `visit` throws; `CoreError` when the log cannot be read.
  /// - Complexity: O(n) in the log.
  public func log(
    ofRecord name: (kind: RecordKind, id: String)?,
    _ visit: (StoreLogEntry) throws -> Void
  ) throws {
    guard case .log(let view) = try current() else { return }
    var changes: [StoreLogEntry.Change] = []
    var failure: (any Error)?
    try LogWalker(log: view.log).walk(from: view.log.start.offset, to: view.end.offset) {
      piece throws(CoreError) in
      guard case .line(let bytes, let place) = piece else { return true }
      guard LogLineReader.intactChecksum(bytes) != nil else {
        throw view.log.damage(at: place.offset, .wrongChecksum)
      }
      guard let line = LogLineReader.read(bytes) else {
        throw view.log.damage(at: place.offset, .notALine)
      }
      guard case .commit(let commit) = line.content else {
        if let change = StoreLogEntry.Change(line, of: name) { changes.append(change) }
        return true
      }
      defer { changes = [] }
      if name != nil, changes.isEmpty { return true }
      let stamp = LogStamp(time: commit.time.text, command: commit.command.text)
      do {
        try visit(
          StoreLogEntry(
            sequence: Int(line.sequence),
            time: stamp.instant ?? Date(timeIntervalSince1970: 0),
            command: stamp.command,
            changes: changes
          )
        )
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
  }
}

extension StoreLogEntry.Change {
  /// What a line changes; nil when it changes nothing, or another record than the one that is asked for.
  fileprivate init?(_ line: LogLine, of wanted: (kind: RecordKind, id: String)?) {
    func isWanted(_ kind: LogText, _ id: LogText) -> Bool {
      guard let wanted else { return true }
      return kind.isEqual(to: wanted.kind.rawValue) && id.isEqual(to: wanted.id)
    }
    switch line.content {
    case .put(let record) where isWanted(record.kind, record.id):
      self.init(.put, "\(record.kind.text) \(record.id.text)", state: record.state.text)
    case .remove(let kind, let id) where isWanted(kind, id):
      self.init(.remove, "\(kind.text) \(id.text)")
    case .set(let section, let name, _) where wanted == nil:
      self.init(.set, Self.name(section.text, name.text))
    case .unset(let section, let name) where wanted == nil:
      self.init(.unset, Self.name(section.text, name.text))
    case .header, .put, .remove, .set, .unset, .commit: return nil
    }
  }

  /// A part of the configuration as options text names it.
  private static func name(_ family: String, _ name: String) -> String {
    guard let family = ConfigurationSection.Family(rawValue: family) else { return "\(family) \(name)" }
    return ConfigurationSection(family, name).description
  }
}
