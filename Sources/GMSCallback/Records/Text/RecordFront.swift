#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// What stands in a record's text before its properties: the part that is answered, and a few numbers.
///
/// Read in the order in which it is written, or in that of version 1 of stores.
struct RecordFront {
  let id: RecordCursor.Quoted
  let service: RecordCursor.Quoted
  let state: CallbackState.Name
  /// There when the state is COMPLETED, and then not empty.
  let reason: RecordCursor.Quoted?
  /// The customer's number; nil where only the properties can have one.
  let number: RecordCursor.Quoted?
  /// Milliseconds since 1970.
  let desired: Int64
  let created: Int64
  let requested: Int64
  let timeToLive: Int
  let priority: Int
  /// Where the answered part ends: at the comma after it.
  let answerEnd: Int
  /// Whether it would be written as it is read, and what is derived is right.
  let isCanonical: Bool

  /// Takes a record's text up to the comma before its properties; nil where it has another form, or is wrong.
  init?(_ cursor: inout RecordCursor) {
    guard cursor.take(#"{"_id":"#), let id = cursor.quoted(), id.isPlain,
      ServiceID.isWellFormed(cursor.slice(id.range)),
      let head = Head(&cursor, id: id),
      !head.service.isEmpty, head.reason.map({ !$0.isEmpty }) ?? true,
      (head.reason == nil) == (head.state != .completed)
    else { return nil }
    answerEnd = cursor.position

    guard cursor.take(#","created":"#), let created = cursor.time() else { return nil }
    var isCanonical = head.isWritten
    var requested = head.desired
    if cursor.take(#","requested":"#) {
      guard let time = cursor.time() else { return nil }
      requested = time
      if time == head.desired { isCanonical = false }
    }
    guard cursor.take(#","ttl":"#), let timeToLive = cursor.integer(),
      (0...CallbackStateMachine.longestLife).contains(timeToLive)
    else { return nil }
    var priority = 0
    if cursor.take(#","priority":"#) {
      guard let number = cursor.integer() else { return nil }
      priority = number
      if number == 0 { isCanonical = false }
    }
    let latest = Date.endOfSeconds * 1000 - 1
    if head.expiration != min(head.desired + Int64(timeToLive) * 1000, latest) { isCanonical = false }

    self.id = id
    service = head.service
    state = head.state
    reason = head.reason
    number = head.number
    desired = head.desired
    self.created = created
    self.requested = requested
    self.timeToLive = timeToLive
    self.priority = priority
    self.isCanonical = isCanonical
  }

  /// The members that are answered, after the id.
  private struct Head {
    var desired: Int64
    var service: RecordCursor.Quoted
    var state: CallbackState.Name
    var expiration: Int64
    var number: RecordCursor.Quoted?
    var reason: RecordCursor.Quoted?
    /// Whether it is in today's form, with the right address.
    var isWritten: Bool

    /// Takes the members in either order.
    init?(_ cursor: inout RecordCursor, id: RecordCursor.Quoted) {
      // The second member decides, so that nothing of one order is read on in the other.
      let isToday = cursor.take(#","_desired_time":"#)
      guard let head = isToday ? Head.written(&cursor, id) : Head.ofVersion1(&cursor) else { return nil }
      self = head
    }

    private init(
      desired: Int64,
      service: RecordCursor.Quoted,
      state: CallbackState.Name,
      expiration: Int64,
      number: RecordCursor.Quoted?,
      reason: RecordCursor.Quoted?,
      isWritten: Bool
    ) {
      self.desired = desired
      self.service = service
      self.state = state
      self.expiration = expiration
      self.number = number
      self.reason = reason
      self.isWritten = isWritten
    }

    /// Takes the members after `_desired_time` in the order in which they are written.
    private static func written(_ cursor: inout RecordCursor, _ id: RecordCursor.Quoted) -> Head? {
      guard let desired = cursor.time(),
        cursor.take(#","_service_name":"#), let service = cursor.quoted(),
        cursor.take(#","_callback_state":"#), let state = cursor.state(),
        cursor.take(#","_expiration_time":"#), let expiration = cursor.time(),
        cursor.take(#","_customer_number":"#), let number = cursor.quoted(),
        cursor.take(#","_url":"#), let url = cursor.quoted()
      else { return nil }
      var reason: RecordCursor.Quoted?
      if cursor.take(#","_callback_reason":"#) {
        guard let quoted = cursor.quoted() else { return nil }
        reason = quoted
      }
      return Head(
        desired: desired,
        service: service,
        state: state,
        expiration: expiration,
        number: number,
        reason: reason,
        isWritten: RecordAddress.isAddress(url, service: service, id: id, cursor)
      )
    }

    /// Takes the members in the order of version 1, which had fewer of them.
    private static func ofVersion1(_ cursor: inout RecordCursor) -> Head? {
      guard cursor.take(#","_service_name":"#), let service = cursor.quoted(),
        cursor.take(#","_callback_state":"#), let state = cursor.state()
      else { return nil }
      var reason: RecordCursor.Quoted?
      if cursor.take(#","_callback_reason":"#) {
        guard let quoted = cursor.quoted() else { return nil }
        reason = quoted
      }
      guard cursor.take(#","_desired_time":"#), let desired = cursor.time(),
        cursor.take(#","_expiration_time":"#), let expiration = cursor.time()
      else { return nil }
      return Head(
        desired: desired,
        service: service,
        state: state,
        expiration: expiration,
        number: nil,
        reason: reason,
        isWritten: false
      )
    }
  }
}
