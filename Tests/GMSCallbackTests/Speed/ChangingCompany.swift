import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import Testing

/// A company whose administrator changes everything that a callback service is made of.
enum ChangingCompany {
  /// Monday 2025-01-06, 09:00 in New York.
  static let monday = Company.monday

  static let configuration = Configuration(
    services: [
      "Rules": [
        "_type": "builtin", "_service": "office-hours", "_timezone": "UTC", "_holiday1": "2025-01-08",
      ],
      "Office": [
        "_type": "builtin", "_service": "office-hours", "_timezone": "America/New_York",
        "_bh_regular1": "Mon-Fri 09:00-17:00", "_import_rules1": "Rules",
      ],
      "Places": [
        "_type": "builtin", "_service": "capacity", "_timezone": "America/New_York",
        "_capacity_1": #"{"1":{"0900":2,"1000":1},"2":{"0900":1}}"#,
      ],
      "support": [
        "_type": "ors", "_service": "callback", "_business_hours_service": "Office",
        "_request_time_bucket": "15", "_max_request_by_time_bucket": "1", "_target": "Agents@Stat.GA",
        "_exceptions": "blocked",
      ],
    ],
    patterns: ["blocked": ["staff": #"\+.*4711"#], "all": ["all": ".*"]]
  )

  /// One thing that can be set or, with nil, taken away.
  struct Change: CustomTestStringConvertible, Sendable {
    let service: String
    let option: String
    let value: String?
    var testDescription: String { "\(service)/\(option)=\(value ?? "nothing")" }

    func apply(to configuration: Configuration) -> Configuration {
      var changed = configuration
      if service == "[pattern.blocked]" {
        changed.patterns["blocked", default: [:]][option] = value
      } else if service == "callback" {
        changed.options["callback", default: [:]][option] = value
      } else {
        changed.services[service, default: [:]][option] = value
      }
      return changed
    }
  }

  static let changes: [Change] =
    [
      ("support", "_max_request_by_time_bucket", ["1", "2", "0", nil]),
      ("support", "_capacity_service", ["Places", nil, "Nowhere"]),
      ("support", "_request_time_bucket", ["5", "15", "60", "7"]),
      ("support", "_business_hours_service", ["Office", "Rules", nil]),
      ("support", "_ttl", ["60", "86400", "x", "$life$"]),
      ("support", "_enable_in_queue_checking", ["true", "strict", "false"]),
      ("support", "_mandatory_customer_lookup_keys", ["lob", nil]),
      ("support", "_throttle_callbacks_per_service_1", ["3", "500"]),
      ("support", "_enable_reject_out_of_office_hours", ["true", "false"]),
      ("support", "_wait_for_agent", ["true", "false"]),
      ("support", "_exceptions", ["blocked", "all", "none", nil]),
      ("[pattern.blocked]", "staff", [#"\+.*4711"#, #"\+650555.*"#, "(", nil]),
      ("[pattern.blocked]", "more", [#"\+650555017"#, nil]),
      ("support", "_service", ["callback", "nothing"]),
      ("Office", "_bh_regular1", ["Mon-Fri 09:00-17:00", "Mon-Tue 10:00-12:00", "Sun", nil]),
      ("Office", "_timezone", ["America/New_York", "Europe/London", "Nowhere/City"]),
      ("Office", "_import_rules1", ["Rules", nil, "Gone"]),
      ("Rules", "_holiday1", ["2025-01-06", "2025-01-07", nil]),
      ("Places", "_capacity_1", [#"{"1":{"0900":2,"1000":1}}"#, #"{"1":{"0900":0}}"#, "{"]),
      ("callback", "_paused_services_list", ["support", "other", nil]),
      ("callback", "max_queued_callbacks_per_service", ["1", "1000", nil]),
      ("callback", "returned-keys", ["lob", nil]),
    ].flatMap { service, option, values in
      values.map { Change(service: service, option: option, value: $0) }
    }

  /// What everybody sees of the service: its slots of two days, whether requests are taken, how records live.
  static func view(_ engine: CallbackEngine) -> [String] {
    [
      told {
        let request = AvailabilityRequest(start: monday, days: 2, reportsBusy: true)
        return try engine.availability(of: "support", request, now: monday).slots.map(\.description)
      },
      told { try nameless(engine.start(request(at: monday.addingTimeInterval(3_600)), trial)) },
      told { try nameless(engine.start(request(at: nil), trial)) },
      told { try engine.returnedKeys(of: "support") },
      told { try engine.request("Office", [:], context(monday)).body },
    ]
  }

  private static let trial = context(monday, dryRun: true)

  /// The text of a record without its name, which tells how many transactions the store has seen.
  private static func nameless(_ callback: Callback) -> String {
    callback.stored.body.replacing(callback.id.text, with: "")
  }

  static func request(at desired: Date?, number: Int = 7, lob: String? = nil) -> StartRequest {
    var parameters: Options = ["life": "300"]
    parameters["lob"] = lob
    return StartRequest("support", customerNumber: "65055501\(number)", at: desired, parameters: parameters)
  }

  static func context(_ now: Date, seed: UInt64 = 1, dryRun: Bool = false) -> RequestContext {
    RequestContext(now: now, randomness: .seed(seed), command: "test", isDryRun: dryRun)
  }

  /// An answer, or the error's whole sentence.
  static func told<Answer>(_ body: () throws -> Answer) -> String {
    do {
      return "\(try body())"
    } catch {
      return "refused: \(error)"
    }
  }
}

extension AvailableSlot {
  fileprivate var description: String { "\(slot.start) \(slot.end) \(slot.total) \(remaining)" }
}
