import Foundation
import GMSCore
import gmsctl

/// Three callbacks of two services in a store on disk, with aliases, filter keys and saved ranges.
enum QueryCompany {
  static let configuration = #"""
    {
      "options": {"callback": {
        "filter-keys": "lob", "returned-keys": "lob,vip",
        "callback_column_alias": "{\"lob\":\"Line Of Business\"}",
        "custom-date-ranges": "{\"Today\":{\"start\":0,\"end\":0}}"}},
      "services": {
        "Office": {"_type": "builtin", "_service": "office-hours", "_timezone": "America/New_York",
          "_bh_regular1": "Mon-Sun 00:00-24:00"},
        "sales": {"_type": "ors", "_service": "callback", "_business_hours_service": "Office"},
        "support": {"_type": "ors", "_service": "callback", "_business_hours_service": "Office"}
      },
      "accounts": {"kate": {"roles": "Supervisor", "services": "sales"}}
    }
    """#

  /// The store, and the ids of its callbacks by desired time.
  static func make(_ configuration: String = configuration) throws -> (
    harness: CommandLineHarness, ids: [String]
  ) {
    let harness = try CommandLineHarness(configuration: configuration)
    var ids: [String] = []
    for (number, (service, line)) in [
      ("support", "--number '+1 650 466 3204' --at 2025-01-06T15:00:00Z lob=sales vip=yes"),
      ("sales", "--number 5116 --at 2025-01-06T16:00:00Z 'lob==1+1'"),
      ("support", "--number 5117 --at 2025-01-08T15:00:00Z lob=service"),
    ].enumerated() {
      let record = try harness.answer(
        "callback start \(service) \(line) --seed \(number + 1) -o jsonl --fields _id"
      )
      ids.append(String(record.dropFirst(8).prefix(38)))
    }
    return (harness, ids)
  }
}
