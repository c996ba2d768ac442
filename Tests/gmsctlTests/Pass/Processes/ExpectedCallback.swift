/// A callback as one writer left it.
struct ExpectedCallback: Sendable {
  /// The customer's number, which no other callback has.
  let number: String
  /// The id that was acknowledged; nil when the process was killed before it said one.
  var id: String?
  /// The acknowledged changes: the desired times it was moved to, and `cancelled`.
  var changes: [String] = []
  /// The change that a killed process had under way.
  var unsure: String?

  /// Whether it can be changed further, so that what is expected stays certain.
  var isOpen: Bool { id != nil && unsure == nil && changes.last != "cancelled" }
}
