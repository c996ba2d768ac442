/// The virtual groups into which services put themselves by their option `_service_groups`.
extension Configuration {
  /// The names of the services of a group, in natural order; empty for a group that no service names.
  ///
  /// - Complexity: O(n log n) for n services.
  public func services(inGroup group: String) -> [String] {
    (ServiceGroups(self).members[group] ?? []).sorted(by: NaturalOrder.precedes)
  }

  /// The names of all groups, each once, in natural order.
  public var serviceGroups: [String] { ServiceGroups(self).names }
}

extension Options {
  /// The virtual groups that a service with these options belongs to.
  ///
  /// A list that cannot be read, or that a request completes by a token, names no group.
  public var serviceGroups: [String] { self[ServiceGroups.option].map(ServiceGroups.groups) ?? [] }
}
