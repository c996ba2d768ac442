extension ServiceResponse {
  /// A status other than 200 as an error, for callers that end with one; nil for 200.
  ///
  /// A 404 is of the category `notFound`, any other status a refusal.
  ///
  /// - Parameter service: The service that answered.
  /// - Returns: `CoreError` with code `serviceStatus`.
  public func failure(of service: String) -> CoreError? {
    guard status != 200 else { return nil }
    return CoreError(
      .serviceStatus,
      [.init("service", .string(service)), .init("status", .integer(Int64(status)))]
    )
  }
}
