import GMSCore

extension CallbackEngine {
  /// `internal-notification`.
  func notifyDevice(_ id: String, _ parameters: Options, _ context: RequestContext) throws -> ServiceResponse
  {
    ServiceResponse(.null)
  }

  /// `retrieve-notifications`.
  func retrieveNotifications(_ id: String, _ parameters: Options, _ context: RequestContext) throws
    -> ServiceResponse
  {
    ServiceResponse(.null)
  }

  /// `agent-notification`.
  func notifyAgent(_ id: String, _ parameters: Options, _ context: RequestContext) throws -> ServiceResponse {
    ServiceResponse(.null)
  }

  /// `retrieve-agent-notifications`.
  func retrieveAgentNotifications(_ id: String, _ parameters: Options, _ context: RequestContext) throws
    -> ServiceResponse
  {
    ServiceResponse(.null)
  }
}
