#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// What the storage keeps under one id: values by key, until a time.
///
/// An item is there while ``created`` ≤ now < ``expires``. Times are kept in whole milliseconds.
public struct StorageItem: Hashable, Identifiable, Sendable {
  /// The name that the storage gave it.
  public let id: ServiceID
  /// The running service whose data this is; nil for data that was put by itself.
  public let instance: String?
  /// When it was put.
  public let created: Date
  /// When it ends; at this instant it is gone.
  public private(set) var expires: Date
  /// The values by key.
  public private(set) var values: [String: StorageValue]

  /// The seconds that data is kept for when the time to live that was asked for cannot be.
  public static let defaultTimeToLive = 30

  /// The times to live that can be asked for, in seconds.
  ///
  /// GMS documents that one must be above 0, and no upper bound; ours is the largest number of 32 bits.
  public static let timesToLive = 1...2_147_483_647

  /// How many bytes the JSON of one item may have, so that any store can keep it.
  public static let longestBody = 8 << 20

  /// An item whose data begins to be kept.
  ///
  /// - Parameters:
  ///   - id: the name, which nobody has yet.
  ///   - instance: the running service whose data it is.
  ///   - created: when it is put.
  ///   - expires: when it ends.
  ///   - values: the values by key.
  /// - Throws: `CoreError` with code `malformedStorageKey` or `storageTooLarge`.
  public init(
    id: ServiceID,
    instance: String? = nil,
    created: Date,
    expires: Date,
    values: [String: StorageValue]
  ) throws(CoreError) {
    self.id = id
    self.instance = instance
    self.created = Date(millisecondsSince1970: created.millisecondsSince1970)
    self.expires = Date(millisecondsSince1970: expires.millisecondsSince1970)
    self.values = [:]
    try set(values)
  }

  /// The time to live that a request's text asks for, in seconds.
  ///
  /// - Returns: the number, or 30 for text that is no whole number of ``timesToLive``; nothing is refused here,
  ///   as GMS does not refuse it.
  public static func timeToLive(_ text: String) -> Int {
    guard text.utf8.allSatisfy({ $0 &- 0x30 <= 9 }), let seconds = Int(text), timesToLive.contains(seconds)
    else {
      return defaultTimeToLive
    }
    return seconds
  }

  /// Whether the item is gone.
  public func isExpired(at now: Date) -> Bool {
    now.millisecondsSince1970 >= expires.millisecondsSince1970
  }

  /// Sets values; others stay.
  ///
  /// - Throws: `CoreError` with code `malformedStorageKey` or `storageTooLarge`; nothing is changed then.
  public mutating func set(_ changes: [String: StorageValue]) throws(CoreError) {
    for key in changes.keys.sorted() where !StorageItem.isKey(key) {
      throw CoreError(.malformedStorageKey, ["value": key])
    }
    let before = values
    values.merge(changes) { $1 }
    let size = JSONWriter.compact(json).utf8.count
    guard size <= StorageItem.longestBody else {
      values = before
      throw CoreError(
        .storageTooLarge,
        [
          .init("id", .string(id.text)), .init("value", .integer(Int64(size))),
          .init("maximum", .integer(Int64(StorageItem.longestBody))),
        ]
      )
    }
  }

  /// Takes a value away.
  ///
  /// - Throws: `CoreError` with code `unknownStorageKey`.
  public mutating func remove(_ key: String) throws(CoreError) {
    guard values.removeValue(forKey: key) != nil else { throw unknown(key) }
  }

  /// Counts the time to live anew from an instant.
  public mutating func renew(at now: Date, for seconds: Int) {
    precondition(seconds > 0, "A time to live is above zero, but \(seconds) was given.")
    expires = now.ending(after: seconds)
  }

  /// The value of a key.
  ///
  /// - Throws: `CoreError` with code `unknownStorageKey`, the nearest key and all keys.
  public func value(_ key: String) throws(CoreError) -> StorageValue {
    guard let value = values[key] else { throw unknown(key) }
    return value
  }

  /// The values as one object, keys in order of their bytes: `{"latitude":"48.8583","photo":{"base64":"…"}}`.
  public var answer: JSONValue {
    .object(
      values.sorted { ByteOrder.precedes($0.key, $1.key) }.map { JSONValue.Member($0.key, $0.value.json) }
    )
  }

  /// Whether text can be a key: it stands in addresses, so it holds no slash.
  static func isKey(_ text: String) -> Bool {
    (1...200).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy { $0 != "/" && $0.properties.generalCategory != .control }
  }

  private func unknown(_ key: String) -> CoreError {
    let keys = values.keys.sorted(by: ByteOrder.precedes)
    var facts: [JSONValue.Member] = [.init("id", .string(id.text)), .init("key", .string(key))]
    if let nearest = NearestName.find(key, in: keys) { facts.append(.init("suggestion", .string(nearest))) }
    let shown = keys.prefix(20).map { Quotation.clip($0) } + (keys.count > 20 ? ["…"] : [])
    facts.append(.init("accepted", .string(shown.joined(separator: ", "))))
    return CoreError(.unknownStorageKey, facts)
  }
}
