package import GMSCore

/// A failure that has no type of its own at the command line.
package struct PlainFailure: GMSFailure, Sendable {
  /// The stable name of what went wrong.
  package let failureCode: String
  /// The kind of failure.
  package let category: FailureCategory
  /// The error as one sentence.
  package let description: String
  /// Further facts.
  package let facts: [JSONValue.Member]

  /// A failure from its parts.
  package init(
    failureCode: String,
    category: FailureCategory,
    description: String,
    facts: [JSONValue.Member] = []
  ) {
    self.failureCode = failureCode
    self.category = category
    self.description = description
    self.facts = facts
  }

  /// GMS has no command line, so the name is ours.
  package var exceptionName: String { "CommandLineException" }

  /// The HTTP status that fits the kind.
  package var status: Int {
    switch category {
    case .refused, .malformed: 400
    case .notFound: 404
    case .busy: 503
    case .unusableStore: 500
    }
  }

  /// The phrase that fits the status.
  package var phrase: String { GMSPhrase.of(status: status) }
}
