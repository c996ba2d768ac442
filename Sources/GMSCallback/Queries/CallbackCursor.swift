#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar
import GMSCore

/// A place in a list of callbacks, which is ordered by desired time, then by the bytes of the id.
///
/// A page that begins after a cursor is the same whatever was added or taken away before it: the cursor names
/// no record that would have to be there, and counts nothing. Only a callback that is moved to another time
/// between two pages can be seen twice, or not at all.
///
/// The text of a cursor is `<desired time>/<id>`, such as
/// `2026-11-21T09:00:00.000Z/1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10`.
public struct CallbackCursor: Hashable, Sendable {
  /// The desired time of the callback before the place, in whole milliseconds.
  public let desired: Date
  /// The id of the callback before the place.
  public let id: CallbackID

  /// The place behind a callback.
  public init(after callback: Callback) { self.init(desired: callback.desired, id: callback.id) }

  /// The place behind a callback of that desired time and id, which need not be there.
  public init(desired: Date, id: CallbackID) {
    self.desired = desired.onMillisecond
    self.id = id
  }

  /// The place behind a record.
  init(_ record: StoredRecord) {
    self.init(desired: record.keys.time, id: CallbackID(unchecked: record.id))
  }

  /// Reads the text of a cursor; the time may be written in any form of RFC 3339.
  ///
  /// - Throws: `CallbackError` with code `malformedCursor`.
  public init(_ text: String) throws(CallbackError) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let desired = try? InstantText.read(parts[0]),
      let id = try? CallbackID(String(parts[1]))
    else {
      throw CallbackError(
        .malformedCursor,
        ["value": text, "expected": "the desired time and the id of a callback with '/' between them"]
      )
    }
    self.init(desired: desired, id: id)
  }
}

extension CallbackCursor: Comparable {
  /// Orders as lists of callbacks are ordered.
  public static func < (lhs: CallbackCursor, rhs: CallbackCursor) -> Bool {
    lhs.desired == rhs.desired ? lhs.id < rhs.id : lhs.desired < rhs.desired
  }
}

extension CallbackCursor: CustomStringConvertible {
  /// The text that ``init(_:)`` reads.
  public var description: String { "\(InstantText.print(desired))/\(id.text)" }
}
