extension ServiceDesk {
  func requestInteraction(_ request: DeskRequest, _ writer: any StoreWriter) throws -> ServiceResponse {
    // The service comes with the access numbers, in a change of its own.
    throw CoreError.serviceNotRun(request.configured)
  }
}
