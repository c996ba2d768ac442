/// A call that arrived: which number was called, and what is known of the caller.
public struct AccessCall: Hashable, Sendable {
  /// The number that was called.
  public let number: AccessNumber
  /// From which number the call comes; nil when that is not known.
  public let caller: CallerNumber?
  /// The access code that the caller gave, as it was given; nil or empty for none.
  public let accessCode: String?
  /// The code as codes are compared; nil when the call brings none, or one that no booking can have.
  let code: AccessCode?

  /// A call from its parts.
  public init(_ number: AccessNumber, caller: CallerNumber? = nil, accessCode: String? = nil) {
    self.number = number
    self.caller = caller
    self.accessCode = accessCode
    code = accessCode.flatMap(AccessCode.init)
  }

  /// A call from GMS's parameters.
  ///
  /// - Throws: `CoreError` with code `malformedNumber` for an access number that cannot be one.
  public init(accessNumber: String, phoneNumber: String? = nil, accessCode: String? = nil) throws(CoreError) {
    self.init(try AccessNumber(accessNumber), caller: CallerNumber(phoneNumber), accessCode: accessCode)
  }

  /// Whether the call brings a code.
  var hasCode: Bool { accessCode?.isEmpty == false }
}
