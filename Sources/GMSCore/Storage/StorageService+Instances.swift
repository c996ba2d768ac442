#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The storage of a running service, found by the service's own id.
extension StorageService {
  /// The data of a running service.
  ///
  /// - Throws: `CoreError` with code `unknownInstance` for a service that does not run, `unknownStorage` when it
  ///   has no data, or about the store.
  public func item(ofService id: String, _ context: RequestContext) throws -> StorageItem {
    try store.read { try StorageService.item(of: try $0.instance(id, at: context.now), context, $0) }
  }

  /// Sets values of a running service's data; one that has none begins to have them, until it ends itself.
  ///
  /// - Throws: `CoreError` with code `unknownInstance`, `malformedStorageKey` or `storageTooLarge`, or about the
  ///   store.
  @discardableResult
  public func update(
    ofService id: String,
    _ values: [String: StorageValue],
    _ context: RequestContext
  ) throws -> StorageItem {
    try store.write(context.change) { writer in
      var instance = try writer.instance(id, at: context.now)
      if let dataID = instance.dataID, try writer.record(.storage, dataID.text) != nil {
        let item = try StorageService.item(of: instance, context, writer)
        return try StorageService.update(item, values, nil, context, writer)
      }
      var generator = context.randomness.generator(sequence: writer.sequence)
      let item = try StorageItem(
        id: ServiceID(node: context.node, using: &generator),
        instance: id,
        created: context.now,
        expires: instance.expires,
        values: values
      )
      instance.dataID = item.id
      try writer.put(item.stored)
      try writer.put(instance.stored)
      return item
    }
  }

  /// Takes away a running service's data, or one key of it.
  ///
  /// - Throws: `CoreError` with code `unknownInstance`, `unknownStorage` or `unknownStorageKey`, or about the
  ///   store.
  public func delete(ofService id: String, key: String? = nil, _ context: RequestContext) throws {
    try store.write(context.change) { writer in
      var instance = try writer.instance(id, at: context.now)
      try StorageService.delete(try StorageService.item(of: instance, context, writer), key: key, writer)
      guard key == nil else { return }
      instance.dataID = nil
      try writer.put(instance.stored)
    }
  }

  private static func item(
    of instance: ServiceInstance,
    _ context: RequestContext,
    _ reader: any StoreReader
  ) throws -> StorageItem {
    guard let dataID = instance.dataID else { throw CoreError(.unknownStorage, ["id": instance.id]) }
    return try reader.storageItem(dataID.text, at: context.now)
  }
}
