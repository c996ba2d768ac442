/// How callbacks are written to a file for other programs.
public struct CallbackExport: Hashable, Sendable {
  /// The form of the file.
  public var format: Format
  /// The columns, by their names or their aliases, in this order; nil for all that are shown.
  public var columns: [String]?
  /// Whether a cell of comma-separated values that a spreadsheet would take for a formula gets an apostrophe
  /// in front.
  ///
  /// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line's end is such a one, so numbers of customers
  /// that begin with `+` are too. Without it, cells are what records have: data that is read back is the data
  /// that was written. GMS does not document what it does.
  public var guardsFormulas: Bool

  /// The forms of a file.
  public enum Format: String, CaseIterable, Sendable {
    /// Comma-separated values as RFC 4180 has them, headings first: aliases, or names where there is none.
    case csv
    /// One JSON object a line.
    case jsonl
    /// One JSON array.
    case json
  }

  /// A form from its parts.
  public init(_ format: Format = .csv, columns: [String]? = nil, guardsFormulas: Bool = false) {
    self.format = format
    self.columns = columns
    self.guardsFormulas = guardsFormulas
  }
}
