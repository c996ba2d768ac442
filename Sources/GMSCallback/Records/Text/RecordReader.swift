#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// Reads a record from its text in the form in which records are written, or were in version 1 of stores.
///
/// What it reads, `Callback(json:)` reads as the same callback. Of anything else, wrong or only unusual, it
/// answers nothing, and says nothing of the reason: that is for `Callback(json:)`, so that each fault has one
/// message.
package struct RecordReader {
  var cursor: RecordCursor
  /// Whether all that was read is what would be written.
  var isCanonical = true

  /// What was read.
  package struct Reading {
    package let callback: Callback
    /// Whether the text is, byte for byte, the one that the callback would be written as.
    package let isCanonical: Bool
  }

  /// Reads a record; nil when its text has another form.
  ///
  /// - Complexity: O(n), in one pass.
  package static func read(_ text: String) -> Reading? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = RecordReader(cursor: RecordCursor(bytes))
      return reader.record().map { Reading(callback: $0, isCanonical: reader.isCanonical) }
    }
  }

  private mutating func record() -> Callback? {
    guard let front = RecordFront(&cursor) else { return nil }
    isCanonical = front.isCanonical
    guard let properties = properties(number: front.number.map(cursor.text) ?? ""),
      cursor.take(#","state":{"#), let state = state(front), cursor.take(UInt8(ascii: "}")),
      let history = history(leadingTo: state.kind), let bookings = bookings(),
      cursor.take(UInt8(ascii: "}")), cursor.isAtEnd
    else { return nil }
    return Callback(
      id: CallbackID(unchecked: cursor.text(front.id)),
      service: cursor.text(front.service),
      created: Date(millisecondsSince1970: front.created),
      requested: Date(millisecondsSince1970: front.requested),
      priority: front.priority,
      properties: properties,
      machine: CallbackStateMachine(
        state: state,
        desired: Date(millisecondsSince1970: front.desired),
        timeToLive: front.timeToLive
      ),
      history: history,
      bookings: bookings
    )
  }

  /// The properties, with the number that stands in the record itself.
  private mutating func properties(number: String) -> [String: String]? {
    guard cursor.take(#","properties":{"#) else { return nil }
    var properties: [String: String] = Dictionary(minimumCapacity: 8)
    var last: String?
    var hasNumber = false
    if !cursor.take(UInt8(ascii: "}")) {
      repeat {
        guard let quotedName = cursor.quoted(), cursor.take(UInt8(ascii: ":")),
          let quotedValue = cursor.quoted()
        else { return nil }
        let name = cursor.text(quotedName)
        let value = cursor.text(quotedValue)
        if name.utf8.first == UInt8(ascii: "_") {
          if Callback.recordKeys.contains(name) { return nil }
          if name == Callback.numberKey {
            hasNumber = true
            if !value.isEmpty || !number.isEmpty { isCanonical = false }
          }
        }
        guard properties.updateValue(value, forKey: name) == nil else { return nil }
        if let last, !ByteOrder.precedes(last, name) { isCanonical = false }
        last = name
      } while cursor.take(UInt8(ascii: ","))
      guard cursor.take(UInt8(ascii: "}")) else { return nil }
    }
    if !number.isEmpty, !hasNumber { properties[Callback.numberKey] = number }
    return properties
  }

  /// The lines of the history, each of which begins where the one before ended.
  private mutating func history(leadingTo kind: CallbackState.Kind) -> [TransitionRecord]? {
    guard cursor.take(#","history":["#) else { return [] }
    var history: [TransitionRecord] = []
    var place: CallbackState.Kind?
    repeat {
      guard let line = transition(), place == nil || line.from == place else { return nil }
      place = line.to
      history.append(line)
    } while cursor.take(UInt8(ascii: ","))
    guard cursor.take(UInt8(ascii: "]")), place == kind else { return nil }
    return history
  }

  /// The bookings of access numbers; none when there is no such member.
  private mutating func bookings() -> [AccessBookingID]? {
    guard cursor.take(#","bookings":["#) else { return [] }
    var bookings: [AccessBookingID] = []
    repeat {
      guard let quoted = cursor.quoted(), quoted.isPlain, let id = try? AccessBookingID(cursor.text(quoted)),
        !bookings.contains(id)
      else { return nil }
      bookings.append(id)
    } while cursor.take(UInt8(ascii: ","))
    return cursor.take(UInt8(ascii: "]")) ? bookings : nil
  }

  // MARK: - Members

  /// Takes a time that must come next.
  mutating func time(_ member: StaticString) -> Date? {
    guard cursor.take(member) else { return nil }
    return cursor.time().map { Date(millisecondsSince1970: $0) }
  }

  /// Takes a text that must come next and not be empty.
  mutating func text(_ member: StaticString) -> String? {
    guard cursor.take(member), let quoted = cursor.quoted(), !quoted.isEmpty else { return nil }
    return cursor.text(quoted)
  }
}
