package import GMSCore

/// The face of a usage error in `-o json`: the same members as every other error, and its facts.
extension UsageError: GMSFailure {
  /// The stable name, such as `unknown-option`.
  package var failureCode: String { code.rawValue }
  /// The request itself is malformed.
  package var category: FailureCategory { .malformed }
  /// GMS has no command line, so the name is ours.
  package var exceptionName: String { "CommandLineException" }
  /// The HTTP status of a malformed request.
  package var status: Int { 400 }
  /// The GMS phrase.
  package var phrase: String { "BAD_PARAMETER" }
  /// The word that is wrong, and where it stands, what is near, and how the command is used.
  package var facts: [JSONValue.Member] {
    var facts = [JSONValue.Member("value", .string(value))]
    if let place { facts.append(.init("place", .string(place))) }
    if let suggestion { facts.append(.init("suggestion", .string(suggestion))) }
    if let usage { facts.append(.init("usage", .string(usage))) }
    return facts
  }
}
