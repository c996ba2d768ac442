import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// A company whose office never closes and whose slots never fill, so that tests of limits meet nothing else.
///
/// Its services `support` and `sales` have the same options.
struct LimitCompany {
  let store: any Store
  let engine: CallbackEngine

  /// Monday 2025-01-06, 14:00 in UTC.
  static let monday = instant("2025-01-06T14:00Z")

  init(_ options: Options = [:], section: Options = [:], on store: any Store = MemoryStore()) throws {
    self.store = store
    engine = CallbackEngine(store: store)
    let editor = ServiceEditor()
    var configuration = Configuration(
      options: section.isEmpty ? [:] : ["callback": section],
      resources: ["DNIS": ResourceGroup(numbers: ["6504663204"], options: ["strategy": "local"])],
      patterns: ["blocked": ["premium": #"\+1900.*"#, "staff": #"\+.*4711"#]]
    )
    configuration = try editor.create(
      "Office",
      template: "office-hours",
      options: ["_bh_regular1": "Mon-Sun 00:00-24:00"],
      in: configuration
    )
    let merged = LimitCompany.options.dictionary.merging(options.dictionary) { $1 }.filter {
      !$0.value.isEmpty
    }
    for name in ["support", "sales"] {
      configuration = try editor.create(
        name,
        template: "callback",
        scenario: "user-terminated-scheduled",
        options: Options(merged),
        in: configuration
      )
    }
    let made = configuration
    try store.write(StoreChange(time: .distantPast, command: "test")) { try $0.setConfiguration(made) }
  }

  private static let options: Options = [
    "_business_hours_service": "Office", "_request_time_bucket": "15", "_max_request_by_time_bucket": "1000",
    "_target": "Agents@Stat.GA",
  ]

  /// Sets options of the service `support`.
  func set(_ options: Options) throws {
    try engine.changeConfiguration(context(LimitCompany.monday)) {
      try ServiceEditor().set(options, of: "support", in: $0)
    }
  }

  /// Writes options of the service `support` that no editor would let through.
  func force(_ options: Options) throws {
    try store.write(StoreChange(time: .distantPast, command: "test")) { writer in
      var configuration = try writer.configuration()
      for (name, value) in options.sorted { configuration.services["support"]?[name] = value }
      try writer.setConfiguration(configuration)
    }
  }

  func context(_ now: Date, seed: UInt64 = 1, dryRun: Bool = false) -> RequestContext {
    RequestContext(now: now, randomness: .seed(seed), command: "test", isDryRun: dryRun)
  }

  @discardableResult
  func start(
    _ number: String?,
    at desired: Date? = nil,
    now: Date = LimitCompany.monday,
    _ parameters: Options = [:],
    service: String = "support"
  ) throws -> Callback {
    try engine.start(
      StartRequest(service, customerNumber: number, at: desired, parameters: parameters),
      context(now)
    )
  }

  /// Everything that the store holds, the configuration too, for comparisons.
  func contents() throws -> Contents {
    try store.read { reader in
      Contents(
        sequence: reader.sequence,
        configuration: try reader.configuration(),
        records: try [.callback, .booking, .instance, .storage, .node].flatMap {
          try reader.records(RecordQuery($0))
        }
      )
    }
  }

  struct Contents: Equatable {
    let sequence: Int
    let configuration: Configuration
    let records: [StoredRecord]
  }

  /// The error of a request that is refused, after which nothing may have changed; nil for one that is taken.
  func refusal(_ body: () throws -> Callback) throws -> CallbackError? {
    let before = try contents()
    do {
      _ = try body()
      return nil
    } catch let error as CallbackError {
      #expect(try contents() == before, "a refused request changes nothing")
      return error
    }
  }
}
