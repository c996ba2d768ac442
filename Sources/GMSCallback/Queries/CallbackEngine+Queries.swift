import GMSCalendar
import GMSCore

extension CallbackEngine {
  /// The callback of an id.
  ///
  /// - Throws: `CallbackError` with code `unknownCallback`.
  public func callback(_ id: String) throws -> Callback {
    try store.read { try callback(id, $0) }
  }

  /// The callbacks that a filter selects, by desired time, then by id.
  ///
  /// - Throws: `CallbackError` with code `rangeInvalid` for an end before the start, `CoreError` with code
  ///   `unknownService` for a service that is neither configured nor has callbacks.
  public func callbacks(_ filter: CallbackFilter = CallbackFilter()) throws -> [Callback] {
    if let from = filter.from, let to = filter.to, to < from {
      throw CallbackError(
        .rangeInvalid,
        [
          "parameter": "to", "value": InstantText.print(to),
          "expected": "a time at or after \(InstantText.print(from))",
        ]
      )
    }
    return try store.read { reader in
      var query = RecordQuery(.callback, from: filter.from, to: filter.to)
      if !filter.services.isEmpty { query.services = filter.services }
      if !filter.states.isEmpty { query.states = Set(filter.states.map(\.rawValue)) }
      query.customer = filter.requiredCustomer
      if filter.services.count == 1, filter.conditions.isEmpty { query.limit = filter.maxPerService }
      try checkServices(filter.services, reader)

      var counts: [String: Int] = [:]
      var found: [Callback] = []
      for record in try reader.records(query) {
        guard counts[record.keys.service, default: 0] < filter.maxPerService else { continue }
        let callback = try Callback(stored: record)
        guard filter.matches(callback) else { continue }
        counts[record.keys.service, default: 0] += 1
        found.append(callback)
      }
      return found
    }
  }

  /// A service that does not exist is a mistake in the filter, unless callbacks of it are still there.
  private func checkServices(_ names: Set<String>, _ reader: any StoreReader) throws {
    for name in names.sorted() where try reader.service(name) == nil {
      guard try reader.count(RecordQuery(.callback, services: [name])) == 0 else { continue }
      _ = try service(name, reader)
    }
  }

  /// The names of the properties that records of a service answer besides the fixed ones.
  ///
  /// They are the service's `_customer_lookup_keys` and `returned-keys` of the configuration's section `callback`.
  public func returnedKeys(of service: String) throws -> [String] {
    try store.read { reader in
      var keys: [String] = []
      if try reader.service(service) != nil {
        keys = try self.service(service, reader).names("_customer_lookup_keys")
      }
      let section = try reader.configuration().options["callback"]
      let returned = (section?["returned-keys"] ?? "").split(separator: ",")
      for key in returned.map({ $0.trimmingSpaces }) where !keys.contains(key) { keys.append(key) }
      return keys
    }
  }
}

extension CallbackFilter {
  /// The one customer whose callbacks can match, when the conditions demand one.
  var requiredCustomer: String? {
    guard match == .all || conditions.count == 1 else { return nil }
    return conditions.first { $0.key == "_customer_number" && !$0.isNegated }
      .map { CustomerNumber($0.value).normalised }
      .flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
