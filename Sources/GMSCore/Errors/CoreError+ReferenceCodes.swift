extension CoreError.Code {
  // References: facts `kind`, `group`, `users`, `suggestion`.
  /// A resource group or pattern group that does not exist.
  public static let unknownGroup = CoreError.Code(rawValue: "unknown-group")
  /// A resource group or pattern group that services use and that therefore cannot go.
  public static let groupInUse = CoreError.Code(rawValue: "group-in-use")

  /// All codes of this file, in order.
  package static let referenceCodes: [CoreError.Code] = [.unknownGroup, .groupInUse]
}
