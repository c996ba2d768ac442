public import GMSCore
import GMSCalendar

extension CallbackAnswer {
  /// The fields of a member of a line, in their order.
  public static let memberFields = [
    "position", "_id", "_service_name", "state", "priority", "enteredAt",
  ]

  /// One callback in line.
  ///
  ///     {"position":1,"_id":"1-…","_service_name":"support","state":"QUEUED/waiting-for-agent","priority":0,
  ///      "enteredAt":"…Z"}
  public static func member(_ member: QueueMember) -> JSONValue {
    let callback = member.callback
    return [
      "position": .integer(Int64(member.position)),
      "_id": .string(callback.id.text),
      "_service_name": .string(callback.service),
      "state": .string(callback.state.kind.rawValue),
      "priority": .integer(Int64(callback.priority)),
      "enteredAt": callback.place.map { .string(InstantText.print($0.enteredAt)) } ?? .null,
    ]
  }

  /// A line, the next to be served first.
  public static func line(_ members: [QueueMember]) -> JSONValue { .array(members.map(member)) }
}
