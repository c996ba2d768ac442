import GMSCore

/// A small company that the tests of services begin from.
enum Fixture {
  static let configuration = Configuration(
    services: [
      "Federal USA Holidays": [
        "_type": "builtin", "_service": "office-hours", "_holiday1": "12-25", "_holiday2": "07-04",
      ],
      "New York": [
        "_type": "builtin", "_service": "office-hours", "_timezone": "America/New_York",
        "_bh_regular1": "Mon-Fri 9:00-17:30", "_import_rules1": "Federal USA Holidays",
      ],
      "Places": [
        "_type": "built-in", "_service": "capacity", "_timezone": "America/New_York",
        "_capacity_1": #"{"1":{"0900":5,"1000":7}}"#,
      ],
      "Scheduled": [
        "_type": "ors", "_service": "callback", "_business_hours_service": "New York",
        "_capacity_service": "Places", "_exceptions": "blocked",
      ],
    ],
    resources: [
      "DNIS": ResourceGroup(
        numbers: ["6504663204", "6504663205"],
        options: ["strategy": "local", "booking_expiration_timeout": "30"]
      )
    ],
    patterns: ["blocked": ["premium": "\\+1900.*"]]
  )

  /// The configuration with further options in one service; a nil value takes one away.
  static func setting(_ service: String, _ changes: [String: String?]) -> Configuration {
    var configuration = configuration
    for (option, value) in changes { configuration.services[service, default: [:]][option] = value }
    return configuration
  }
}
