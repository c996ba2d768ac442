/// Abbreviations that people write for time zones, each with the zone that is most likely meant.
///
/// An abbreviation names an offset, not a place: `CST` is Chicago, Shanghai or Havana, and `EST` keeps no
/// daylight time. The database refuses them and says what to use, even where a file of that name exists.
enum ZoneAbbreviations {
  /// The zone to use instead of the abbreviation, in any case; nil when `name` is not one.
  static func zone(for name: String) -> String? {
    guard name.utf8.count <= 7 else { return nil }
    return zones[name.uppercased()]
  }

  private static let zones: [String: String] = {
    var zones: [String: String] = [:]
    for (zone, abbreviations) in byZone {
      for abbreviation in abbreviations.split(separator: " ") { zones[String(abbreviation)] = zone }
    }
    return zones
  }()

  private static let byZone: [(zone: String, abbreviations: String)] = [
    ("Africa/Johannesburg", "SAST"),
    ("Africa/Lagos", "WAT WAST"),
    ("Africa/Maputo", "CAT"),
    ("Africa/Nairobi", "EAT"),
    ("America/Adak", "HDT"),
    ("America/Anchorage", "AKST AKDT"),
    ("America/Argentina/Buenos_Aires", "ART"),
    ("America/Bogota", "COT"),
    ("America/Caracas", "VET"),
    ("America/Chicago", "CST CDT CT CST6CDT"),
    ("America/Denver", "MST MDT MT MST7MDT"),
    ("America/Halifax", "AST ADT AST4ADT"),
    ("America/La_Paz", "BOT"),
    ("America/Lima", "PET"),
    ("America/Los_Angeles", "PST PDT PT PST8PDT"),
    ("America/Montevideo", "UYT"),
    ("America/New_York", "EST EDT ET EST5EDT"),
    ("America/Santiago", "CLT CLST"),
    ("America/Sao_Paulo", "BRT BRST"),
    ("America/St_Johns", "NST NDT"),
    ("Asia/Bangkok", "ICT"),
    ("Asia/Dhaka", "BDT"),
    ("Asia/Dubai", "GST"),
    ("Asia/Hong_Kong", "HKT"),
    ("Asia/Jakarta", "WIB"),
    ("Asia/Jayapura", "WIT"),
    ("Asia/Jerusalem", "IDT"),
    ("Asia/Kabul", "AFT"),
    ("Asia/Karachi", "PKT"),
    ("Asia/Kathmandu", "NPT"),
    ("Asia/Kolkata", "IST"),
    ("Asia/Makassar", "WITA"),
    ("Asia/Manila", "PHT PHST"),
    ("Asia/Seoul", "KST KDT"),
    ("Asia/Singapore", "SGT"),
    ("Asia/Tehran", "IRST IRDT"),
    ("Asia/Tokyo", "JST JDT"),
    ("Asia/Yangon", "MMT"),
    ("Australia/Adelaide", "ACST ACDT"),
    ("Australia/Perth", "AWST AWDT"),
    ("Australia/Sydney", "AEST AEDT AET"),
    ("Europe/Athens", "EET EEST"),
    ("Europe/Istanbul", "TRT"),
    ("Europe/Lisbon", "WET WEST"),
    ("Europe/London", "BST"),
    ("Europe/Moscow", "MSK MSD"),
    ("Europe/Paris", "CET CEST MET MEST"),
    ("Pacific/Auckland", "NZST NZDT"),
    ("Pacific/Guam", "CHST"),
    ("Pacific/Honolulu", "HST"),
    ("Pacific/Pago_Pago", "SST"),
  ]
}
