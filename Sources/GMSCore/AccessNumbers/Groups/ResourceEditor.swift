import GMSCalendar

/// Changes the resource groups of a configuration; each change answers a new configuration or refuses.
///
/// Bookings are not part of a configuration. A number that goes while it is booked is given to nobody any more;
/// the bookings that there are keep it, and a call on it still reaches its service until they end. GMS does not
/// document this; the customer has been told the number, so taking it back would lose the call.
public struct ResourceEditor: Sendable {
  /// The templates by which it is seen what uses a group; nil where those of each configuration are meant.
  public let catalog: TemplateCatalog?

  private var validator: ConfigurationValidator { ConfigurationValidator(catalog: catalog) }

  /// An editor that knows these templates.
  public init(catalog: TemplateCatalog? = nil) { self.catalog = catalog }

  /// Adds a group without numbers.
  ///
  /// - Throws: `CoreError` with code `malformedGroupName`, `resourceGroupExists`, or `invalidOption` for an option
  ///   such as `strategy` that a group cannot have.
  public func create(
    _ name: String,
    options: Options = [:],
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    guard configuration.resources[name] == nil else {
      throw CoreError(.resourceGroupExists, ["resource": name])
    }
    var result = configuration
    result.resources[name] = ResourceGroup(options: options)
    try validator.checkResources(result.resources)
    return result
  }

  /// Adds numbers to a group, after those that it has.
  ///
  /// - Throws: `CoreError` with code `unknownResourceGroup`, `malformedNumber`, or `repeatedNumber` for one that
  ///   this or another group has.
  /// - Complexity: O(n) in the numbers of all groups.
  public func add(
    _ numbers: [String],
    to name: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    var result = configuration
    result.resources[name] = try group(name, in: configuration)
    result.resources[name]?.numbers += numbers
    do throws(CoreError) {
      try validator.checkResources(result.resources)
    } catch {
      // The check names the groups in their order; what is told is who has the number that is to be added.
      guard error.code == .repeatedNumber, error["other"] == name, let owner = error["resource"],
        let number = error["value"]
      else { throw error }
      throw CoreError(.repeatedNumber, ["resource": name, "value": number, "other": owner])
    }
    return result
  }

  /// Takes numbers out of a group, however they are written; the others stay as they are.
  ///
  /// - Throws: `CoreError` with code `unknownResourceGroup`, `malformedNumber`, or `unknownNumber` with the
  ///   nearest one that the group has.
  public func remove(
    _ numbers: [String],
    from name: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    var group = try group(name, in: configuration)
    var places: [String: String] = [:]
    for number in group.numbers {
      if let dialled = AccessNumber.dialled(number) { places[dialled] = number }
    }
    var going: Set<String> = []
    for number in numbers {
      guard let dialled = AccessNumber.dialled(number) else {
        throw CoreError(.malformedNumber, ["resource": name, "value": number])
      }
      guard let written = places[dialled] else { throw unknown(number, in: name, group) }
      going.insert(written)
    }
    group.numbers.removeAll { going.contains($0) }
    var result = configuration
    result.resources[name] = group
    return result
  }

  /// Takes a group away, with its numbers.
  ///
  /// - Throws: `CoreError` with code `unknownResourceGroup`, or `groupInUse` with what uses it.
  public func delete(_ name: String, in configuration: Configuration) throws(CoreError) -> Configuration {
    _ = try group(name, in: configuration)
    var result = configuration
    result.resources[name] = nil
    try result.checkUnused(
      [ConfigurationSection(.resources, name)],
      catalog: catalog ?? result.readableCatalog
    )
    return result
  }

  private func group(_ name: String, in configuration: Configuration) throws(CoreError) -> ResourceGroup {
    guard let group = configuration.resources[name] else {
      throw .unknown(
        .unknownResourceGroup,
        name,
        as: "resource",
        among: configuration.resources.keys.sorted(by: NaturalOrder.precedes)
      )
    }
    return group
  }

  private func unknown(_ number: String, in name: String, _ group: ResourceGroup) -> CoreError {
    var facts: [JSONValue.Member] = [
      .init("resource", .string(name)), .init("value", .string(number)),
    ]
    if let nearest = NearestName.find(number, in: group.numbers) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    return CoreError(.unknownNumber, facts)
  }
}
