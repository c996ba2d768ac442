#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

/// The notifications that wait, as one transaction of a store sees them.
///
/// The attempts of one callback's notifications of one standing never come before those made earlier: what is made
/// while another waits to be tried again is tried after it.
struct Outbox {
  let reader: any StoreReader

  /// How many records are taken away before the next are looked for.
  private static let portion = 1_000

  init(_ reader: any StoreReader) { self.reader = reader }

  /// Keeps a new notification, behind those that wait already.
  ///
  /// - Complexity: O(m log n) for the m that wait of its callback.
  func add(_ notification: CallbackNotification, _ writer: any StoreWriter) throws {
    var notification = notification
    if notification.address != nil {
      let ahead = try records(of: notification.callback, [notification.standing.rawValue])
      if let last = ahead.map(\.keys.time).max() { notification.wait(until: last) }
    }
    try writer.put(notification.stored)
  }

  /// What waits of a callback, in its order.
  func waiting(of callback: CallbackID, _ standings: Set<String>) throws -> [CallbackNotification] {
    try records(of: callback, standings).map(CallbackNotification.init(stored:)).sorted(by: Outbox.precedes)
  }

  /// How much waits of a callback.
  func count(of callback: CallbackID, _ standings: Set<String>) throws -> Int {
    try reader.count(RecordQuery(.notification, states: standings, customer: callback.text))
  }

  /// Takes away what waits of a callback.
  func removeAll(of callback: CallbackID, _ standings: Set<String>, _ writer: any StoreWriter) throws {
    for record in try records(of: callback, standings) { try writer.remove(.notification, record.id) }
  }

  /// Takes away what has waited for too long.
  ///
  /// - Returns: How many went.
  func sweep(at now: Date, _ writer: any StoreWriter) throws -> Int {
    var count = 0
    while true {
      let over = try writer.records(
        RecordQuery(.notification, dueBy: now, order: .due, limit: Outbox.portion)
      )
      for record in over { try writer.remove(.notification, record.id) }
      count += over.count
      if over.count < Outbox.portion { return count }
    }
  }

  /// When something will have waited for too long; nil when nothing waits.
  func nextExpiry() throws -> Date? {
    try reader.records(RecordQuery(.notification, order: .due, limit: 1)).first?.keys.due
  }

  /// When something is to be delivered; nil when nothing waits for that.
  func nextAttempt() throws -> Date? {
    try reader.records(
      RecordQuery(.notification, states: CallbackNotification.Standing.delivered, limit: 1)
    ).first?.keys.time
  }

  private func records(of callback: CallbackID, _ standings: Set<String>) throws -> [StoredRecord] {
    try reader.records(RecordQuery(.notification, states: standings, customer: callback.text))
  }

  /// The order in which one callback's notifications are told.
  static func precedes(_ lhs: CallbackNotification, _ rhs: CallbackNotification) -> Bool {
    lhs.order == rhs.order ? (lhs.created, lhs.id) < (rhs.created, rhs.id) : lhs.order < rhs.order
  }
}
