import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport

/// A small company for tests: weekday hours in New York, one callback a quarter of an hour, a store in memory.
struct Company {
  let store = MemoryStore()
  let engine: CallbackEngine

  /// Monday 2025-01-06, 09:00 in New York.
  static let monday = instant("2025-01-06T14:00Z")

  init(
    _ options: Options = [:],
    office: Options = ["_bh_regular1": "Mon-Fri 09:00-17:00"],
    submit: @escaping @Sendable (Callback) -> Bool = { _ in true }
  ) throws {
    engine = CallbackEngine(store: store, submit: submit)
    let editor = ServiceEditor()
    var configuration = try editor.create(
      "Office",
      template: "office-hours",
      options: office.overlaid(["_timezone": "America/New_York"]),
      in: Configuration()
    )
    configuration = try editor.create(
      "support",
      template: "callback",
      scenario: "user-terminated-scheduled",
      options: Options([
        "_business_hours_service": "Office", "_request_time_bucket": "15", "_max_request_by_time_bucket": "1",
        "_target": "Agents@Stat.GA", "_urs_virtual_queue": "VQ",
      ]).overlaid(options),
      in: configuration
    )
    let made = configuration
    try store.write(StoreChange(time: .distantPast, command: "test")) { try $0.setConfiguration(made) }
  }

  func context(_ now: Date, seed: UInt64 = 1, dryRun: Bool = false) -> RequestContext {
    RequestContext(now: now, randomness: .seed(seed), command: "test", isDryRun: dryRun)
  }

  @discardableResult
  func book(_ number: String, at desired: Date?, now: Date, _ parameters: Options = [:]) throws -> Callback {
    try engine.start(
      StartRequest("support", customerNumber: number, at: desired, parameters: parameters),
      context(now)
    )
  }

  /// Everything that the store holds, for comparisons.
  func records() throws -> [StoredRecord] { try store.read { try $0.records(RecordQuery(.callback)) } }

  @discardableResult
  func event(_ name: String, _ parameters: [String: String] = [:], to id: CallbackID, at now: Date) throws
    -> Callback
  {
    try engine.apply(CallbackEvent(name: name, parameters: parameters), to: id.text, context(now)).callback
  }
}

extension Options {
  /// These options with others over them.
  fileprivate func overlaid(_ others: Options) -> Options {
    Options(dictionary.merging(others.dictionary) { $1 })
  }
}

/// An instant some minutes after another.
func + (date: Date, minutes: Minutes) -> Date { date.addingTimeInterval(Double(minutes.count) * 60) }

/// Minutes, for tests.
struct Minutes: ExpressibleByIntegerLiteral {
  let count: Int
  init(integerLiteral value: Int) { count = value }
  init(_ count: Int) { self.count = count }
}
