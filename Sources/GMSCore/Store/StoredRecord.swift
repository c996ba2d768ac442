/// One record as a store keeps it: its name, the keys by which it is found, and its JSON text.
///
/// A store never looks into ``body``; whoever owns the kind encodes it and extracts the keys.
public struct StoredRecord: Hashable, Identifiable, Sendable {
  /// The family of the record.
  public var kind: RecordKind
  /// The record's name, unique in its kind.
  public var id: String
  /// What it can be found by.
  public var keys: RecordKeys
  /// The record as one compact JSON object, without line breaks.
  public var body: String

  /// A record from its parts.
  public init(kind: RecordKind, id: String, keys: RecordKeys, body: String) {
    self.kind = kind
    self.id = id
    self.keys = keys
    self.body = body
  }
}
