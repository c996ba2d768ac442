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
      var answers: [String: RecordAnswers] = [:]
      // Neighbours are mostly of one service, which then need not be looked up.
      var current: (service: String, answers: RecordAnswers)?
      var bytes: [UInt8] = []
      try forEachRecord(filter, reader) { record, _ in
        let service = record.keys.service
        if current?.service != service {
          let next = try answers[service] ?? RecordAnswers(keys: returnedKeys(of: service, reader))
          answers[service] = next
          current = (service, next)
        }
        bytes.removeAll(keepingCapacity: true)
        try current?.answers.append(record, to: &bytes)
        try visit(service, bytes)
      }
      // A named service without callbacks is looked at all the same: it may be none of callbacks.
      for service in filter.services.sorted() where answers[service] == nil {
        _ = try returnedKeys(of: service, reader)
      }
    }
  }
}
