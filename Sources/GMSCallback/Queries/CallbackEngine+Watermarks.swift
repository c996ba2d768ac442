import GMSCore

extension CallbackEngine {
  /// How many callbacks of each service are in the queue; all callback services that may be viewed when
  /// none is named.
  ///
  /// - Throws: `CoreError` with code `unknownService` or `wrongTemplate`.
  public func watermarks(of services: Set<String> = []) throws -> [String: Int] {
    try store.read { reader in
      var names = services
      let visible = try visibleServices(services, reader)
      if names.isEmpty {
        names = Set(
          try reader.configuration().services.keys.filter {
            guard visible?.contains($0) ?? true else { return false }
            return try ServiceCalendars(reader, zones: zones).service($0).template.name == "callback"
          }
        )
      }
      var counts: [String: Int] = [:]
      for name in names {
        _ = try service(name, reader)
        counts[name] = try reader.count(
          RecordQuery(
            .callback,
            services: [name],
            states: Set(CallbackState.Name.inQueue.map(\.rawValue))
          )
        )
      }
      return counts
    }
  }
}
