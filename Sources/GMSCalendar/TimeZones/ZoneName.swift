/// What may be asked for as the name of a zone file, before any file is touched.
enum ZoneName {
  /// Zones that need no file: the same offset for ever, in every database.
  static let universal: Set<String> = ["UTC", "GMT", "Etc/UTC", "Etc/GMT"]

  /// Refuses text that would not be a path inside of the zone directory, with code `malformedZoneName`.
  ///
  /// Refused are the empty text, more than 255 bytes, control characters and NUL, a path from the root, and
  /// the parts `.`, `..` and nothing (`America//New_York`).
  static func check(_ name: String) throws(CalendarError) {
    let bytes = name.utf8
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard bytes.count <= 255,
      !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }),
      !parts.contains(where: { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) })
    else { throw CalendarError(.malformedZoneName, value: name) }
  }

  /// Whether the database's own names look like this; other files of the directory are no zones for us.
  ///
  /// The first part begins with a capital, as all regions do, which leaves out `posix/` and `right/` (other
  /// editions of the same zones), `localtime` and `posixrules` (a machine's own choice) and the tables. There
  /// are only ASCII letters, digits, `_`, `+` and `-`. `Factory` is the zone of a machine that has none.
  static func isUsual(_ name: String) -> Bool {
    guard let first = name.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
      return false
    }
    return name != "Factory" && name.utf8.allSatisfy(isUsual)
  }

  /// The name that was most likely meant by one that does not exist.
  static func suggestion(for name: String, in names: [String]) -> String? {
    for prefix in ["posix/", "right/"] where name.hasPrefix(prefix) {
      let rest = String(name.dropFirst(prefix.count))
      return names.contains(rest) ? rest : suggestion(for: rest, in: names)
    }
    // Zones of a fixed offset count westwards: whoever writes GMT+2 means Etc/GMT-2.
    for prefix in ["UTC", "GMT"] where name.uppercased().hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      guard let sign = rest.first, "+-".contains(sign), let hours = Int(rest.dropFirst()), hours > 0 else {
        continue
      }
      let inverted = "Etc/GMT\(sign == "+" ? "-" : "+")\(hours)"
      return names.contains(inverted) ? inverted : nil
    }
    return NearestName.find(String(name.map { $0 == " " ? "_" : $0 }), in: names)
  }

  private static func isUsual(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"): true
    default: false
    }
  }
}
