/// How answers are written.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// Columns for a person.
  case table
  /// One compact document on one line.
  case json
  /// One line for each element of an array.
  case jsonl
  /// RFC 4180.
  case csv

  /// Whether errors are JSON objects too.
  package var writesJSONErrors: Bool {
    switch self {
    case .json, .jsonl: true
    case .table, .csv: false
    }
  }
}
