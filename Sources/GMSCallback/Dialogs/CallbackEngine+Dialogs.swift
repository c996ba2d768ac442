#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
public import GMSCore

extension CallbackEngine {
  /// What a customer's device is to do or show now.
  ///
  /// | scenario | where it stands | dialog |
  /// |---|---|---|
  /// | the customer calls or opens a chat | an access number is offered | DialNumber |
  /// | | a chat is offered | StartChat |
  /// | any that asks first | an agent waits for the customer's confirmation | ConfirmationDialog |
  /// | the customer calls or opens a chat | before that | a text that the customer will be told |
  /// | else | | none: nil |
  ///
  /// - Returns: The dialog; nil when the device has nothing to show, as in scenarios that call the customer.
  /// - Throws: `CallbackError` with code `unknownCallback`, or `noAccessNumber` when the customer is to call and no
  ///   number was free; ``ask(_:of:_:_:)`` with `connect` tries to book one.
  public func dialog(of id: String, _ context: RequestContext) throws -> CallbackDialog? {
    try store.read { reader in
      try dialog(of: callback(id, for: .view, reader), at: context.now, reader)
    }
  }

  /// What a customer's device is to do or show, in a transaction.
  func dialog(of callback: Callback, at now: Date, _ reader: any StoreReader) throws -> CallbackDialog? {
    let policy = try policy(of: callback, reader)
    switch callback.state.kind {
    case .waitingForConfirmation: return .confirmation(.agentIsReady(callback, media: policy.media))
    case .waitingForCustomer, .agentWaitsForCustomer:
      return try offer(callback, policy, at: now, reader)
    case .snoozed:
      guard case .queued(let queued) = callback.state, case .snoozed(let until) = queued.phase else {
        return nil
      }
      return .notice(.snoozed(callback.id, until: until))
    case .scheduled, .submitting, .waitingToSubmit, .waitingForAgent, .paused, .pausedSubmitting:
      return policy.customerCallsIn ? .notice(.notified(callback.id)) : nil
    case .agentPreview, .dialling, .waitingToDial, .waitingOnCall, .diallingCustomer, .diallingAgent,
      .customerJoinsAgent, .agentJoinsCustomer, .processing, .completed:
      return nil
    }
  }

  private func offer(
    _ callback: Callback,
    _ policy: CallbackPolicy,
    at now: Date,
    _ reader: any StoreReader
  ) throws -> CallbackDialog {
    switch policy.media {
    case .chat:
      return .startChat(
        StartChatDialog(
          id: callback.id,
          device: callback.properties["_device_notification_id"] ?? "",
          server: try reader.serverAddress()
        )
      )
    case .voice:
      guard let booking = try callback.liveBooking(at: now, reader) else {
        throw CallbackError(
          .noAccessNumber,
          ["id": callback.id.text, "until": callback.offerEnds.map(InstantText.print) ?? ""]
        )
      }
      return .dialNumber(
        DialNumberDialog(
          id: callback.id,
          number: booking.number,
          code: booking.code,
          secondsLeft: min(booking.secondsLeft(at: now), callback.secondsOfOffer(at: now))
        )
      )
    }
  }
}
