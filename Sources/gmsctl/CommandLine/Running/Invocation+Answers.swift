package import GMSCore

/// What a command tells: its data, and notes beside it.
extension Invocation {
  /// Writes an answer in the format of the line.
  ///
  /// - Throws: `unknownField` when `--fields` names one that the answer does not have.
  package func answer(_ answer: Answer) throws(UsageError) {
    var answer = answer
    if answer.fields.isEmpty { answer.fields = command.fields }
    let rendered = try context.renderer.render(answer)
    context.console.write(rendered.text)
    if let note = rendered.note { self.note(note) }
  }

  /// Writes a value that needs no further description.
  package func answer(_ value: JSONValue) throws(UsageError) {
    try answer(Answer(value))
  }

  /// Writes one line to stderr, unless `--quiet`.
  package func note(_ line: String) {
    if !context.isQuiet { context.console.writeError(line) }
  }
}
