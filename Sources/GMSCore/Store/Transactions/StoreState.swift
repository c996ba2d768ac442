/// Everything that a store holds at one moment.
struct StoreState: Sendable {
  /// How many transactions have been committed.
  var sequence = 0
  /// The configuration.
  var configuration = Configuration()
  /// The records.
  var table = RecordTable<String>()
}
