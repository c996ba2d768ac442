internal import GMSCore

/// Aligned columns for a person.
enum TableText {
  private static let gap = "  "

  /// A header in capitals and a line for each row; columns of numbers stand at the right.
  ///
  /// - Complexity: O(n) for n letters in all cells.
  static func rows(_ set: RowSet, styling: Answer.Styling?, usesColor: Bool) -> String {
    let headers = set.headings.map { Cell.visible($0.uppercased()) }
    let cells = set.rows.map { row in row.map { Cell.shown($0) } }
    let isNumber = set.columns.indices.map { column in
      set.rows.allSatisfy { isNumberOrAbsent($0[column]) } && set.rows.contains { $0[column] != nil }
    }
    let widths = headers.indices.map { column in
      cells.reduce(DisplayWidth.of(headers[column])) { max($0, DisplayWidth.of($1[column])) }
    }
    func line(_ texts: [String], style: (Int, String) -> TextStyle?) -> String {
      var line = ""
      for (column, text) in texts.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(text))
        let style = usesColor && !text.isEmpty ? style(column, text) : nil
        let shown = style?.apply(to: text) ?? text
        let isLast = column == texts.count - 1
        line += isNumber[column] ? padding + shown : shown + (isLast ? "" : padding)
        if !isLast { line += gap }
      }
      return trimmed(line) + "\n"
    }
    var result = line(headers) { _, _ in .header }
    for row in cells { result += line(row) { styling?(set.columns[$0], $1) } }
    return result
  }

  /// One record: a name and its value on each line.
  static func record(
    _ members: [JSONValue.Member],
    headings: [String: String] = [:],
    styling: Answer.Styling?,
    usesColor: Bool
  ) -> String {
    let names = members.map { Cell.visible(headings[$0.name] ?? $0.name) }
    let width = names.map(DisplayWidth.of).max() ?? 0
    var result = ""
    for (name, member) in zip(names, members) {
      let text = Cell.shown(member.value)
      let padding = String(repeating: " ", count: width - DisplayWidth.of(name))
      let style = usesColor && !text.isEmpty ? styling?(member.name, text) : nil
      let shownName = usesColor ? TextStyle.header.apply(to: name) : name
      result += trimmed(shownName + padding + gap + (style?.apply(to: text) ?? text)) + "\n"
    }
    return result
  }

  private static func isNumberOrAbsent(_ value: JSONValue?) -> Bool {
    switch value {
    case nil, .null, .integer, .number: true
    case .bool, .string, .array, .object: false
    }
  }

  private static func trimmed(_ line: String) -> String {
    guard line.utf8.last == UInt8(ascii: " ") else { return line }
    return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
  }
}
