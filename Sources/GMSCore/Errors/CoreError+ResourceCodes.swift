extension CoreError.Code {
  // Changing resource groups: facts `resource`, `value`, `suggestion`.
  /// A resource group of a name that exists already.
  public static let resourceGroupExists = CoreError.Code(rawValue: "resource-group-exists")
  /// Text that cannot name a resource group.
  public static let malformedGroupName = CoreError.Code(rawValue: "malformed-group-name")
  /// A number that the resource group does not have.
  public static let unknownNumber = CoreError.Code(rawValue: "unknown-number")

  /// The codes of this file, in order.
  package static let resourceCodes: [CoreError.Code] = [
    .resourceGroupExists, .malformedGroupName, .unknownNumber,
  ]
}
