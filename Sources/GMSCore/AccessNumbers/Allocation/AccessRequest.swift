/// For whom a number is asked, and with what.
public struct AccessRequest: Hashable, Sendable {
  /// The id of the service instance that the number is for.
  public var service: String
  /// From which number the customer will call; nil or without any digit when that is not known.
  public var phoneNumber: String?
  /// How many digits the access code has, 1…15; nil for a number without a code.
  public var codeLength: Int?
  /// For how many seconds the number is booked; nil for the group's own time.
  ///
  /// ``AccessGroup/expiration(requested:service:)`` says what it is when request and service have a word in it.
  public var expiration: Int?
  /// The number of the node that gives the number out.
  public var node: Int
  /// With which digits the node's codes begin; nil for any.
  public var codePrefix: AccessCodePrefix?

  /// How many digits a code has where nothing is said: GMS's default of `_access_code_length`.
  public static let defaultCodeLength = 6

  /// A request from its parts.
  public init(
    service: String,
    phoneNumber: String? = nil,
    codeLength: Int? = nil,
    expiration: Int? = nil,
    node: Int = 1,
    codePrefix: AccessCodePrefix? = nil
  ) {
    self.service = service
    self.phoneNumber = phoneNumber
    self.codeLength = codeLength
    self.expiration = expiration
    self.node = node
    self.codePrefix = codePrefix
  }
}
