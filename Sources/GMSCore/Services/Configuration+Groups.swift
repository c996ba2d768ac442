/// The virtual groups into which services put themselves by their option `_service_groups`.
extension Configuration {
  /// The option that lists the groups of a service.
  static let groupsOption = "_service_groups"

  /// The names of the services of a group, in natural order; empty for a group that no service names.
  ///
  /// - Complexity: O(n log n) for n services.
  public func services(inGroup group: String) -> [String] {
    serviceNames.filter { services[$0]?.serviceGroups.contains(group) == true }
  }

  /// The names of all groups, each once, in natural order.
  public var serviceGroups: [String] {
    Set(services.values.flatMap(\.serviceGroups)).sorted(by: NaturalOrder.precedes)
  }
}

extension Options {
  /// The virtual groups that a service with these options belongs to.
  ///
  /// A list that cannot be read, or that a request completes by a token, names no group.
  public var serviceGroups: [String] {
    guard let list = self[Configuration.groupsOption], !OptionToken.isIn(list) else { return [] }
    return OptionTextChecker.names(list) ?? []
  }
}
