/// Changes the pattern groups of a configuration; each change answers a new configuration or refuses.
public struct PatternEditor: Sendable {
  /// The templates by which services are read, to know which of them use a group.
  public let catalog: TemplateCatalog

  /// An editor that knows these templates.
  public init(catalog: TemplateCatalog = .builtIn) { self.catalog = catalog }

  /// Sets patterns of a group; those that are not named stay, and a group that does not exist is made.
  ///
  /// - Throws: `CoreError` with code `malformedPatternName`, `malformedPattern`, `unsupportedPattern` or
  ///   `patternTooLarge`.
  public func set(
    _ patterns: Options,
    of group: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    try PatternGroup.check(group, patterns)
    var result = configuration
    var options = configuration.patterns[group] ?? [:]
    for (name, text) in patterns.sorted { options[name] = text }
    result.patterns[group] = options
    return result
  }

  /// Takes patterns out of a group; the group stays, even when it has none left.
  ///
  /// - Throws: `CoreError` with code `unknownPatternGroup` or `unknownPattern`, with the nearest name.
  public func unset(
    _ names: [String],
    of group: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    guard var options = configuration.patterns[group] else {
      throw PatternGroup.unknown(group, in: configuration)
    }
    for name in names {
      guard options[name] != nil else {
        let error = CoreError.unknown(.unknownPattern, name, as: "pattern", among: options.names)
        throw CoreError(error.code, [.init("group", .string(group))] + error.facts)
      }
      options[name] = nil
    }
    var result = configuration
    result.patterns[group] = options
    return result
  }

  /// Takes a group away.
  ///
  /// - Throws: `CoreError` with code `unknownPatternGroup`, or `patternGroupInUse` with the services that
  ///   name it.
  public func delete(_ group: String, in configuration: Configuration) throws(CoreError) -> Configuration {
    guard configuration.patterns[group] != nil else {
      throw PatternGroup.unknown(group, in: configuration)
    }
    if let users = users(in: configuration)[group] {
      throw CoreError(
        .patternGroupInUse,
        [.init("group", .string(group)), .init("users", .array(users.map(JSONValue.string)))]
      )
    }
    var result = configuration
    result.patterns[group] = nil
    return result
  }

  /// The services that name a pattern group, in natural order, by the name of the group.
  ///
  /// - Complexity: O(n) for n options in all services.
  public func users(in configuration: Configuration) -> [String: [String]] {
    var users: [String: [String]] = [:]
    for name in configuration.serviceNames {
      // A service that cannot be read refers to nothing; reading it says why.
      guard let service = try? ConfiguredService(name, in: configuration, catalog: catalog) else { continue }
      for reference in service.references where reference.kind == .patternGroup {
        if users[reference.target]?.last != name { users[reference.target, default: []].append(name) }
      }
    }
    return users
  }
}
