extension ServiceDesk {
  /// `request-access`: books an access number for a service that runs already.
  ///
  ///     {"_id":"1-…","_access_number":"6504664136","_expiration_time":"30"}
  ///
  /// `_id` names the service: an instance, or a callback that is not completed. `_booking_expiration_timeout` of the
  /// request beats that of the service, which beats the group's; a request's value that is no whole number from 5 to
  /// 1800 counts as 30.
  func requestAccess(_ request: DeskRequest, _ writer: any StoreWriter) throws -> ServiceResponse {
    guard let id = request.service["_id"] else {
      throw CoreError.missingParameter(
        "_id",
        of: request.configured.name.text,
        accepted: "the id of a running service"
      )
    }
    let holder = try holder(id, at: request.context.now, writer)
    var generator = request.context.randomness.generator(sequence: writer.sequence)
    return try giveAccess(to: holder, request, writer, using: &generator)
  }
}
