internal import GMSCallback
internal import GMSCore

/// What commands that use the store have in common.
extension Invocation {
  /// The store that the line names, as it is or, with `--as-of`, as it was.
  ///
  /// - Throws: `CoreError` when there is none or it cannot be read, or that state is no longer kept.
  func store() throws -> FileStore {
    let notices = context.notices
    return try FileStore(opening: context.storePath, asOf: context.asOf) { notices.add($0) }
  }

  /// The engine on the store that the line names, on behalf of the account that it names.
  ///
  /// - Parameter notifications: Who delivers notifications; nil when they wait in the store.
  /// - Returns: The engine.
  /// - Throws: `CoreError` about the store or the account.
  func engine(notifications: (any NotificationTransport)? = nil) throws -> CallbackEngine {
    CallbackEngine(store: try store(), authority: try authority(), notifications: notifications)
  }

  /// What a request is given: the instant that is now, randomness, the command.
  var request: RequestContext {
    RequestContext(
      now: context.now,
      randomness: context.seed.map { .seed(UInt64($0)) } ?? .system,
      command: words.dropFirst().joined(separator: " "),
      isDryRun: context.isDryRun
    )
  }

  /// The pairs of `key=value` arguments as parameters.
  func parameters(_ argument: String = "parameters") throws -> Options {
    var parameters = Options()
    for pair in try keyValues(argument) {
      guard parameters[pair.key] == nil else { throw UsageError(.repeatedKey, value: pair.key) }
      parameters[pair.key] = pair.value
    }
    return parameters
  }

  /// Changes the configuration by a pure function, in one transaction.
  func changeConfiguration(_ change: (Configuration) throws -> Configuration) throws {
    let (before, after) = try engine().changeConfiguration(request, change)
    noteUnknownOptions(in: after, since: before)
  }

  /// Options that a template does not know are kept; whoever sets one is told, for it may be misspelt.
  func noteUnknownOptions(in after: Configuration, since before: Configuration) {
    guard after != before, !context.isQuiet else { return }
    // All at once: each look at one service would begin with a look at all of them.
    for finding in ConfigurationValidator().findings(after) {
      guard after[finding.place.section] != before[finding.place.section] else { continue }
      switch finding.kind {
      case .unknown:
        let place = finding.place.section
        note(place.family == .services ? "\(place.name): \(finding)" : "\(finding)")
      case .used, .usesDefault, .requestParameter, .empty, .ignored, .contradicts, .needs, .standIn,
        .noNumbers,
        .readAs, .overwritable, .needsValue, .missing, .noRole, .sharedName, .noPatterns, .unused,
        .unknownSection,
        .refused:
        continue
      }
    }
  }

  /// Refuses `--fields` that name something a record will not have, before anything is written.
  ///
  /// - Throws: `unknownField`.
  func checkFields(ofRecordsOf service: @autoclosure () throws -> String, _ engine: CallbackEngine) throws {
    guard let selection = context.renderer.selection else { return }
    let columns = try engine.columns(of: [service()])
    try selection.resolving(columns.aliases.headings).check(against: columns.names)
  }

  /// Whether an answer has what records return besides, also where the configuration keeps it out of tables.
  func showsAll(_ columns: CallbackColumns) -> Bool {
    switch context.renderer.format {
    case .json, .jsonl: true
    case .table, .csv: context.renderer.selection != nil || columns.names == columns.shown
    }
  }
}
