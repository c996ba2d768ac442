/// A member of a section of a configuration's JSON form, such as the service `Support`.
struct ConfigurationMember: Hashable, Sendable {
  /// The section, such as `services`.
  let section: String
  let name: String
}
