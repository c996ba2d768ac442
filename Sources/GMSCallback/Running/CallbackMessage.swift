import GMSCalendar
import GMSCore

/// A message between an agent's desktop and the customer's device, as a request brings it.
struct CallbackMessage: Hashable, Sendable {
  /// What a person reads (`_display_message`); empty when there is nothing to read.
  let display: String
  /// What the other application works with (`_application_message`); empty when there is nothing.
  let application: String

  private static let displayName = "_display_message"
  private static let applicationName = "_application_message"

  /// The longest that each part may be, in bytes of UTF-8.
  ///
  /// GMS does not document a limit; this is what push services carry.
  static let byteLimit = 4096

  /// How many messages may wait for one device, or for one agent.
  ///
  /// GMS does not document a limit.
  static let waitingLimit = 100

  /// The first place of messages among what is told after a step; the step's own actions come before.
  static let firstIndex = 1000

  /// Reads the parameters of a request that brings a message; one of the two parts may be absent or empty.
  ///
  /// - Throws: `CallbackError` with code `missingParameter` when both are, `unknownParameter`, or `messageTooLong`.
  init(_ parameters: Options, request: RunningRequest) throws(CallbackError) {
    let known = [CallbackMessage.displayName, CallbackMessage.applicationName]
    try request.checkNames(of: parameters, known: known)
    display = parameters[known[0]] ?? ""
    application = parameters[known[1]] ?? ""
    for (name, value) in [(known[0], display), (known[1], application)]
    where value.utf8.count > CallbackMessage.byteLimit {
      throw CallbackError(
        .messageTooLong,
        [
          "parameter": name, "value": "\(value.utf8.count)", "limit": "\(CallbackMessage.byteLimit)",
          "request": request.rawValue,
        ]
      )
    }
    guard !(display.isEmpty && application.isEmpty) else {
      throw CallbackError(
        .missingParameter,
        [
          "parameter": known[0], "expected": "a text for '\(known[0])', or for '\(known[1])'",
          "request": request.rawValue,
        ]
      )
    }
  }
}

extension RunningRequest {
  /// Refuses parameters that the request does not take.
  ///
  /// - Throws: `CallbackError` with code `unknownParameter` and the nearest known name.
  func checkNames(of parameters: Options, known: [String]) throws(CallbackError) {
    guard let name = parameters.names.first(where: { !known.contains($0) }) else { return }
    var facts: [JSONValue.Member] = [
      .init("parameter", .string(name)), .init("accepted", .array(known.map(JSONValue.string))),
      .init("request", .string(rawValue)),
    ]
    if let near = NearestName.find(name, in: known) { facts.append(.init("suggestion", .string(near))) }
    throw CallbackError(.unknownParameter, facts)
  }
}
