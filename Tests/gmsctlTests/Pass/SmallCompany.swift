/// The configuration that the tests of the pass begin with.
enum SmallCompany {
  /// One office in New York, a branch that imports its rules, a capacity, and a scheduled callback service.
  ///
  /// Mondays take 1 callback in each five minutes from 9 to 10, and 3 from 10 to 11.
  static let configuration = #"""
    {
      "services": {
        "Branch": {"_type": "builtin", "_service": "office-hours", "_timezone": "Europe/Amsterdam",
          "_import_rules1": "Office"},
        "Capacity": {"_type": "builtin", "_service": "capacity", "_timezone": "America/New_York",
          "_capacity_1": "{\"1\":{\"0900\":1,\"1000\":3}}"},
        "Office": {"_type": "builtin", "_service": "office-hours", "_timezone": "America/New_York",
          "_bh_regular1": "Mon-Fri 09:00-17:30", "_holiday1": "07-04"},
        "support": {"_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED",
          "_media_type": "voice", "_wait_for_agent": "true", "_business_hours_service": "Office",
          "_capacity_service": "Capacity"}
      }
    }
    """#

  /// A store of it in which one callback is booked at 2025-01-06T14:30:00Z, and the callback's id.
  static func booked() throws -> (harness: CommandLineHarness, id: String) {
    let harness = try CommandLineHarness(configuration: configuration)
    let record = try harness.answer(
      "callback start support --number 5115 --at 2025-01-06T14:30:00Z --seed 1 -o jsonl --fields _id"
    )
    return (harness, String(record.dropFirst(8).prefix(38)))
  }
}
