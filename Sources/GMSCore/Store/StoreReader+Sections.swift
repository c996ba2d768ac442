extension StoreReader {
  /// The options of one section beside the services; nil when there is none of that name.
  ///
  /// This default reads the whole configuration; a store that can read one section alone does better.
  ///
  /// - Throws: `CoreError` when the store cannot be read.
  public func section(_ name: String) throws -> Options? { try configuration().options[name] }
}
