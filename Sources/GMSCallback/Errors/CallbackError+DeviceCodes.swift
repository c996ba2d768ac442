/// What a device asks of a running callback, and cannot have.
extension CallbackError.Code {
  /// A request that the callback's state does not take: facts `id`, `state`, `request`, `accepted`.
  public static let requestRefused = CallbackError.Code(rawValue: "request-refused")
  /// A chat that is opened before an agent was announced: facts `id`, `state`.
  public static let noAgentYet = CallbackError.Code(rawValue: "no-agent-yet")
  /// A customer is to call, and no access number is booked: facts `id`, `until`.
  public static let noAccessNumber = CallbackError.Code(rawValue: "no-access-number")
  /// A request for another medium than the callback's: facts `id`, `request`, `media`.
  public static let wrongMedium = CallbackError.Code(rawValue: "wrong-medium")
  /// Another dialog than the one that was announced: facts `id`, `request`, `expected`.
  public static let otherDialog = CallbackError.Code(rawValue: "other-dialog")
}
