/// Changes the pattern groups of a configuration; each change answers a new configuration or refuses.
public struct PatternEditor: Sendable {
  /// The templates by which services are read, to know which of them use a group; nil where those of each
  /// configuration are meant.
  public let catalog: TemplateCatalog?

  /// An editor that knows these templates; without any, those of each configuration that it changes.
  public init(catalog: TemplateCatalog? = nil) { self.catalog = catalog }

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
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted {
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
  /// - Throws: `CoreError` with code `unknownPatternGroup`, or `groupInUse` with what names it.
  public func delete(_ group: String, in configuration: Configuration) throws(CoreError) -> Configuration {
    guard configuration.patterns[group] != nil else {
      throw PatternGroup.unknown(group, in: configuration)
    }
    var result = configuration
    result.patterns[group] = nil
    try result.checkUnused(
      [ConfigurationSection(.patterns, group)],
      catalog: catalog ?? result.readableCatalog
    )
    return result
  }

  /// What names each pattern group, in natural order, by the name of the group.
  ///
  /// - Complexity: O(n) for n options in all services.
  public func users(in configuration: Configuration) -> [String: [String]] {
    var users: [String: [String]] = [:]
    for reference in configuration.references(catalog: catalog ?? configuration.readableCatalog)
    where reference.section.family == .patterns && users[reference.target]?.last != reference.user.userName {
      users[reference.target, default: []].append(reference.user.userName)
    }
    return users
  }
}
