package import GMSCore

/// What a command answers: one JSON value, and how the other formats make rows of it.
package struct Answer: Sendable {
  /// Where the rows of `table`, `csv` and `jsonl` come from.
  package enum Rows: Sendable {
    /// The value itself: an array has a row for each element, an object is one record, null has none.
    case value
    /// The array in the member of that name; `json` still writes the whole value, and `--fields` chooses
    /// among the members of the array's elements.
    case member(String)
    /// Rows made for the purpose, where the value is not shaped as rows; `json` writes the value.
    case given([JSONValue])
    /// The same, of a value that is an object of lists: in `json`, `--fields` chooses among the members of each
    /// list's elements.
    case grouped([JSONValue])
  }

  /// Chooses the style of a cell from its column and its text.
  package typealias Styling = @Sendable (_ column: String, _ text: String) -> TextStyle?

  /// What `-o json` writes.
  package var value: JSONValue
  /// Where rows come from.
  package var rows: Rows
  /// The fields that rows are known to have, in their order; others that a row has follow them.
  package var fields: [String]
  /// The headings of fields that are shown under another name than their own, which `--fields` takes too.
  package var headings: [String: String]
  /// What a person reads instead of a table, unless `--fields` is given; nil for a table.
  package var text: String?
  /// What stands on stderr when there is no row.
  package var emptyNote: String
  /// Colours for states.
  package var styling: Styling?

  /// An answer from its value.
  package init(
    _ value: JSONValue,
    rows: Rows = .value,
    fields: [String] = [],
    headings: [String: String] = [:],
    text: String? = nil,
    emptyNote: String = "nothing to show",
    styling: Styling? = nil
  ) {
    self.value = value
    self.rows = rows
    self.fields = fields
    self.headings = headings
    self.text = text
    self.emptyNote = emptyNote
    self.styling = styling
  }
}
