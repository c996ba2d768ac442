extension CoreError.Code {
  // References: facts `kind`, `group`, `users`.
  /// A resource group or pattern group that services use and that therefore cannot go.
  public static let groupInUse = CoreError.Code(rawValue: "group-in-use")

  /// All codes of this file, in order.
  package static let referenceCodes: [CoreError.Code] = [.groupInUse]
}
