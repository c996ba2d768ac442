/// What a service answers to a request: the status that GMS would send over HTTP, and the body.
public struct ServiceResponse: Hashable, Sendable {
  /// The HTTP status, such as 200.
  public var status: Int
  /// The body.
  public var body: JSONValue

  /// A response from its parts.
  public init(status: Int = 200, _ body: JSONValue) {
    self.status = status
    self.body = body
  }
}
