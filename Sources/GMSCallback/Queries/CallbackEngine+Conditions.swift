import GMSCalendar
import GMSCore

// Which properties a query may name. GMS lets those be used that the section's option `filter-keys` lists. It
// does not document what becomes of others; here they are refused, because a condition that silently never
// holds looks like an empty list. A record's own properties and the customer's number may always be used, and
// so may a key that one of the services in question has among its `_customer_lookup_keys`, which is what
// these are for. Where the option is not set, every property may be used.
extension CallbackEngine {
  /// A filter with what it may see and ask.
  ///
  /// It is limited to the services that may be viewed, and its conditions name properties as records do. Nil
  /// when nothing may be seen.
  ///
  /// Whoever cancels what a filter selects asks for another action than to view it.
  ///
  /// - Throws: as ``callbacks(_:)``.
  func visible(
    _ filter: CallbackFilter,
    for action: AccountAction = .view,
    _ reader: any StoreReader
  ) throws -> CallbackFilter? {
    let services = try visibleServices(filter.services, for: action, reader)
    try filter.checkRange()
    try checkServices(filter.services, reader)
    var visible = filter
    visible.conditions = try conditions(filter.conditions, of: services, reader)
    // In a query no service means every service.
    if let services, services.isEmpty { return nil }
    visible.services = services ?? []
    return visible
  }

  /// A service that does not exist or is of another kind is a mistake in the filter, unless callbacks of it are still
  /// there.
  func checkServices(_ names: Set<String>, _ reader: any StoreReader) throws {
    try checkKinds(names, reader)
    for name in names.sorted() where try reader.service(name) == nil {
      guard try reader.count(RecordQuery(.callback, services: [name])) == 0 else { continue }
      _ = try service(name, reader)
    }
  }

  /// Refuses services of another kind that have no callbacks.
  ///
  /// - Throws: `CoreError` with code `wrongTemplate`.
  func checkKinds(_ names: Set<String>, _ reader: any StoreReader) throws {
    for name in names.sorted() {
      guard let options = try reader.service(name) else { continue }
      // Told from the options where that is possible, which reads no template.
      let template = try? TemplateCatalog.builtIn.templateName(of: options, service: name)
      guard template != ShippedTemplate.callback.name,
        try reader.count(RecordQuery(.callback, services: [name])) == 0
      else { continue }
      _ = try service(name, reader)
    }
  }

  /// The conditions with properties in place of their aliases.
  ///
  /// - Throws: `CallbackError` with code `filterKeyNotListed`.
  private func conditions(
    _ conditions: [PropertyCondition],
    of services: Set<String>?,
    _ reader: any StoreReader
  ) throws -> [PropertyCondition] {
    guard !conditions.isEmpty, let section = try reader.section("callback") else { return conditions }
    let aliases = try ColumnAliases(section[ColumnAliases.option])
    let listed = CallbackEngine.names(in: section["filter-keys"])
    var lookupKeys: Set<String>?
    return try conditions.map { condition in
      let key = aliases.name(for: condition.key)
      guard !listed.isEmpty, !listed.contains(key), key != Callback.numberKey,
        !Callback.recordKeys.contains(key)
      else { return condition.naming(key) }
      let known = try lookupKeys ?? self.lookupKeys(of: services, reader)
      lookupKeys = known
      guard known.contains(key) else {
        throw CallbackEngine.notListed(condition.key, listed: listed, aliases)
      }
      return condition.naming(key)
    }
  }

  /// What the services look customers up by; all callback services where none is named.
  private func lookupKeys(of services: Set<String>?, _ reader: any StoreReader) throws -> Set<String> {
    var keys: Set<String> = []
    let names = try callbackServices(reader).filter { services?.contains($0) ?? true }
    for name in names {
      keys.formUnion(try service(name, reader).names("_customer_lookup_keys"))
    }
    return keys
  }

  /// The configured callback services, in natural order.
  func callbackServices(_ reader: any StoreReader) throws -> [String] {
    let names = try reader.configuration().services.keys.sorted(by: NaturalOrder.precedes)
    return try names.filter {
      try ServiceCalendars(reader, zones: zones).service($0).template.name == "callback"
    }
  }

  private static func notListed(_ key: String, listed: [String], _ aliases: ColumnAliases) -> CallbackError {
    var facts: [JSONValue.Member] = [
      .init("parameter", .string(key)), .init("option", .string("filter-keys")),
      .init("accepted", .array(listed.map(JSONValue.string))),
    ]
    let allowed = listed + Callback.recordKeys.sorted() + [Callback.numberKey]
    if let nearest = NearestName.find(key, in: allowed + allowed.compactMap { aliases.headings[$0] }) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    return CallbackError(.filterKeyNotListed, facts)
  }

  /// Names with commas between them, each once, without the blanks around them.
  static func names(in list: String?) -> [String] {
    var names: [String] = []
    for part in (list ?? "").split(separator: ",") {
      let name = part.trimmingSpaces
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
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
