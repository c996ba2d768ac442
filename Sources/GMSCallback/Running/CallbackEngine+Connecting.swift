#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

extension CallbackEngine {
  /// `connect`: the customer confirms, or asks again for what is offered.
  ///
  /// | where the callback stands | what happens | answer |
  /// |---|---|---|
  /// | an agent waits for the confirmation | it is given | DialNumber, StartChat, or a text that the telephone rings |
  /// | the same, with `_snooze=true` | the customer is left alone for `_snooze_duration` | a text until when |
  /// | snoozed | the snooze ends | a text that the customer will be told |
  /// | a number or a chat is offered | nothing; a number that was not free before is booked now | DialNumber, StartChat |
  /// | anywhere else | | a refusal |
  ///
  /// GMS lets a customer snooze and does not document how a device says so: the parameter `_snooze` is our decision. So
  /// is it that the customer's own data, when the request brings some, is kept with the callback.
  ///
  /// - Throws: `CallbackError` with code `requestRefused`; `CoreError` such as `numbersExhausted` (503) when no number is
  ///   free, and the callback waits for another `connect` then.
  func connect(_ id: String, _ parameters: Options, _ context: RequestContext) throws -> ServiceResponse {
    let given = try DeviceParameters(.connect, parameters, own: ["_snooze"])
    let snoozes = try given.flag("_snooze")
    return try store.write(context.change) { writer in
      var callback = try callback(id, for: .configure, writer)
      try given.checkSize(with: callback)
      let policy = try policy(of: callback, writer)
      try steps(context, writer, shortages: OfferShortages())
        .catchUp(&callback, to: context.now, policy: policy)
      let steps = steps(context, writer)
      let now = context.now
      let connected: Bool
      switch callback.state.kind {
      case .waitingForConfirmation:
        callback.merge(given.kept)
        let event = snoozes ? CallbackEvent.customerSnoozed : .customerConfirmed
        try steps.apply(event, to: &callback, at: now, policy: policy)
        connected = !snoozes
      case .snoozed where !snoozes:
        callback.merge(given.kept)
        try steps.apply(.customerConfirmed, to: &callback, at: now, policy: policy)
        connected = false
      case .waitingForCustomer where !snoozes, .agentWaitsForCustomer where !snoozes:
        try keepOffer(&callback, given.kept, policy: policy, steps)
        connected = true
      case .snoozed, .waitingForCustomer, .agentWaitsForCustomer:
        throw refusal(
          .connect,
          of: callback,
          accepted: "with '_snooze' while an agent waits for the customer's confirmation"
        )
      case .scheduled, .submitting, .waitingToSubmit, .waitingForAgent, .agentPreview, .dialling,
        .waitingToDial,
        .waitingOnCall, .diallingCustomer, .diallingAgent, .customerJoinsAgent, .agentJoinsCustomer,
        .processing, .paused, .pausedSubmitting, .completed:
        throw refusal(
          .connect,
          of: callback,
          accepted:
            "while an agent waits for the customer's confirmation, and while a number or a chat is offered"
        )
      }
      if let dialog = try dialog(of: callback, at: now, writer) { return ServiceResponse(dialog.json) }
      let notice = connected ? WaitingNotice.called(callback.id) : .notified(callback.id)
      return ServiceResponse(notice.json)
    }
  }

  /// Keeps an offer as it is, but books a number where there was none, and takes in what the device brought.
  private func keepOffer(
    _ callback: inout Callback,
    _ kept: [String: String],
    policy: CallbackPolicy,
    _ steps: CallbackSteps
  ) throws {
    let before = callback
    callback.merge(kept)
    let now = steps.context.now
    if policy.media == .voice, let until = callback.offerEnds,
      try callback.liveBooking(at: now, steps.writer) == nil
    {
      try steps.book(for: &callback, at: now, until: until)
    }
    if callback != before { try steps.writer.put(callback.stored) }
  }

  /// `get-dialog-user-confirmation-provide_code-…`: the dialog that a push announced.
  ///
  /// It can be asked for until the customer has confirmed and come: what follows its button, `connect`, is answered so
  /// long. Nothing changes.
  ///
  /// - Throws: `CallbackError` with code `otherDialog` when the push announced the other one, `requestRefused` when no
  ///   customer is asked or awaited.
  func confirmationDialog(
    _ request: RunningRequest,
    _ id: String,
    _ parameters: Options
  ) throws -> ServiceResponse {
    _ = try DeviceParameters(request, parameters, own: [])
    return try store.read { reader in
      let callback = try callback(id, for: .view, reader)
      let service = try configuredService(of: callback, reader)
      let policy = try service.map { try CallbackPolicy($0) } ?? CallbackPolicy()
      guard policy.needsConfirmation, callback.state.kind == .waitingForConfirmation || callback.state.isOffer
      else {
        throw refusal(
          request,
          of: callback,
          accepted: "while an agent waits for the customer to confirm and come"
        )
      }
      let announced = RunningRequest.announced(providesCode: try service?.boolean("_provide_code") ?? false)
      guard request == announced else {
        throw CallbackError(
          .otherDialog,
          ["id": id, "request": request.rawValue, "expected": announced.rawValue]
        )
      }
      return ServiceResponse(
        CallbackDialog.confirmation(.agentIsReady(callback, media: policy.media)).json
      )
    }
  }

  /// The refusal of a request that a callback's state does not take.
  func refusal(_ request: RunningRequest, of callback: Callback, accepted: String) -> CallbackError {
    CallbackError(
      .requestRefused,
      [
        "id": callback.id.text, "state": callback.state.kind.rawValue, "request": request.rawValue,
        "accepted": accepted,
      ]
    )
  }
}

extension RunningRequest {
  /// The dialog that a push announces, by whether the service gives codes (`_provide_code`).
  package static func announced(providesCode: Bool) -> RunningRequest {
    providesCode ? .confirmationDialogWithCode : .confirmationDialog
  }
}
