extension CallbackError.Code {
  // Limits of requests: facts `rule`, `option`, `value`, `limit`, `found`, `expected`, `acceptedFrom`, and those that
  // are named.
  /// A request that is too large: facts `size`, `limit`, `unit`.
  public static let requestTooLarge = CallbackError.Code(rawValue: "request-too-large")
  /// A name or value that is too large: facts `parameter`, `part`, `size`, `limit`.
  public static let parameterTooLarge = CallbackError.Code(rawValue: "parameter-too-large")
  /// A parameter of a JSON body that is no text, number or truth value: facts `parameter`, `kind`.
  public static let parameterNotText = CallbackError.Code(rawValue: "parameter-not-text")
  /// A JSON body that is not an object of parameters: fact `kind`.
  public static let malformedBody = CallbackError.Code(rawValue: "malformed-body")
  /// A number that is known to cost its caller extra: fact `number`.
  public static let premiumNumber = CallbackError.Code(rawValue: "premium-number")
  /// A number that the service does not call: facts `group`, `pattern`.
  public static let numberExcepted = CallbackError.Code(rawValue: "number-excepted")
  /// A customer who has as many callbacks in queue as one may have: fact `callbacks`, their ids.
  public static let alreadyInQueue = CallbackError.Code(rawValue: "already-in-queue")
  /// A service whose queue is as long as it may be: fact `service`.
  public static let queueFull = CallbackError.Code(rawValue: "queue-full")
  /// A service that was asked for as many callbacks as it takes in a stretch of time: facts `service`,
  /// `seconds`.
  public static let throttled = CallbackError.Code(rawValue: "throttled")
  /// A parameter's value that came with as many requests as one value may in a day: facts `parameter`,
  /// `seconds`.
  public static let valueThrottled = CallbackError.Code(rawValue: "value-throttled")
}
