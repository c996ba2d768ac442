#if canImport(Darwin)
  import Foundation

  // Apple's systems may hide their zone files from a sandboxed program; Foundation knows the zones there.
  extension ZoneRules {
    /// The rules of a zone that Foundation knows; nil when it knows none of that name.
    ///
    /// Offsets are probed every three days from 1850 to 2110, and the changes found to the second. The last
    /// offset stays afterwards, since Foundation does not tell the rule; two changes within three days that
    /// cancel each other are not seen.
    convenience init?(foundation name: String) {
      guard ZoneName.isUsual(name), TimeZone.knownTimeZoneIdentifiers.contains(name),
        let zone = TimeZone(identifier: name)
      else { return nil }
      func offset(at second: Int64) -> Int { zone.secondsFromGMT(for: Date(secondsSince1970: second)) }

      let step: Int64 = 3 * 86_400
      var second: Int64 = -3_786_825_600
      let firstOffset = offset(at: second)
      var last = firstOffset
      var changes: [OffsetChange] = []
      while second < 4_417_977_600 {
        let next = offset(at: second + step)
        if next != last {
          var before = second
          var after = second + step
          while after - before > 1 {
            let middle = (before + after) / 2
            if offset(at: middle) == last { before = middle } else { after = middle }
          }
          changes.append(OffsetChange(second: after, offset: offset(at: after)))
          last = offset(at: after)
          second = after
        } else {
          second += step
        }
      }
      self.init(name: name, firstOffset: firstOffset, changes: changes, rule: nil)
    }

    /// The names of the zones that Foundation knows, sorted.
    static func foundationNames() -> [String] {
      TimeZone.knownTimeZoneIdentifiers
        .filter { ZoneName.isUsual($0) && ZoneAbbreviations.zone(for: $0) == nil }
        .sorted()
    }
  }
#endif
