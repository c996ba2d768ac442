internal import GMSCalendar
internal import GMSCallback
internal import GMSCore

/// An error as gmsctl tells it: lines for a person, or one JSON object, and the exit code.
package struct ErrorReport: Sendable {
  /// The exit code.
  package let exitCode: ExitCode
  /// The lines for stderr, without newlines.
  package let lines: [String]

  /// The report of any error that a command or the parser threw.
  package init(_ error: any Error, format: OutputFormat) {
    let failure = Self.failure(error)
    exitCode = Self.isUsage(failure) ? .usage : ExitCode(failure.category)
    lines = format.writesJSONErrors ? [JSONWriter.compact(Self.object(failure))] : Self.text(failure)
  }

  /// Whether the command line is what is wrong: a plan of a simulation comes from nowhere else.
  private static func isUsage(_ failure: any GMSFailure) -> Bool {
    failure is UsageError || failure.failureCode == CallbackError.Code.invalidSimulation.rawValue
  }

  /// The error as something that can say what it is.
  private static func failure(_ error: any Error) -> any GMSFailure {
    if let failure = error as? any GMSFailure { return failure }
    if let error = error as? CalendarError {
      return PlainFailure(
        failureCode: error.code.rawValue,
        category: .malformed,
        description: error.description,
        facts: [.init("value", .string(error.value))]
      )
    }
    if let failure = error as? OutputFailure {
      let reason = if case .failed(let reason) = failure { reason } else { "nobody reads it" }
      return PlainFailure(
        failureCode: "output-unwritable",
        category: .unusableStore,
        description: "cannot write the output: \(reason)",
        facts: [.init("reason", .string(reason))]
      )
    }
    return PlainFailure(
      failureCode: "unexpected-error",
      category: .refused,
      description: String(describing: error),
      facts: []
    )
  }

  /// The members that every error has, then its facts; a fact never takes the place of one of those.
  private static func object(_ failure: any GMSFailure) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("error", .string(failure.failureCode)),
      .init("exception", .string(failure.exceptionName)),
      .init("code", .integer(Int64(failure.status))),
      .init("phrase", .string(failure.phrase)),
      .init("message", .string(failure.description)),
    ]
    var names = Set(members.map(\.name))
    for fact in failure.facts where names.insert(fact.name).inserted { members.append(fact) }
    return .object(members)
  }

  // MARK: Lines for a person

  private static func text(_ failure: any GMSFailure) -> [String] {
    ["gmsctl: \(Cell.visible(failure.description))"] + hints(failure).map { "  \(Cell.visible($0))" }
  }

  /// What may help beside the sentence.
  private static func hints(_ failure: any GMSFailure) -> [String] {
    if let error = failure as? UsageError {
      if let usage = error.usage { return ["usage: \(usage)"] }
      if error.code == .unknownCommand { return ["'\(help(error.path))' lists the commands"] }
      return []
    }
    if failure.failureCode == CoreError.Code.storeMissing.rawValue {
      return ["'gmsctl init' makes a store; '--store DIR' or $GMSCTL_STORE names another one"]
    }
    if failure.failureCode == CoreError.Code.importConflict.rawValue {
      return ["'--replace' lets lines replace what is there"]
    }
    if failure.failureCode == CallbackError.Code.cannotCancelAll.rawValue {
      return ["'--skip-missing' leaves out what cannot be cancelled"]
    }
    return failure.facts.flatMap { fact -> [String] in
      guard fact.name == "availability", case .object(let slots) = fact.value else { return [] }
      return slots.map { "free: \($0.name) (\(Cell.text($0.value)))" }
    }
  }

  private static func help(_ path: [String]) -> String {
    ([path.first ?? "gmsctl", "help"] + path.dropFirst()).joined(separator: " ")
  }
}
