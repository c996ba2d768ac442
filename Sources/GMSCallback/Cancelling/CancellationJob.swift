import GMSCore

/// Cancels callbacks one by one inside a transaction, and gathers what stands in the way.
struct CancellationJob {
  /// How many ids a refusal names of those that stand in the way.
  static let named = 10

  private let engine: CallbackEngine
  private let writer: any StoreWriter
  private let steps: CallbackSteps
  private let event: CallbackEvent
  private var entries: [CancelledCallback] = []
  private var unknown: [String] = []
  private var completed: [String] = []
  private var notCancellable: [String] = []

  init(engine: CallbackEngine, note: String?, context: RequestContext, writer: any StoreWriter) {
    self.engine = engine
    self.writer = writer
    steps = engine.steps(context, writer)
    event = .cancelledByAdministrator(note: note.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// Cancels the callback of a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - isNamed: Whether it stands in the way when it cannot be cancelled.
  /// - Throws: `CallbackError` with code `damagedRecord`; errors of the store.
  mutating func cancel(_ record: StoredRecord, isNamed: Bool) throws {
    var callback = try Callback(stored: record)
    let state = callback.state.name
    if state == .completed {
      if isNamed { completed.append(record.id) }
      entries.append(CancelledCallback(callback, from: state, .alreadyCompleted))
      return
    }
    let policy = try engine.policy(of: callback, writer)
    do {
      let transitions = try steps.apply(event, to: &callback, at: steps.context.now, policy: policy)
      entries.append(
        CancelledCallback(callback, from: state, .cancelled, actions: transitions.flatMap(\.actions))
      )
    } catch let error as CallbackError where error.code == .wrongState {
      // The state machine alone knows which states these are; it left everything as it was.
      if isNamed { notCancellable.append(record.id) }
      entries.append(CancelledCallback(callback, from: state, .notCancellable))
    }
  }

  /// Notes an id that no callback has.
  ///
  /// - Parameters:
  ///   - id: The id.
  ///   - isNamed: Whether it stands in the way.
  mutating func leaveOut(_ id: String, isNamed: Bool = false) {
    if isNamed { unknown.append(id) }
    entries.append(CancelledCallback(unknown: id))
  }

  /// What was done.
  ///
  /// - Throws: `CallbackError` with code `cannotCancelAll` when something stands in the way.
  func report() throws(CallbackError) -> CancellationReport {
    guard !unknown.isEmpty || !completed.isEmpty || !notCancellable.isEmpty else {
      return CancellationReport(entries)
    }
    var facts: [JSONValue.Member] = []
    for (name, ids) in [("unknown", unknown), ("completed", completed), ("notCancellable", notCancellable)] {
      facts.append(.init(name, .array(ids.prefix(CancellationJob.named).map(JSONValue.string))))
      facts.append(.init("\(name)Count", .integer(Int64(ids.count))))
    }
    throw CallbackError(.cannotCancelAll, facts)
  }
}
