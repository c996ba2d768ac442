import GMSCore

extension CallbackEngine {
  /// What waits in the outbox, by the instant of the next attempt, then by id.
  ///
  /// - Parameters:
  ///   - callback: Only what is about this callback, in the order in which it is told; nil for all.
  ///   - services: Only these services; empty for all.
  ///   - limit: At most so many; nil for all.
  /// - Returns: The notifications.
  /// - Throws: `CoreError` with code `notPermitted` for one who may not `configure`: a notification may hold data that
  ///   is not for everybody's eyes.
  public func notifications(
    of callback: String? = nil,
    services: Set<String> = [],
    limit: Int? = nil
  ) throws -> [CallbackNotification] {
    try store.read { reader in
      try authority.require(.configure, reader)
      let query = RecordQuery(
        .notification,
        services: services.isEmpty ? nil : services,
        customer: callback,
        limit: callback == nil ? limit : nil
      )
      let found = try reader.records(query).map(CallbackNotification.init(stored:))
      if found.isEmpty {
        // A notification may outlive its callback and its service; where there is neither, the name is a mistake.
        if let callback, try reader.record(.callback, callback) == nil {
          throw CallbackError.unknownCallback(callback)
        }
        try checkServices(services, reader)
      }
      guard callback != nil else { return found }
      return Array(found.sorted(by: Outbox.precedes).prefix(limit ?? .max))
    }
  }
}
