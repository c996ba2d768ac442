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
  /// - Throws: `CallbackError` with code `rangeInvalid` for an end before the start, `filterKeyNotListed` for
  ///   a condition on a property by which nobody may filter; `CoreError` with code `unknownService` for a
  ///   service that is neither configured nor has callbacks.
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
    if let filter = try visible(filter, reader) { try forEachVisibleRecord(filter, reader, visit) }
  }

  /// Visits what a filter selects that ``visible(_:for:_:)`` made.
  func forEachVisibleRecord(
    _ filter: CallbackFilter,
    _ reader: any StoreReader,
    _ visit: (StoredRecord, Callback?) throws -> Void
  ) throws {
    if let records = try firstOfEachService(filter, reader) {
      for record in records { try visit(record, nil) }
      return
    }
    var counts: [String: Int] = [:]
    try reader.forEachRecord(filter.query) { record in
      guard counts[record.keys.service, default: 0] < filter.maxPerService else { return }
      let callback = filter.isDecidedByStore ? nil : try Callback(stored: record)
      if let callback, !filter.matches(callback) { return }
      counts[record.keys.service, default: 0] += 1
      try visit(record, callback)
    }
  }

  /// What a filter selects, found service by service; nil where it is no less work to look at all records.
  ///
  /// When there are many more callbacks than are answered, most of them would be read only to be left out.
  private func firstOfEachService(
    _ filter: CallbackFilter,
    _ reader: any StoreReader
  ) throws -> [StoredRecord]? {
    guard filter.isDecidedByStore, filter.services.count != 1 else { return nil }
    let all = filter.query
    let count = try reader.count(all)
    guard count / 2 > filter.maxPerService else { return nil }
    let names = try filter.services.isEmpty ? Set(reader.configuration().services.keys) : filter.services
    var (found, answered) = (0, 0)
    var queries: [RecordQuery] = []
    for name in names {
      var query = all
      query.services = [name]
      let count = try reader.count(query)
      (found, answered) = (found + count, answered + min(count, filter.maxPerService))
      query.limit = filter.maxPerService
      if count > 0 { queries.append(query) }
    }
    // Callbacks outlive their services, and those of a service that is gone are found only among all.
    guard found == count, answered <= count / 2 else { return nil }
    let records = try queries.flatMap { try reader.records($0) }
    return records.map { (CallbackCursor($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The names of the properties that records of a service answer besides the fixed ones.
  ///
  /// They are the service's `_customer_lookup_keys` and `returned-keys` of the configuration's section
  /// `callback`.
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
      // service of another kind that took the name has no such keys.
      let template = try? TemplateCatalog.builtIn.templateName(of: options, service: service)
      let hasDefault =
        template == ShippedTemplate.callback.name && (options["_customer_lookup_keys"] ?? "").isEmpty
      keys =
        hasDefault
        ? CallbackEngine.defaultLookupKeys
        : try callbackService(service, reader)?.names("_customer_lookup_keys") ?? []
    }
    let returned = CallbackEngine.names(in: try reader.section("callback")?["returned-keys"])
    for key in returned where !keys.contains(key) { keys.append(key) }
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

  /// What a store can select of it: everything but conditions on properties and on the end, and the number of
  /// each service.
  var query: RecordQuery {
    var query = RecordQuery(.callback, from: from, to: to)
    if !services.isEmpty { query.services = services }
    if !states.isEmpty { query.states = Set(states.map(\.rawValue)) }
    if asksForTheEnd {
      query.states =
        query.states.map { $0.intersection([CallbackState.Name.completed.rawValue]) }
        ?? [CallbackState.Name.completed.rawValue]
    }
    query.customer = requiredCustomer
    if services.count == 1, isDecidedByStore { query.limit = maxPerService }
    return query
  }

  /// Whether a store can tell all of it from the keys of records.
  var isDecidedByStore: Bool { conditions.isEmpty && !asksForTheEnd }

  private var asksForTheEnd: Bool { !reasons.isEmpty || completedFrom != nil }

  /// The one customer whose callbacks can match, when the conditions demand one.
  var requiredCustomer: String? {
    guard match == .all || conditions.count == 1 else { return nil }
    return conditions.first { $0.key == "_customer_number" && !$0.isNegated }
      .map { CustomerNumber($0.value).normalised }
      .flatMap { $0.isEmpty ? nil : $0 }
  }
}
