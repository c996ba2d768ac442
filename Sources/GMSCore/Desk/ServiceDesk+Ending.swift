#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Ending a running service before its time.
extension ServiceDesk {
  /// The running instance of an id.
  ///
  /// - Throws: `CoreError` with code `unknownInstance`, or about the store.
  public func instance(_ id: String, _ context: RequestContext) throws -> ServiceInstance {
    try store.read { try $0.instance(id, at: context.now) }
  }

  /// Ends an instance, as `DELETE /genesys/1/service/{id}` does: its data goes, and what was booked for it is free.
  ///
  /// - Returns: The instance as it was.
  /// - Throws: `CoreError` with code `unknownInstance`, or about the store.
  @discardableResult
  public func delete(_ id: String, _ context: RequestContext) throws -> ServiceInstance {
    try store.write(context.change) { writer in
      let instance = try writer.instance(id, at: context.now)
      try end(instance, at: context.now, writer)
      return instance
    }
  }

  /// Ends an instance: nothing of it stays but the memory of its bookings.
  func end(_ instance: ServiceInstance, at now: Date, _ writer: any StoreWriter) throws {
    var bookings = StoredBookings(writer)
    for id in instance.bookings { try bookings.release(id, now: now) }
    if let dataID = instance.dataID { try writer.remove(.storage, dataID.text) }
    try writer.remove(.instance, instance.id)
  }
}
