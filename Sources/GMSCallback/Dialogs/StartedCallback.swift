public import GMSCore

/// A callback that was just asked for, and what the customer's device is to do first.
public struct StartedCallback: Hashable, Sendable {
  /// The callback.
  public let callback: Callback
  /// What the device is to do or show; nil in scenarios that call the customer, whose answer is the record.
  public let dialog: CallbackDialog?

  /// A start from its parts.
  public init(callback: Callback, dialog: CallbackDialog?) {
    self.callback = callback
    self.dialog = dialog
  }

  /// The answer to the start request: the dialog, or the record with these keys.
  public func answer(keys: some Sequence<String> = []) -> JSONValue {
    dialog?.json ?? callback.answer(keys: keys)
  }
}

extension CallbackEngine {
  /// Takes a request for a callback, and says what the customer's device is to do first.
  ///
  /// An immediate callback whose customer calls in has its access number, or its chat, already: the dialog tells it. A
  /// delayed one has a text that the customer will be told.
  ///
  /// - Returns: The new callback, as ``start(_:_:)`` answers it, and the dialog.
  /// - Throws: as ``start(_:_:)``; `CoreError` with code `numbersExhausted` (503) and its like when a number is needed
  ///   at once and there is none. Nothing is written then.
  public func startWithDialog(_ request: StartRequest, _ context: RequestContext) throws -> StartedCallback {
    try store.write(context.change) { try startWithDialog(request, context, $0) }
  }

  /// Takes a request for a callback inside a transaction, and says what the device is to do first.
  func startWithDialog(
    _ request: StartRequest,
    _ context: RequestContext,
    _ writer: any StoreWriter
  ) throws -> StartedCallback {
    let callback = try start(request, context, writer)
    return StartedCallback(
      callback: callback,
      dialog: try dialog(of: callback, at: context.now, writer)
    )
  }

  /// Whether a start is answered with a dialog: the customer of the service calls in or chats.
  package func startAnswersDialog(of service: String) throws -> Bool {
    try store.read { reader in
      try authority.require(.view, on: service, reader)
      return try CallbackPolicy(self.service(service, reader)).customerCallsIn
    }
  }
}
