/// What the lines of a stretch of the log say, on top of everything before it.
///
/// A value: a transaction goes on with a copy of what readers have.
struct LogChanges: Sendable {
  /// The records that were put and are still there.
  var table: RecordTable<LogPlace>
  /// The records that were there before and are gone.
  var removed: Set<RecordName> = []
  /// The lines about the configuration, in order.
  var configurationLines: [LogPlace] = []

  /// Nothing yet, with room for what so many bytes of a log say.
  init(bytes: UInt64 = 0) {
    // A callback takes about so many bytes; no more room than for what a table holds before it is indexed.
    table = RecordTable(indexed: false, capacity: Int(min(bytes, 1 << 20) / 640))
  }

  /// Whether something was said of a record.
  func touches(_ name: RecordName) -> Bool {
    removed.contains(name) || table.row(name.kind, name.id.text) != nil
  }

  /// Of how many records something was said.
  var count: Int { removed.count + table.count }

  /// Every record of which something was said.
  func forEachName(_ body: (RecordName) throws -> Void) rethrows {
    try removed.forEach(body)
    try table.forEach { try body(RecordName($0.kind, $0.id)) }
  }

  /// Takes a line in.
  mutating func apply(_ line: LogLine, at place: LogPlace) {
    switch line.content {
    case .put(let record):
      let kind = RecordKind(rawValue: record.kind.text)
      let id = record.id.text
      removed.remove(RecordName(kind, id))
      table.put(RecordRow(kind: kind, id: id, keys: record.keys, payload: place))
    case .remove(let kind, let id):
      remove(RecordKind(rawValue: kind.text), id.text)
    case .set, .unset: configurationLines.append(place)
    case .header, .commit: break
    }
  }

  /// Takes a record away.
  mutating func remove(_ kind: RecordKind, _ id: String) {
    table.remove(kind, id)
    removed.insert(RecordName(kind, id))
  }
}
