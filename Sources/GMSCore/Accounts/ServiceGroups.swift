/// The virtual groups of a configuration: a service belongs to those that its `_service_groups` lists.
///
/// A group exists as long as a service lists it; any service may, of whatever template. GMS does not document
/// what a name means that a service and a group share: here it is the service's, because that never lets an
/// account see more than it was given.
public struct ServiceGroups: Hashable, Sendable {
  /// The services of each group.
  public let members: [String: Set<String>]

  /// The option of a service that lists its groups.
  public static let option = "_service_groups"

  /// The groups of a configuration; a list that cannot be read, or that holds a token, makes none.
  ///
  /// - Complexity: O(n) for n services.
  public init(_ configuration: Configuration) {
    // Many services have the same list, so each list is read once.
    var services: [String: [String]] = [:]
    for (service, options) in configuration.services {
      guard let text = options[ServiceGroups.option], !text.isEmpty else { continue }
      services[text, default: []].append(service)
    }
    var members: [String: Set<String>] = [:]
    for (text, services) in services {
      for group in ServiceGroups.groups(in: text) { members[group, default: []].formUnion(services) }
    }
    self.members = members
  }

  /// The groups that a service's list names; none for a list that cannot be read, or that holds a token.
  static func groups(in text: String) -> [String] {
    OptionToken.isIn(text) ? [] : OptionTextChecker.names(text) ?? []
  }

  /// The names of all groups, in natural order.
  public var names: [String] { members.keys.sorted(by: NaturalOrder.precedes) }
}
