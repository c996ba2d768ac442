#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// What a request to a service made: a running instance of the service, until its time to live ends.
///
/// An instance is there while ``created`` ≤ now < ``expires``; from then on every question is answered as if it
/// had never been, and ``ExpiredRecords`` takes the record away. Times are kept in whole milliseconds.
public struct ServiceInstance: Hashable, Identifiable, Sendable {
  /// How far an instance has come.
  public enum State: String, CaseIterable, Sendable {
    /// It waits for what it was made for, such as a call.
    case active = "ACTIVE"
    /// A call was matched to it; it stays until its time to live ends.
    case matched = "MATCHED"
  }

  /// The name: `<node number>-<uuid>`, or a UUID alone for what GMS names so, such as a chat session.
  public let id: String
  /// The name of the configured service.
  public let service: String
  /// The number of the node that made it.
  public let node: Int
  /// When it was made.
  public let created: Date
  /// When it ends; at this instant it is over.
  public let expires: Date
  /// The phone of the one who asked, as it was typed; nil when it was not given.
  public var phoneNumber: String?
  /// Where its data is in the storage; nil when it has none.
  public var dataID: ServiceID?
  /// How far it has come.
  public var state: State
  /// The access numbers that were booked for it and may still be, so that they can be freed when it ends.
  public var bookings: [AccessBookingID]

  /// The longest time to live in seconds, a hundred years, so that its end can be written.
  package static let longestLife = 3_155_760_000

  /// A new instance.
  ///
  /// - Parameters:
  ///   - id: the name, which nobody has yet.
  ///   - service: the name of the configured service.
  ///   - node: the number of the node.
  ///   - created: when it is made.
  ///   - timeToLive: for how many seconds; more than a hundred years count as that, and the year 9999 ends all.
  ///   - phoneNumber: the phone of the one who asks.
  ///   - dataID: where its data is.
  /// - Precondition: `id` has one of its two forms, `service` is not empty, `timeToLive` is not negative.
  public init(
    id: String,
    service: String,
    node: Int,
    created: Date,
    timeToLive: Int,
    phoneNumber: String? = nil,
    dataID: ServiceID? = nil
  ) {
    precondition(timeToLive >= 0, "A time to live is not negative, but \(timeToLive) was given.")
    self.init(
      id: id,
      service: service,
      node: node,
      created: created,
      expires: created.ending(after: min(timeToLive, ServiceInstance.longestLife)),
      phoneNumber: phoneNumber,
      dataID: dataID,
      state: .active,
      bookings: []
    )
  }

  init(
    id: String,
    service: String,
    node: Int,
    created: Date,
    expires: Date,
    phoneNumber: String?,
    dataID: ServiceID?,
    state: State,
    bookings: [AccessBookingID]
  ) {
    precondition(ServiceInstance.isName(id), "'\(id)' is not the name of an instance.")
    precondition(!service.isEmpty, "An instance belongs to a service.")
    self.id = id
    self.service = service
    self.node = node
    self.created = Date(millisecondsSince1970: created.millisecondsSince1970)
    self.expires = Date(millisecondsSince1970: expires.millisecondsSince1970)
    self.phoneNumber = phoneNumber
    self.dataID = dataID
    self.state = state
    self.bookings = bookings
  }

  /// Whether the instance is over.
  public func isExpired(at now: Date) -> Bool {
    now.millisecondsSince1970 >= expires.millisecondsSince1970
  }

  /// Whether text can name an instance.
  static func isName(_ text: String) -> Bool { ServiceID.isWellFormed(text) || UUIDText.isWellFormed(text) }
}

extension Date {
  /// The instant so many seconds later, in whole milliseconds; the end of the year 9999 when that lies beyond.
  func ending(after seconds: Int) -> Date {
    let last = Date.endOfSeconds * 1000 - 1
    return Date(millisecondsSince1970: min(last, millisecondsSince1970 + Int64(seconds) * 1000))
  }
}
