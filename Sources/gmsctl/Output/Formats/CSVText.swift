internal import GMSCore

/// Comma-separated values as RFC 4180 has them: a header line, CRLF after each line.
enum CSVText {
  /// The rows under the names of their columns; nothing when there is no column.
  ///
  /// Cells that a spreadsheet would take for a formula stay as they are: what is read here is data, and
  /// changing it would make it other data.
  static func rows(_ set: RowSet) -> String {
    guard !set.columns.isEmpty else { return "" }
    var result = line(set.columns)
    for row in set.rows { result += line(row.map(Cell.text)) }
    return result
  }

  private static func line(_ cells: [String]) -> String {
    // An empty line would be read as no row at all.
    if cells == [""] { return "\"\"\r\n" }
    return cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
