/// One step that the driver took: which callback, and what became of it.
public struct DriverStep: Hashable, Sendable {
  /// The callback.
  public let id: CallbackID
  /// Its service.
  public let service: String
  /// What happened, when, and what has to be done.
  public let transition: CallbackTransition

  /// A step from its parts.
  public init(id: CallbackID, service: String, transition: CallbackTransition) {
    self.id = id
    self.service = service
    self.transition = transition
  }
}
