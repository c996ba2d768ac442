public import GMSCore

/// The columns under which a list of callbacks is shown to people: in a table, or as comma-separated values.
///
/// Answers in JSON have properties by their own names, with or without columns.
public struct CallbackColumns: Hashable, Sendable {
  /// The properties that records answer, in their order: those of every record, then those that are returned
  /// besides.
  public let names: [String]
  /// The properties that are shown unless others are asked for.
  ///
  /// With the option `disable-additional-columns-from-callbacks` these are the ones of every record alone;
  /// what is asked for by name is shown all the same. GMS does not document the latter.
  public let shown: [String]
  /// The headings of properties that have one of their own.
  public let aliases: ColumnAliases

  /// What every record answers, in its order.
  public static let ofEveryRecord = [
    "_id", "_desired_time", "_service_name", "_callback_state", "_expiration_time", "_customer_number",
    "_url",
    "_callback_reason",
  ]

  /// Columns from their parts.
  ///
  /// - Parameters:
  ///   - additional: What is returned besides; names of every record, or named before, are not repeated.
  ///   - aliases: The headings.
  ///   - showsAdditional: Whether what is returned besides is shown without being asked for.
  public init(
    additional: [String] = [],
    aliases: ColumnAliases = ColumnAliases(),
    showsAdditional: Bool = true
  ) {
    var names = CallbackColumns.ofEveryRecord
    for name in additional where !names.contains(name) { names.append(name) }
    self.names = names
    shown = showsAdditional ? names : CallbackColumns.ofEveryRecord
    self.aliases = aliases
  }

  /// The properties that a person means, by their names or by their aliases.
  ///
  /// - Throws: `CallbackError` with code `unknownColumn` for one that is not among ``names``,
  ///   `repeatedColumn` for one that is named twice.
  public func names(for columns: [String]) throws(CallbackError) -> [String] {
    var found: [String] = []
    for column in columns {
      let name = aliases.name(for: column)
      guard names.contains(name) else { throw CallbackColumns.unknown(column, among: self) }
      guard !found.contains(name) else {
        throw CallbackError(.repeatedColumn, ["value": column, "name": name])
      }
      found.append(name)
    }
    return found
  }
}
