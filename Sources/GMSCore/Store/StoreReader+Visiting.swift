extension StoreReader {
  /// Runs `visit` on each record of a query, in its order.
  ///
  /// This default makes all records before the first is visited; a store that can read them one by one does
  /// better.
  ///
  /// - Throws: what `visit` throws, which ends the visit; `CoreError` when the store cannot be read.
  public func forEachRecord(_ query: RecordQuery, _ visit: (StoredRecord) throws -> Void) throws {
    for record in try records(query) { try visit(record) }
  }
}
