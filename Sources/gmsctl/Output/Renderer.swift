internal import GMSCore

/// Turns answers into text.
package struct Renderer: Sendable {
  /// What an answer looks like.
  package struct Rendered: Hashable, Sendable {
    /// What goes to stdout; each line ends with a newline.
    package let text: String
    /// What goes to stderr, without a newline.
    package let note: String?
  }

  /// How answers are written.
  package let format: OutputFormat
  /// The fields that were asked for.
  package let selection: FieldSelection?
  /// Whether headers and states are coloured.
  package let usesColor: Bool

  /// A renderer from its settings.
  package init(format: OutputFormat, selection: FieldSelection? = nil, usesColor: Bool = false) {
    self.format = format
    self.selection = selection
    self.usesColor = usesColor
  }

  /// Whether JSON text can be written as it stands: as `json` or `jsonl`, with all fields.
  package var takesReadyText: Bool {
    switch format {
    case .json, .jsonl: selection == nil
    case .table, .csv: false
    }
  }

  /// The text of an answer.
  ///
  /// - Throws: `unknownField` when a field was asked for that the answer does not have.
  package func render(_ answer: Answer) throws(UsageError) -> Rendered {
    if !answer.headings.isEmpty, let selection {
      let resolved = try selection.resolving(answer.headings)
      return try Renderer(format: format, selection: resolved, usesColor: usesColor).write(answer)
    }
    return try write(answer)
  }

  /// The text of an answer, whose fields are selected by their own names.
  private func write(_ answer: Answer) throws(UsageError) -> Rendered {
    switch format {
    case .json: return try json(answer)
    case .jsonl: return try jsonLines(answer)
    case .csv: return try csv(answer)
    case .table: return try table(answer)
    }
  }

  // MARK: Formats

  private func json(_ answer: Answer) throws(UsageError) -> Rendered {
    var value = answer.value
    if let selection {
      try selection.check(against: knownFields(answer))
      switch (answer.rows, value) {
      case (.member(let name), .object(let members)):
        value = .object(
          members.map { $0.name == name ? JSONValue.Member(name, select($0.value, selection)) : $0 }
        )
      case (.grouped, .object(let members)):
        value = .object(members.map { JSONValue.Member($0.name, select($0.value, selection)) })
      case (.member, _), (.value, _), (.grouped, _): value = select(value, selection)
      // Rows made for a table have fields of their own; the document then is those rows.
      case (.given(let rows), _): value = select(.array(rows), selection)
      }
    }
    return Rendered(text: JSONWriter.compact(value) + "\n", note: nil)
  }

  private func jsonLines(_ answer: Answer) throws(UsageError) -> Rendered {
    try selection?.check(against: knownFields(answer))
    var text = ""
    for element in elements(answer) {
      text += JSONWriter.compact(selection?.select(from: element) ?? element) + "\n"
    }
    return Rendered(text: text, note: nil)
  }

  private func csv(_ answer: Answer) throws(UsageError) -> Rendered {
    let set = try RowSet(elements(answer), of: answer, selection: selection)
    return Rendered(text: CSVText.rows(set), note: nil)
  }

  private func table(_ answer: Answer) throws(UsageError) -> Rendered {
    if let text = answer.text, selection == nil {
      return Rendered(
        text: text.isEmpty || text.hasSuffix("\n") ? text : text + "\n",
        note: text.isEmpty ? answer.emptyNote : nil
      )
    }
    if case .value = answer.rows, case .object(let members) = answer.value {
      try selection?.check(against: knownFields(answer))
      guard case .object(let chosen) = selection?.select(from: answer.value) ?? .object(members) else {
        preconditionFailure("selecting fields of an object answers an object")
      }
      let text = TableText.record(
        chosen,
        headings: answer.headings,
        styling: answer.styling,
        usesColor: usesColor
      )
      return Rendered(text: text, note: chosen.isEmpty ? answer.emptyNote : nil)
    }
    let set = try RowSet(elements(answer), of: answer, selection: selection)
    guard !set.rows.isEmpty else { return Rendered(text: "", note: answer.emptyNote) }
    return Rendered(
      text: TableText.rows(set, styling: answer.styling, usesColor: usesColor),
      note: nil
    )
  }

  // MARK: Rows

  /// What becomes rows; an object that is no list is one row, null is none.
  private func elements(_ answer: Answer) -> [JSONValue] {
    func elements(of value: JSONValue?) -> [JSONValue] {
      switch value {
      case nil, .null: []
      case .array(let elements): elements
      case .some(let value): [value]
      }
    }
    switch answer.rows {
    case .value: return elements(of: answer.value)
    case .given(let rows), .grouped(let rows): return rows
    case .member(let name):
      guard case .object(let members) = answer.value else { return elements(of: answer.value) }
      return elements(of: members.first { $0.name == name }?.value)
    }
  }

  private func knownFields(_ answer: Answer) -> [String] {
    RowSet.fields(of: elements(answer), declared: answer.fields)
  }

  private func select(_ value: JSONValue, _ selection: FieldSelection) -> JSONValue {
    guard case .array(let elements) = value else { return selection.select(from: value) }
    return .array(elements.map(selection.select))
  }
}
