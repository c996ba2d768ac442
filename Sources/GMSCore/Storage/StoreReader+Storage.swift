#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// Finding stored data and running instances, for everything that runs inside a transaction.
extension StoreReader {
  /// The stored data of an id.
  ///
  /// - Throws: `CoreError` with code `unknownStorage`, with `expired` for data that is over and not swept yet.
  func storageItem(_ id: String, at now: Date) throws -> StorageItem {
    guard let record = try record(.storage, id) else { throw CoreError(.unknownStorage, ["id": id]) }
    let item = try StorageItem(stored: record)
    guard !item.isExpired(at: now) else {
      throw CoreError(.unknownStorage, ["id": id, "expired": InstantText.print(item.expires)])
    }
    return item
  }

  /// The stored data of an id; nil when there is none, or it is over.
  func storageItem(_ id: String, ifKeptAt now: Date) throws -> StorageItem? {
    guard let record = try record(.storage, id) else { return nil }
    let item = try StorageItem(stored: record)
    return item.isExpired(at: now) ? nil : item
  }

  /// The running instance of an id; nil when there is none, or it is over.
  func instance(_ id: String, ifRunningAt now: Date) throws -> ServiceInstance? {
    guard let record = try record(.instance, id) else { return nil }
    let instance = try ServiceInstance(stored: record)
    return instance.isExpired(at: now) ? nil : instance
  }

  /// The running instance of an id.
  ///
  /// - Throws: `CoreError` with code `unknownInstance`, with `expired` for one that is over and not swept yet.
  func instance(_ id: String, at now: Date) throws -> ServiceInstance {
    guard let record = try record(.instance, id) else { throw CoreError(.unknownInstance, ["id": id]) }
    let instance = try ServiceInstance(stored: record)
    guard !instance.isExpired(at: now) else {
      throw CoreError(.unknownInstance, ["id": id, "expired": InstantText.print(instance.expires)])
    }
    return instance
  }
}
