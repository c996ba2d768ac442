/// How records of one kind are read from lines that a person may have written.
///
/// The owner of the kind provides it; the store and its export and import know no kind themselves.
public struct RecordCodec: Sendable {
  /// The kind of the records.
  public let kind: RecordKind

  /// The template that the service of a record must have; nil when the record needs no service.
  public let serviceTemplate: @Sendable (_ record: StoredRecord) -> String?

  /// Reads the text of one object, which has no member `kind`.
  ///
  /// White space, the order of members, and members that can be derived may differ from what the owner writes;
  /// the body of the answer is what the owner writes.
  public let read: @Sendable (_ object: String) throws -> StoredRecord

  /// A codec from its parts.
  public init(
    _ kind: RecordKind,
    serviceTemplate: @escaping @Sendable (_ record: StoredRecord) -> String? = { _ in nil },
    read: @escaping @Sendable (_ object: String) throws -> StoredRecord
  ) {
    self.kind = kind
    self.serviceTemplate = serviceTemplate
    self.read = read
  }
}
