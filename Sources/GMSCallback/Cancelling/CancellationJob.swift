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
  ///   - isNamed: Whether it stands in the way when it is COMPLETED.
  mutating func cancel(_ record: StoredRecord, isNamed: Bool) throws {
    if isNamed, record.keys.state == CallbackState.Name.completed.rawValue {
      completed.append(record.id)
      return
    }
    // What is refused in the end need not be done first.
    if isRefused { return }
    var callback = try Callback(stored: record)
    let state = callback.state.name
    guard state != .completed else {
      entries.append(CancelledCallback(callback, from: state, .alreadyCompleted))
      return
    }
    let policy = try engine.policy(of: callback, writer)
    let transitions = try steps.apply(event, to: &callback, at: steps.context.now, policy: policy)
    entries.append(
      CancelledCallback(callback, from: state, .cancelled, actions: transitions.flatMap(\.actions))
    )
  }

  /// Notes an id that no callback has.
  ///
  /// - Parameters:
  ///   - id: The id.
  ///   - isNamed: Whether it stands in the way.
  mutating func leaveOut(_ id: String, isNamed: Bool = false) {
    if isNamed { unknown.append(id) } else { entries.append(CancelledCallback(unknown: id)) }
  }

  /// What was done.
  ///
  /// - Throws: `CallbackError` with code `cannotCancelAll` when something stands in the way.
  func report() throws(CallbackError) -> CancellationReport {
    guard isRefused else { return CancellationReport(entries) }
    func names(_ ids: [String]) -> JSONValue {
      .array(ids.prefix(CancellationJob.named).map(JSONValue.string))
    }
    throw CallbackError(
      .cannotCancelAll,
      [
        .init("unknown", names(unknown)), .init("unknownCount", .integer(Int64(unknown.count))),
        .init("completed", names(completed)), .init("completedCount", .integer(Int64(completed.count))),
      ]
    )
  }

  private var isRefused: Bool { !unknown.isEmpty || !completed.isEmpty }
}
