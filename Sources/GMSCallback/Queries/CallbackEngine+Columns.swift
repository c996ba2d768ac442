public import GMSCore

extension CallbackEngine {
  /// The columns under which callbacks of some services are shown.
  ///
  /// - Parameter services: The services; nil for all callback services that may be viewed. One that is no
  ///   longer configured has the columns that all have.
  /// - Returns: The columns.
  /// - Throws: `CoreError` with code `wrongTemplate` for a service of another kind without callbacks, `notPermitted`, or
  ///   `invalidOption` about the configuration's aliases.
  public func columns(of services: Set<String>? = nil) throws -> CallbackColumns {
    try store.read { try columns(of: services, $0) }
  }

  /// The columns under which callbacks of some services are shown, inside a transaction.
  private func columns(of services: Set<String>?, _ reader: any StoreReader) throws -> CallbackColumns {
    let visible = try visibleServices(services ?? [], reader)
    try checkKinds(services ?? [], reader)
    return try columns(of: services, visible: visible, reader)
  }

  /// The columns under which callbacks of some services are shown, or of all callback services that are
  /// visible; nil for all of these.
  func columns(
    of services: Set<String>?,
    visible: Set<String>?,
    _ reader: any StoreReader
  ) throws -> CallbackColumns {
    let names =
      try services?.sorted(by: NaturalOrder.precedes)
      ?? callbackServices(reader).filter { visible?.contains($0) ?? true }
    let section = try reader.section("callback") ?? [:]
    let additional = try names.flatMap { try returnedKeys(of: $0, reader) }
    return CallbackColumns(
      additional: additional.isEmpty ? CallbackEngine.names(in: section["returned-keys"]) : additional,
      aliases: try ColumnAliases(section[ColumnAliases.option]),
      showsAdditional: section["disable-additional-columns-from-callbacks"] != "true"
    )
  }

  /// The ranges of dates that can be asked for by name.
  ///
  /// - Throws: `CoreError` with code `notPermitted`, or `invalidOption` about the saved ranges.
  public func dateRanges() throws -> DateRangeCatalog {
    try store.read { reader in
      try authority.require(.view, reader)
      return try DateRangeCatalog(saved: reader.section("callback")?[DateRangeCatalog.option])
    }
  }
}
