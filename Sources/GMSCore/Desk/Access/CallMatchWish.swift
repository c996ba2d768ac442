/// What is wanted of a call's match beside whose call it is.
public struct CallMatchWish: Hashable, Sendable {
  /// Whether all services that the call can be for are answered; else more than one is a refusal.
  public var returnsAll: Bool
  /// Whether the data of the services is answered, as `user_data`.
  public var returnsData: Bool
  /// Whether the services that match end with this, with their data.
  public var deletesService: Bool

  /// A wish from its parts.
  public init(returnsAll: Bool = false, returnsData: Bool = false, deletesService: Bool = false) {
    self.returnsAll = returnsAll
    self.returnsData = returnsData
    self.deletesService = deletesService
  }
}
