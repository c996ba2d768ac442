internal import GMSCore

/// Comma-separated values as RFC 4180 has them: a header line, CRLF after each line.
enum CSVText {
  /// The rows under the headings of their columns; nothing when there is no column.
  ///
  /// Cells that a spreadsheet would take for a formula stay as they are: what is read here is data, and
  /// changing it would make it other data.
  static func rows(_ set: RowSet) -> String {
    guard !set.columns.isEmpty else { return "" }
    var printer = CSVPrinter()
    printer.line(set.headings)
    for row in set.rows { printer.line(row.map(Cell.text)) }
    return String(decoding: printer.bytes, as: UTF8.self)
  }
}
