/// The application's own section `callback`, which holds for all callback services together.
enum CallbackSection {
  static let name = "callback"

  /// The options that it may have.
  ///
  /// The two lists of keys may name a key twice, as GMS's own example does.
  static let options: [String: OptionType] = [
    "filter-keys": .text,
    "returned-keys": .text,
    ColumnAliases.option: .json,
    DateRangeCatalog.option: .json,
    "disable-additional-columns-from-callbacks": .boolean,
    "max_queued_callbacks_per_service": .count,
    ConfigurationReference.pausedServices: .names,
  ]

  /// Checks what an option says beyond its type.
  ///
  /// - Throws: `CoreError` with code `invalidOption`, with fact `section`.
  static func checkMeaning(of option: String, _ value: String) throws(CoreError) {
    switch option {
    case ColumnAliases.option: _ = try ColumnAliases(value)
    case DateRangeCatalog.option: _ = try DateRangeCatalog(saved: value)
    default: return
    }
  }
}
