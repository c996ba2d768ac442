/// Takes JSON lines, such as ``StoreExport`` writes, into a store.
///
/// Each line is one object that alone says what it is, in any order and layout:
///
///     {"kind":"section","name":"callback","options":{…}}
///     {"kind":"service","name":"Support","options":{…}}
///     {"kind":"resource","name":"DNIS","options":{"strategy":"local"}}
///     {"kind":"number","group":"DNIS","number":"6504663204"}
///     {"kind":"pattern","name":"blocked","options":{"premium":"\\+1900.*"}}
///     {"kind":"account","name":"kate","options":{"roles":"Supervisor"}}
///     {"kind":"template","name":"weather","options":{"definition":"{…}"}}
///     {"kind":"callback","_id":"1-…",…}
///
/// Blank lines are passed over. An import adds and replaces; it takes nothing away.
public struct StoreImport: Sendable {
  /// How records are read; lines of other kinds are refused.
  public let codecs: [RecordCodec]
  /// Whether a line takes the place of what the store, or an earlier line, has under its name; else it is
  /// refused, even when it says the same.
  public let replaces: Bool

  /// An import of the configuration and of records of these kinds.
  ///
  /// Two codecs of one kind, or one of a kind that the configuration has, are a programmer's mistake.
  public init(_ codecs: [RecordCodec], replaces: Bool = false) {
    self.codecs = codecs
    self.replaces = replaces
  }

  /// Reads everything, and writes it in one transaction.
  ///
  /// Only the line at work, and what the store keeps of a transaction, are in memory. Other writers wait until
  /// the input has ended.
  ///
  /// - Parameters:
  ///   - store: the store; nothing is written to it when any line is refused.
  ///   - change: when and by which command, and whether it is only tried.
  ///   - input: hands over the bytes in order, in pieces of any length, by calling its argument; it is called
  ///     once, and its errors end the import.
  /// - Returns: how many lines of each kind were added, replaced and the same.
  /// - Throws: `CoreError` with the `line` (from 1) and code `malformedImport` for a line that cannot be
  ///   imported, `importConflict` for a name that exists; errors of the configuration as a whole, as
  ///   ``ConfigurationValidator`` has them; errors of the store and of `input`.
  /// - Complexity: O(n) in the bytes, and O(m log m) for m records.
  public func run(
    in store: some Store,
    _ change: StoreChange,
    reading input: (_ take: (_ chunk: [UInt8]) throws -> Void) throws -> Void
  ) throws -> ImportReport {
    try store.write(change) { writer in
      var reader = ImportReader(codecs)
      var session = try ImportSession(writer, codecs, replaces: replaces)
      try input { chunk in try reader.read(chunk) { try session.take($0, line: $1) } }
      try reader.finish { try session.take($0, line: $1) }
      return try session.finish()
    }
  }
}
