/// What every error of the libraries can say of itself: the code to compare, and the face that GMS shows.
///
/// In GMS an error body is `{"exception", "message", "code", "phrase"}`; ``failureCode`` is the stable name
/// that the libraries add, and ``facts`` are the further members, in order.
public protocol GMSFailure: Error, CustomStringConvertible {
  /// The stable name of what went wrong, such as `slot-full`.
  var failureCode: String { get }
  /// The kind of failure, which decides gmsctl's exit code.
  var category: FailureCategory { get }
  /// The GMS exception class name.
  var exceptionName: String { get }
  /// The HTTP status that GMS answers.
  var status: Int { get }
  /// The GMS phrase, such as `BAD_PARAMETER`.
  var phrase: String { get }
  /// Further facts: the option, the value, the limit, what would be accepted.
  var facts: [JSONValue.Member] { get }
}
