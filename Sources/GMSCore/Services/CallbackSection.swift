/// The application's own section `callback`, which holds for all callback services together.
enum CallbackSection {
  static let name = "callback"

  /// The options that it may have.
  ///
  /// The two lists of keys may name a key twice, as GMS's own example does.
  static let options: [String: OptionType] = [
    "filter-keys": .text,
    "returned-keys": .text,
    "callback_column_alias": .json,
    "disable-additional-columns-from-callbacks": .boolean,
    "max_queued_callbacks_per_service": .count,
    ConfigurationReference.pausedServices: .names,
  ]
}
