import GMSCalendar
import GMSCore

extension CallbackEngine {
  /// The callback of an id.
  ///
  /// - Throws: `CallbackError` with code `unknownCallback`.
  public func callback(_ id: String) throws -> Callback {
    try store.read { try callback(id, for: .view, $0) }
  }

  /// The callbacks that a filter selects, by desired time, then by id.
  ///
  /// - Throws: `CallbackError` with code `rangeInvalid` for an end before the start, `CoreError` with code
  ///   `unknownService` for a service that is neither configured nor has callbacks.
  public func callbacks(_ filter: CallbackFilter = CallbackFilter()) throws -> [Callback] {
    try store.read { reader in
      var found: [Callback] = []
      try forEachRecord(filter, reader) { record, callback in
        found.append(try callback ?? Callback(stored: record))
      }
      return found
    }
  }

  /// Visits what a filter selects, in its order; the callback comes along where it had to be decoded.
  ///
  /// Callbacks of services that may not be viewed are left out; to name such a service is refused.
  func forEachRecord(
    _ filter: CallbackFilter,
    _ reader: any StoreReader,
    _ visit: (StoredRecord, Callback?) throws -> Void
  ) throws {
    let services = try visibleServices(filter.services, reader)
    try filter.checkRange()
    try checkServices(filter.services, reader)
    // In a query no service means every service.
    if let services, services.isEmpty { return }
    var visible = filter
    visible.services = services ?? []
    var counts: [String: Int] = [:]
    try reader.forEachRecord(visible.query) { record in
      guard counts[record.keys.service, default: 0] < filter.maxPerService else { return }
      let callback = filter.conditions.isEmpty ? nil : try Callback(stored: record)
      if let callback, !filter.matches(callback) { return }
      counts[record.keys.service, default: 0] += 1
      try visit(record, callback)
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
      try authority.require(.view, on: service, reader)
      return try returnedKeys(of: service, reader)
    }
  }

  /// What the template has for `_customer_lookup_keys`.
  package static let defaultLookupKeys = ["_customer_number"]

  /// The names of the properties that records of a service answer besides the fixed ones.
  func returnedKeys(of service: String, _ reader: any StoreReader) throws -> [String] {
    var keys: [String] = []
    if let options = try reader.service(service) {
      // Nearly always the default, for which no template has to be read: `get` asks for nothing else of it. A
      // service of another kind is refused as ever.
      let template = try? TemplateCatalog.builtIn.templateName(of: options, service: service)
      let hasDefault =
        template == ShippedTemplate.callback.name && (options["_customer_lookup_keys"] ?? "").isEmpty
      keys =
        hasDefault
        ? CallbackEngine.defaultLookupKeys : try self.service(service, reader).names("_customer_lookup_keys")
    }
    let returned = (try reader.section("callback")?["returned-keys"] ?? "").split(separator: ",")
    for key in returned.map({ $0.trimmingSpaces }) where !keys.contains(key) { keys.append(key) }
    return keys
  }
}

extension CallbackFilter {
  /// Refuses an end that lies before the start.
  ///
  /// - Throws: `CallbackError` with code `rangeInvalid`.
  func checkRange() throws(CallbackError) {
    guard let from, let to, to < from else { return }
    throw CallbackError(
      .rangeInvalid,
      [
        "parameter": "to", "value": InstantText.print(to),
        "expected": "a time at or after \(InstantText.print(from))",
      ]
    )
  }

  /// What a store can select of it: everything but conditions on properties, and the number of each service.
  var query: RecordQuery {
    var query = RecordQuery(.callback, from: from, to: to)
    if !services.isEmpty { query.services = services }
    if !states.isEmpty { query.states = Set(states.map(\.rawValue)) }
    query.customer = requiredCustomer
    if services.count == 1, conditions.isEmpty { query.limit = maxPerService }
    return query
  }

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
