// Messages between device and agent: facts `request`, `parameter`, `value`, `limit`, `id`.
extension CallbackError.Code {
  /// A message that is longer than any may be: facts `value` and `limit` count bytes.
  public static let messageTooLong = Self(rawValue: "message-too-long")
  /// A message for somebody for whom too many wait already; fact `value` says for whom.
  public static let tooManyMessages = Self(rawValue: "too-many-messages")
  /// A message for a callback that is COMPLETED.
  public static let callbackOver = Self(rawValue: "callback-over")
}
