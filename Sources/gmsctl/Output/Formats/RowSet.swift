internal import GMSCore

/// The rows of an answer under their columns.
struct RowSet {
  /// The column of elements that are not objects.
  static let valueColumn = "value"

  /// The columns, in their order.
  let columns: [String]
  /// What stands above each column: its own name, or the heading that the answer gives it.
  let headings: [String]
  /// The values of each row, one for each column; nil where the row lacks the field.
  let rows: [[JSONValue?]]

  /// Rows from elements: columns are the declared fields that some row has or that nobody can tell, then the
  /// others in the order in which they first occur; with a selection only its fields.
  ///
  /// - Throws: `unknownField` when the selection names a field that neither is declared nor occurs.
  init(_ elements: [JSONValue], of answer: Answer, selection: FieldSelection?) throws(UsageError) {
    let known = Self.fields(of: elements, declared: answer.fields)
    try selection?.check(against: known)
    let columns = selection?.names ?? known
    self.columns = columns
    headings = columns.map { answer.headings[$0] ?? $0 }
    rows = elements.map { element in
      guard case .object(let members) = element else {
        return columns.map { $0 == Self.valueColumn ? element : nil }
      }
      return columns.map { column in members.first { $0.name == column }?.value }
    }
  }

  /// The declared fields, and after them those that occur.
  static func fields(of elements: [JSONValue], declared: [String]) -> [String] {
    var names = declared
    var seen = Set(declared)
    for element in elements {
      guard case .object(let members) = element else {
        if seen.insert(valueColumn).inserted { names.append(valueColumn) }
        continue
      }
      for member in members where seen.insert(member.name).inserted { names.append(member.name) }
    }
    return names
  }
}
