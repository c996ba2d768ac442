import GMSCore

/// The services of the permissions page, and a third that no group has.
enum CallCentre {
  static let support = "callback-support"
  static let friday = "callback-blackfriday-support"
  static let sales = "callback-sales"

  static let configuration = Configuration(
    services: [
      support: service(groups: "support"),
      friday: service(groups: "seasonal , support"),
      sales: service(groups: nil),
      "Office": ["_type": "builtin", "_service": "office-hours", "_bh_regular1": "Mon-Fri 09:00-17:00"],
    ]
  )

  static func service(groups: String?) -> Options {
    var options: Options = [
      "_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED",
    ]
    options[ServiceGroups.option] = groups
    return options
  }

  /// The configuration with one account.
  static func with(_ account: String, _ options: Options) -> Configuration {
    var configuration = configuration
    configuration.accounts[account] = options
    return configuration
  }

  /// What an account with these options may do.
  static func permissions(_ options: Options) throws -> Permissions {
    try Permissions(of: "kate", in: with("kate", options))
  }
}
