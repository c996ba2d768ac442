import GMSCore

// Answers as JSON text: what `answer(keys:)` says with the keys that the record's service returns. It is made
// without decoding where the record has the usual form and no condition on properties is asked.
extension CallbackEngine {
  /// The answer about one callback, as the bytes of JSON text on one line.
  ///
  /// - Throws: `CallbackError` with code `unknownCallback` or `damagedRecord`.
  package func answerText(_ id: String) throws -> [UInt8] {
    try store.read { reader in
      let record = try record(id, for: .view, reader)
      var answers = RecordAnswers(keys: try returnedKeys(of: record.keys.service, reader))
      var bytes: [UInt8] = []
      try answers.append(record, to: &bytes)
      return bytes
    }
  }

  /// Runs `visit` on the answer about each callback that a filter selects, by desired time, then by id.
  ///
  /// This is the way to send many callbacks to somebody who reads JSON: where the filter has no condition on
  /// properties, records are not decoded, and the store need not hold all of them at once.
  ///
  /// - Parameters:
  ///   - filter: Which callbacks are asked for.
  ///   - visit: Takes the service of the callback, and the answer as the bytes of JSON text on one line.
  /// - Throws: as ``callbacks(_:)``, and what `visit` throws.
  public func forEachAnswer(
    _ filter: CallbackFilter,
    _ visit: (_ service: String, _ answer: [UInt8]) throws -> Void
  ) throws {
    try store.read { reader in
      var answers = ServiceAnswers(self, reader)
      try forEachRecord(filter, reader) { record, _ in
        try visit(record.keys.service, answers.text(of: record))
      }
      try answers.checkOthers(filter.services)
    }
  }
}
