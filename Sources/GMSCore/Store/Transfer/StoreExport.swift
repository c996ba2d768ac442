/// Writes a store as JSON lines that ``StoreImport`` reads: one self-contained object for each section of the
/// configuration, number of a group and record.
///
/// Sections come by family and in natural order, a group's numbers after it in their order, records by the time
/// when they were made, then by id. The same state makes the same bytes.
public struct StoreExport: Sendable {
  /// The kinds of records that are written, in this order.
  public let kinds: [RecordKind]

  /// How many bytes are gathered before they are handed over.
  static let blockSize = 256 << 10

  /// An export of the configuration and of records of these kinds.
  public init(_ kinds: [RecordKind]) { self.kinds = kinds }

  /// How many lines an export will have.
  public func count(_ reader: some StoreReader) throws -> Int {
    let configuration = try reader.configuration()
    let numbers = configuration.resources.values.reduce(0) { $0 + $1.numbers.count }
    return try kinds.reduce(configuration.sections.count + numbers) {
      $0 + (try reader.count(RecordQuery($1)))
    }
  }

  /// Writes everything that one state of a store has.
  ///
  /// - Parameters:
  ///   - reader: the state.
  ///   - sink: takes the bytes in blocks of some hundred KiB, and how many lines are whole by then.
  /// - Returns: how many lines of each kind there were, as `added`.
  /// - Throws: errors of the store and of `sink`.
  /// - Complexity: O(n) in the bytes; memory for one block and one record, beside what the store takes.
  @discardableResult
  public func write(
    _ reader: some StoreReader,
    to sink: (_ block: [UInt8], _ lines: Int) throws -> Void
  ) throws -> [TransferCount] {
    var writer = ExportWriter(kinds)
    try writer.write(try reader.configuration(), to: sink)
    for kind in kinds {
      try reader.forEachRecord(RecordQuery(kind, order: .created)) { try writer.write($0, to: sink) }
    }
    try writer.flush(to: sink)
    return writer.counts
  }
}
