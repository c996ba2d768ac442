internal import GMSCalendar
package import GMSCore

/// The fields of `--fields a,b,c`, in their order.
package struct FieldSelection: Hashable, Sendable {
  /// The names, each once.
  package let names: [String]

  /// The names in a list with commas; blanks around them do not count.
  ///
  /// - Throws: `malformedFields` for an empty or repeated name.
  package init(parsing text: String) throws(UsageError) {
    var names: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      if name.isEmpty {
        throw UsageError(.malformedFields, value: text, detail: "write names with commas between them")
      }
      if names.contains(name) {
        throw UsageError(.malformedFields, value: text, detail: "it names '\(name)' twice")
      }
      names.append(name)
    }
    self.names = names
  }

  private init(_ names: [String]) { self.names = names }

  /// The selection with fields in place of the headings under which they are shown.
  ///
  /// - Throws: `malformedFields` for a field that is named both ways.
  package func resolving(_ headings: [String: String]) throws(UsageError) -> FieldSelection {
    guard !headings.isEmpty else { return self }
    var found: [String] = []
    for name in names {
      let field = headings.first { $0.value == name }?.key ?? name
      guard !found.contains(field) else {
        throw UsageError(
          .malformedFields,
          value: names.joined(separator: ","),
          detail: "it names '\(field)' twice, once as '\(headings[field] ?? name)'"
        )
      }
      found.append(field)
    }
    return FieldSelection(found)
  }

  /// Refuses a name that is not among the known ones; where none is known, nothing can be said.
  package func check(against known: [String]) throws(UsageError) {
    guard !known.isEmpty else { return }
    for name in names where !known.contains(name) {
      throw UsageError(
        .unknownField,
        value: name,
        suggestion: NearestName.find(name, in: known),
        detail: "there are \(known.joined(separator: ", "))"
      )
    }
  }

  /// The chosen members of an object in the chosen order; any other value as it is.
  ///
  /// What it lacks stays absent.
  package func select(from value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object(names.compactMap { name in members.first { $0.name == name } })
  }
}
