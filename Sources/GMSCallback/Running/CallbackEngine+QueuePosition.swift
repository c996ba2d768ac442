import GMSCore

extension CallbackEngine {
  /// `check-queue-position`.
  func checkQueuePosition(_ id: String, _ parameters: Options, _ context: RequestContext) throws
    -> ServiceResponse
  {
    ServiceResponse(.null)
  }
}
