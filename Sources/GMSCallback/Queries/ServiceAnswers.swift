import GMSCore

/// Makes the answers about records of several services, each with the keys that its service returns.
struct ServiceAnswers {
  private let engine: CallbackEngine
  private let reader: any StoreReader
  private var answers: [String: RecordAnswers] = [:]
  /// Neighbours are mostly of one service, which then need not be looked up.
  private var current: (service: String, answers: RecordAnswers)?
  private var bytes: [UInt8] = []
  private var keys: [String: [String]] = [:]

  init(_ engine: CallbackEngine, _ reader: any StoreReader) {
    self.engine = engine
    self.reader = reader
  }

  /// The answer about a record as JSON text on one line.
  ///
  /// - Throws: `CallbackError` with code `damagedRecord`; `CoreError` about the record's service.
  mutating func text(of record: StoredRecord) throws -> [UInt8] {
    let service = record.keys.service
    if current?.service != service {
      let next = try answers[service] ?? RecordAnswers(keys: engine.returnedKeys(of: service, reader))
      answers[service] = next
      current = (service, next)
    }
    bytes.removeAll(keepingCapacity: true)
    try current?.answers.append(record, to: &bytes)
    return bytes
  }

  /// The properties that a service returns besides those of every record.
  ///
  /// - Throws: `CoreError` about the service.
  mutating func keys(of service: String) throws -> [String] {
    if let known = keys[service] { return known }
    let found = try engine.returnedKeys(of: service, reader)
    keys[service] = found
    return found
  }

  /// Looks at the named services of which there was no callback, too: one may be none of callbacks.
  ///
  /// - Throws: `CoreError` with code `wrongTemplate`.
  func checkOthers(_ services: Set<String>) throws {
    for service in services.sorted() where answers[service] == nil {
      _ = try engine.returnedKeys(of: service, reader)
    }
  }
}
