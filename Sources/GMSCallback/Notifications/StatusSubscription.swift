import GMSCalendar
import GMSCore

/// What a request wants to be told, and where, as its parameters say.
///
/// - `_status_notification_events`: GMS's names of the events, with commas between; without it, all.
/// - `_status_notification_target` and `_status_notification_type`: where, for a service that names no target.
///
/// They are checked when a request brings them, and read leniently later: a callback must go on whatever a record says.
struct StatusSubscription {
  static let eventsName = "_status_notification_events"
  static let targetName = "_status_notification_target"
  static let kindName = "_status_notification_type"

  /// The events that are wanted, as they were written; nil for all.
  private let events: [String]?
  /// Where they are told; nil when the request names nobody.
  let target: String?
  /// How they are told; nil when the request does not say.
  let kind: NotificationAddress.Kind?

  /// The subscription that a callback's properties write.
  init(_ properties: [String: String]) {
    events = properties[StatusSubscription.eventsName].flatMap(StatusSubscription.names)
    target = properties[StatusSubscription.targetName].flatMap { $0.isEmpty ? nil : $0 }
    kind = properties[StatusSubscription.kindName].flatMap(NotificationAddress.Kind.init).flatMap {
      $0 == .device ? nil : $0
    }
  }

  /// Whether an event is wanted.
  func wants(_ status: CallbackStatusEvent) -> Bool { events?.contains(status.rawValue) ?? true }

  /// Refuses parameters of a request that name no event, or no way to tell of one.
  ///
  /// - Throws: `CallbackError` with code `invalidParameter`, with the nearest known word.
  static func check(_ parameters: Options) throws(CallbackError) {
    let known = CallbackStatusEvent.all.map(\.rawValue)
    if let text = parameters[eventsName], let names = names(text) {
      for name in names where !known.contains(name) {
        throw refusal(
          eventsName,
          name,
          expected: "names of events with commas between, such as \(known[0])",
          known
        )
      }
    }
    let kinds = [NotificationAddress.Kind.http, .orchestration].map(\.rawValue)
    if let text = parameters[kindName], !text.isEmpty, !kinds.contains(text) {
      throw refusal(kindName, text, expected: kinds.joined(separator: " or "), kinds)
    }
  }

  private static func refusal(
    _ parameter: String,
    _ value: String,
    expected: String,
    _ known: [String]
  ) -> CallbackError {
    var facts: [JSONValue.Member] = [
      .init("parameter", .string(parameter)), .init("value", .string(value)),
      .init("expected", .string(expected)),
    ]
    if let near = NearestName.find(value, in: known) { facts.append(.init("suggestion", .string(near))) }
    return CallbackError(.invalidParameter, facts)
  }

  /// The names of a list; nil for an empty text, which is no list.
  private static func names(_ text: String) -> [String]? {
    if text.isEmpty { return nil }
    return text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let start = part.drop { $0 == " " }
      return String(start.lastIndex { $0 != " " }.map { start[...$0] } ?? "")
    }
  }
}
