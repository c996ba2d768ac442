#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The storage of GMS: values by key under an id, for a time.
///
/// It holds no state of its own: each call is one transaction of the store, given `now`, randomness and the node by
/// its ``RequestContext``. A refused call writes nothing.
///
///     let storage = StorageService(store: store)
///     let item = try storage.put(["latitude": .text("48.8583")], timeToLive: "3600", context)
///     try storage.item(item.id.text, context).value("latitude")
public struct StorageService: Sendable {
  /// Where the data is.
  public let store: any Store

  /// The storage of a store.
  public init(store: any Store) { self.store = store }

  /// Keeps values under a new id.
  ///
  /// - Parameters:
  ///   - values: the values by key; none is allowed.
  ///   - timeToLive: the seconds, as the request gives them; what is not one of ``StorageItem/timesToLive`` is 30.
  ///   - context: now, randomness, the node.
  /// - Returns: what is kept, with its id.
  /// - Throws: `CoreError` with code `malformedStorageKey` or `storageTooLarge`, or about the store.
  public func put(
    _ values: [String: StorageValue],
    timeToLive: String,
    _ context: RequestContext
  ) throws -> StorageItem {
    try store.write(context.change) { writer in
      var generator = context.randomness.generator(sequence: writer.sequence)
      let item = try StorageItem(
        id: ServiceID(node: context.node, using: &generator),
        created: context.now,
        expires: context.now.ending(after: StorageItem.timeToLive(timeToLive)),
        values: values
      )
      try writer.put(item.stored)
      return item
    }
  }

  /// What is kept under an id.
  ///
  /// - Throws: `CoreError` with code `unknownStorage`, or about the store.
  public func item(_ id: String, _ context: RequestContext) throws -> StorageItem {
    try store.read { try $0.storageItem(id, at: context.now) }
  }

  /// Sets values of what is kept under an id; others stay.
  ///
  /// - Parameters:
  ///   - id: the id.
  ///   - values: the values by key.
  ///   - timeToLive: the seconds from now until it ends, as for ``put(_:timeToLive:_:)``; nil to end as before.
  ///   - context: now.
  /// - Returns: what is kept then.
  /// - Throws: `CoreError` with code `unknownStorage`, `malformedStorageKey` or `storageTooLarge`, or about the
  ///   store.
  @discardableResult
  public func update(
    _ id: String,
    _ values: [String: StorageValue],
    timeToLive: String? = nil,
    _ context: RequestContext
  ) throws -> StorageItem {
    try store.write(context.change) { writer in
      try StorageService.update(
        try writer.storageItem(id, at: context.now),
        values,
        timeToLive,
        context,
        writer
      )
    }
  }

  /// Takes away what is kept under an id, or one key of it.
  ///
  /// - Throws: `CoreError` with code `unknownStorage` or `unknownStorageKey`, or about the store.
  public func delete(_ id: String, key: String? = nil, _ context: RequestContext) throws {
    try store.write(context.change) { writer in
      try StorageService.delete(try writer.storageItem(id, at: context.now), key: key, writer)
    }
  }

  static func update(
    _ item: StorageItem,
    _ values: [String: StorageValue],
    _ timeToLive: String?,
    _ context: RequestContext,
    _ writer: any StoreWriter
  ) throws -> StorageItem {
    var item = item
    try item.set(values)
    if let timeToLive { item.renew(at: context.now, for: StorageItem.timeToLive(timeToLive)) }
    try writer.put(item.stored)
    return item
  }

  static func delete(_ item: StorageItem, key: String?, _ writer: any StoreWriter) throws {
    guard let key else {
      try writer.remove(.storage, item.id.text)
      return
    }
    var item = item
    try item.remove(key)
    try writer.put(item.stored)
  }
}
