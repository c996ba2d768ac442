import GMSCalendar
import GMSCore

/// The English of the errors about limits of requests.
extension CallbackError {
  /// The sentence of an error about a limit; nil for other errors.
  var limitSentence: String? {
    switch code {
    case .requestTooLarge:
      "the request has \(number("size")) \(self["unit"] ?? "bytes"); \(number("limit")) are taken"
    case .parameterTooLarge:
      "the \(self["part"] ?? "value") of the parameter '\(Quotation.clip(self["parameter"] ?? ""))' has "
        + "\(number("size")) bytes; \(number("limit")) are taken"
    case .parameterNotText:
      "the parameter '\(Quotation.clip(self["parameter"] ?? ""))' is \(self["kind"] ?? "no text"); "
        + "give a text, a number, true or false"
    case .malformedBody: "the body is \(self["kind"] ?? "no object"); give a JSON object of parameters"
    case .premiumNumber:
      "the customer's number is a premium number, which the service does not call; "
        + "give \(self["expected"] ?? "another number")\(setBy)"
    case .numberExcepted:
      "the customer's number matches the pattern '\(self["pattern"] ?? "")' of the numbers that the "
        + "service does not call; give \(self["expected"] ?? "another number")\(setBy)"
    case .alreadyInQueue:
      "the customer has \(callbacks) in queue, and \(most); wait for the end of one, or cancel it: \(ids)"
    case .queueFull:
      "the service '\(self["service"] ?? "")' has \(callbacks) in queue, and \(most); "
        + (integer("limit") == 0
          ? "it takes none for at once; ask for a desired time" : "ask again later, or for a desired time")
    case .throttled:
      "the service '\(self["service"] ?? "")' had \(requests) in \(number("seconds")) seconds, and "
        + "\(most); \(next)"
    case .valueThrottled:
      "\(requests) in 24 hours brought the same '\(self["parameter"] ?? "")', and \(most); \(next)"
    default: nil
    }
  }

  /// How many there were; nil when the error does not count.
  var found: Int64? { integer("found") }

  private var callbacks: String { "\(number("found")) callback\(found == 1 ? "" : "s")" }

  private var requests: String { "\(number("found")) request\(found == 1 ? "" : "s")" }

  private var most: String { "\(number("limit")) is the most\(setBy)" }

  private var setBy: String { self["option"].map { " (option '\($0)' = '\(self["value"] ?? "")')" } ?? "" }

  private var next: String {
    self["acceptedFrom"].map { "the next is taken from \($0) on" } ?? "it takes none"
  }

  /// The first few ids: somebody with thousands would get a sentence of pages.
  private var ids: String {
    let all = list("callbacks")
    let shown = all.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    return all.count > 5 ? "\(shown) and \(all.count - 5) more" : shown
  }

  private func number(_ fact: String) -> String { integer(fact).map { "\($0)" } ?? "" }

  private func integer(_ fact: String) -> Int64? { facts.first { $0.name == fact }?.value.integerValue }
}
