public import GMSCalendar
public import GMSCore

/// The slots that a callback service can still take, in order of time; closed times never appear.
public struct Availability: Hashable, Sendable {
  /// The length of the slots.
  public let bucket: TimeBucket
  /// The zone that local times were asked for in; nil for none.
  public let timeZone: ZoneRules?
  /// The slots; full ones only when they were asked for.
  public let slots: [AvailableSlot]

  /// GMS's version 2 of the answer.
  ///
  ///     {"durationMin":5,"timezone":"America/New_York","slots":[
  ///       {"utcTime":"…Z","localTime":"…","capacity":9,"total":10}]}
  ///
  /// `capacity` is what remains; `timezone` and `localTime` stand only when a zone was asked for.
  public var json: JSONValue {
    var members = [JSONValue.Member("durationMin", .integer(Int64(bucket.minutes)))]
    if let timeZone { members.append(JSONValue.Member("timezone", .string(timeZone.name))) }
    let slots = slots.map { available -> JSONValue in
      var slot = [JSONValue.Member("utcTime", .string(InstantText.print(available.slot.start)))]
      if let timeZone {
        slot.append(
          JSONValue.Member("localTime", .string(InstantText.print(available.slot.start, in: timeZone)))
        )
      }
      slot.append(JSONValue.Member("capacity", .integer(Int64(available.remaining))))
      slot.append(JSONValue.Member("total", .integer(Int64(available.slot.total))))
      return .object(slot)
    }
    members.append(JSONValue.Member("slots", .array(slots)))
    return .object(members)
  }

  /// GMS's version 1 of the answer: the start of each slot with what remains of it.
  ///
  ///     {"2013-05-28T15:30:00.000Z":10}
  public var jsonVersion1: JSONValue {
    .object(
      slots.map {
        JSONValue.Member(InstantText.print($0.slot.start), .integer(Int64($0.remaining)))
      }
    )
  }
}
