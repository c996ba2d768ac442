extension CoreError.Code {
  // Ids: facts `value`, `expected`.
  /// Text that is not an id of the form `<node number>-<uuid>`.
  public static let malformedServiceID = CoreError.Code(rawValue: "malformed-service-id")

  // Instances and storage: facts `id`, `expired`, `key`, `value`, `suggestion`, `maximum`.
  /// An id that no running service has; fact `expired` when it had one until then.
  public static let unknownInstance = CoreError.Code(rawValue: "unknown-instance")
  /// An id under which the storage keeps nothing; fact `expired` when it did until then.
  public static let unknownStorage = CoreError.Code(rawValue: "unknown-storage")
  /// A key that the stored data does not have.
  public static let unknownStorageKey = CoreError.Code(rawValue: "unknown-storage-key")
  /// Text that cannot be a key of stored data.
  public static let malformedStorageKey = CoreError.Code(rawValue: "malformed-storage-key")
  /// Data that is more than the storage keeps under one id; facts `value` and `maximum` count bytes.
  public static let storageTooLarge = CoreError.Code(rawValue: "storage-too-large")

  // Records: facts `kind`, `id`, `member`, `value`, `expected`.
  /// JSON, given by a person, that is not a record of its kind.
  public static let malformedRecord = CoreError.Code(rawValue: "malformed-record")
  /// A record in a store that cannot be read.
  public static let damagedRecord = CoreError.Code(rawValue: "damaged-record")

  /// The codes of this file, in order.
  package static let instanceCodes: [CoreError.Code] = [
    .malformedServiceID, .unknownInstance, .unknownStorage, .unknownStorageKey, .malformedStorageKey,
    .storageTooLarge, .malformedRecord, .damagedRecord,
  ]
}
