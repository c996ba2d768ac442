public import GMSCore

/// What an event did to a callback, with what those need to know who now have to act.
public struct EventReport: Hashable, Sendable {
  /// The callback after it.
  public let callback: Callback
  /// The steps with the actions to take: the event's own, and those that followed from it at once.
  public let transitions: [CallbackTransition]
  /// What of the customer's data goes to an agent who is shown the callback, or called for it.
  ///
  /// Nothing when the steps tell no agent. See ``Callback/attachedData(_:)``.
  public let attachedData: Options
  /// The offers that had to be made without an access number.
  public let shortages: [OfferShortage]

  /// A report from its parts.
  public init(
    callback: Callback,
    transitions: [CallbackTransition],
    attachedData: Options = [:],
    shortages: [OfferShortage] = []
  ) {
    self.callback = callback
    self.transitions = transitions
    self.attachedData = attachedData
    self.shortages = shortages
  }
}
