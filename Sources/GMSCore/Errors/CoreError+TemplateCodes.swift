extension CoreError.Code {
  // Templates: facts `template`, `member`, `value`, `reason`, `suggestion`, `users`, `other`, `accepted`.
  /// JSON that is not a template.
  public static let malformedTemplate = CoreError.Code(rawValue: "malformed-template")
  /// A template whose `_type` and `_service` another one has already.
  public static let templateExists = CoreError.Code(rawValue: "template-exists")
  /// A template that ships with the library, and cannot be replaced or taken away.
  public static let templateIsShipped = CoreError.Code(rawValue: "template-is-shipped")
  /// A template that services use and that therefore cannot go.
  public static let templateInUse = CoreError.Code(rawValue: "template-in-use")
  /// A heading that no option of the template has.
  public static let unknownCategory = CoreError.Code(rawValue: "unknown-category")

  /// The codes of templates, in order.
  package static let templateCodes: [CoreError.Code] = [
    .malformedTemplate, .templateExists, .templateIsShipped, .templateInUse, .unknownCategory,
  ]
}
