#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// What the global options and the environment say, and the streams: everything that a command takes from
/// outside its own line.
package struct GlobalContext {
  /// What a process gives a command, and a test in its place.
  package struct Surroundings {
    /// The environment variables.
    package var environment: [String: String]
    /// The streams.
    package var console: Console
    /// What time it is; asked once for a line, and not at all when the time is given.
    package var clock: @Sendable () -> Date
    /// How times are read.
    package var readInstant: InstantReading.Reader

    /// Surroundings from their parts.
    package init(
      environment: [String: String],
      console: Console,
      clock: @escaping @Sendable () -> Date = { Date() },
      readInstant: @escaping InstantReading.Reader = InstantReading.shipped
    ) {
      self.environment = environment
      self.console = console
      self.clock = clock
      self.readInstant = readInstant
    }
  }

  /// The directory of the store: `--store`, else `GMSCTL_STORE`, else `./gms-store`.
  package let storePath: String
  /// The instant taken as now: `--now`, else `GMSCTL_NOW`, else the clock.
  package let now: Date
  /// Whether `now` was given, so that time does not move by itself.
  package let nowIsGiven: Bool
  /// The account on whose behalf the line acts: `--as`, else `GMSCTL_ACCOUNT`; nil for the administrator.
  package let account: String?
  /// The instant whose state of the store is read, `--as-of`; nil for the state that is there.
  package let asOf: Date?
  /// The seed of randomness and ids; nil for the system's own.
  package let seed: Int?
  /// Whether nothing may be written.
  package let isDryRun: Bool
  /// Whether nobody is to be asked.
  package let assumesYes: Bool
  /// Whether notes are left out.
  package let isQuiet: Bool
  /// How answers are written.
  package let renderer: Renderer
  /// What the process gives.
  package let surroundings: Surroundings
  /// What the store puts right by itself.
  package let notices = NoticeBox()

  /// The streams.
  package var console: Console { surroundings.console }

  /// What the line and its surroundings say.
  ///
  /// - Throws: `UsageError` for a malformed time, list of fields or seed, or an account without a name.
  package init(_ values: ParsedValues, _ surroundings: Surroundings) throws {
    let environment = surroundings.environment
    self.surroundings = surroundings
    storePath = values.text(GlobalOptions.store.name) ?? environment[.store] ?? "./gms-store"
    let zone = values.text(CommandOption.timeZone.name) ?? "UTC"
    if let text = values.text(GlobalOptions.now.name) {
      now = try InstantReading.read(
        text,
        zone: zone,
        place: GlobalOptions.now.longForm,
        with: surroundings.readInstant
      )
      nowIsGiven = true
    } else if let text = environment[.now] {
      now = try InstantReading.read(
        text,
        zone: zone,
        place: "$\(EnvironmentVariable.now.rawValue)",
        with: surroundings.readInstant
      )
      nowIsGiven = true
    } else {
      now = surroundings.clock()
      nowIsGiven = false
    }
    account = values.text(GlobalOptions.account.name) ?? environment[.account]
    // `--as "$UNSET"` must not make an administrator of anybody.
    if account?.isEmpty ?? false {
      throw UsageError(
        .missingValue,
        value: GlobalOptions.account.longForm,
        detail: "it got an empty one"
      )
    }
    asOf = try values.text(GlobalOptions.asOf.name).map { text in
      try InstantReading.read(
        text,
        zone: zone,
        place: GlobalOptions.asOf.longForm,
        with: surroundings.readInstant
      )
    }
    seed = values.text(GlobalOptions.seed.name).flatMap { Int($0) }
    isDryRun = values.flags.contains(GlobalOptions.dryRun.name)
    assumesYes = values.flags.contains(GlobalOptions.yes.name)
    isQuiet = values.flags.contains(GlobalOptions.quiet.name)
    let fields = values.text(GlobalOptions.fields.name)
    let selection: FieldSelection? = if let fields { try FieldSelection(parsing: fields) } else { nil }
    renderer = Renderer(
      format: values.format,
      selection: selection,
      usesColor: !values.flags.contains(GlobalOptions.noColor.name) && environment[.noColor] == nil
        && environment[.terminal] != "dumb" && surroundings.console.outputIsTerminal
    )
  }
}
