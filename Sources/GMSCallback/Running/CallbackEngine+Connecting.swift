import GMSCore

extension CallbackEngine {
  /// `connect`.
  func connect(_ id: String, _ parameters: Options, _ context: RequestContext) throws -> ServiceResponse {
    ServiceResponse(.null)
  }

  /// `ixn/chat`.
  func openChat(_ id: String, _ parameters: Options, _ context: RequestContext) throws -> ServiceResponse {
    ServiceResponse(.null)
  }

  /// `get-dialog-user-confirmation-…`.
  func confirmationDialog(_ id: String, _ parameters: Options, _ context: RequestContext) throws
    -> ServiceResponse
  {
    ServiceResponse(.null)
  }
}
