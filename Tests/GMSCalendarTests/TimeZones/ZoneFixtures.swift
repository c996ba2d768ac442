import Foundation
import GMSCalendar
import Testing

/// The zones that tests look at most closely, and how they read them.
enum ZoneFixtures {
  /// The machine's zones, from the same directory that the oracles use.
  static let database = ZoneDatabase.system

  /// Whether this machine has zone files; a `TZDIR` without any counts as none.
  static let hasDatabase =
    database.directory != nil && (try? database.rules(named: "America/New_York")) != nil

  /// Zones with something odd: seconds, half hours, whole days, midnight, pauses in Ramadan, negative
  /// daylight time, no rule, many rules.
  static let oddNames = [
    "Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Juba", "Africa/Monrovia",
    "Africa/Tripoli",
    "Africa/Windhoek", "America/Adak", "America/Anchorage", "America/Argentina/San_Luis", "America/Asuncion",
    "America/Bahia_Banderas", "America/Boise", "America/Cancun", "America/Caracas", "America/Danmarkshavn",
    "America/Godthab", "America/Goose_Bay", "America/Grand_Turk", "America/Guatemala", "America/Havana",
    "America/Indiana/Knox", "America/Indiana/Petersburg", "America/Juneau", "America/Kentucky/Monticello",
    "America/Managua", "America/Metlakatla", "America/Mexico_City", "America/Montevideo", "America/New_York",
    "America/Noronha", "America/North_Dakota/Beulah", "America/Resolute", "America/Santiago",
    "America/Sao_Paulo", "America/Scoresbysund", "America/Sitka", "America/St_Johns", "America/Whitehorse",
    "Antarctica/Casey", "Antarctica/Macquarie", "Antarctica/Troll", "Antarctica/Vostok", "Asia/Amman",
    "Asia/Colombo", "Asia/Dhaka", "Asia/Famagusta", "Asia/Gaza", "Asia/Hebron", "Asia/Jerusalem",
    "Asia/Kathmandu", "Asia/Kolkata", "Asia/Manila", "Asia/Pyongyang", "Asia/Tehran", "Asia/Ulaanbaatar",
    "Atlantic/Azores", "Australia/Lord_Howe", "Australia/Sydney", "Europe/Amsterdam", "Europe/Dublin",
    "Europe/Istanbul", "Europe/Lisbon", "Europe/London", "Europe/Moscow", "Europe/Paris", "Europe/Volgograd",
    "Pacific/Apia", "Pacific/Auckland", "Pacific/Bougainville", "Pacific/Chatham", "Pacific/Easter",
    "Pacific/Fiji", "Pacific/Guam", "Pacific/Kiritimati", "Pacific/Kwajalein", "Pacific/Norfolk",
    "Pacific/Pitcairn", "Pacific/Tongatapu",
  ]

  /// The odd zones that the machine's database has; editions differ in a few names.
  static var oddZones: [ZoneRules] { get throws { try oddNames.filter(database.names.contains).map(rules) } }

  /// The rules of a zone of the machine.
  static func rules(_ name: String) throws -> ZoneRules { try database.rules(named: name) }

  /// The bytes of a zone file of the machine.
  static func bytes(_ name: String) throws -> [UInt8] {
    let directory = try #require(database.directory)
    return [UInt8](try Data(contentsOf: URL(filePath: "\(directory)/\(name)")))
  }

  /// Seconds since 1970 of a date and time written as RFC 3339, or in local seconds without a zone.
  static func second(_ text: String) throws -> Int64 { try InstantText.read(text).secondsSince1970 }
}
