extension CallbackError.Code {
  // Queries: facts `parameter`, `option`, `value`, `name`, `accepted`, `suggestion`, `expected`.
  /// A condition on a property by which callbacks may not be filtered.
  public static let filterKeyNotListed = CallbackError.Code(rawValue: "filter-key-not-listed")
  /// Text that is no place in a list.
  public static let malformedCursor = CallbackError.Code(rawValue: "malformed-cursor")
  /// A column that lists do not have.
  public static let unknownColumn = CallbackError.Code(rawValue: "unknown-column")
  /// A column that is asked for twice, perhaps by its name and by its alias.
  public static let repeatedColumn = CallbackError.Code(rawValue: "repeated-column")

  // Cancelling many: facts `line`, `expected`; `unknown`, `completed` and `notCancellable`, the first ids
  // of each, and how many there are in `unknownCount` and so on.
  /// A line in a list of ids that is none.
  public static let malformedIDLine = CallbackError.Code(rawValue: "malformed-id-line")
  /// Ids of which not all can be cancelled, so that none was.
  public static let cannotCancelAll = CallbackError.Code(rawValue: "cannot-cancel-all")
}
