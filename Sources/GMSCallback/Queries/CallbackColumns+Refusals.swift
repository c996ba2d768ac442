import GMSCalendar
import GMSCore

extension CallbackColumns {
  /// A column that there is not.
  static func unknown(_ column: String, among columns: CallbackColumns) -> CallbackError {
    var facts = [JSONValue.Member("value", .string(column))]
    let known = columns.names + columns.names.compactMap { columns.aliases.headings[$0] }
    if let nearest = NearestName.find(column, in: known) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    facts.append(.init("accepted", .array(columns.names.map { .string(columns.aliases.heading(of: $0)) })))
    return CallbackError(.unknownColumn, facts)
  }
}
