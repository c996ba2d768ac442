public import GMSCore

extension CallbackEngine {
  /// Cancels a callback for its customer.
  ///
  /// - Returns: The callback, COMPLETED with reason CANCELLED.
  /// - Throws: `CallbackError` with code `unknownCallback`, or `wrongState` when it is COMPLETED already.
  @discardableResult
  public func cancel(_ id: String, _ context: RequestContext) throws -> Callback {
    try report(.cancelled, to: id, for: .cancel, context).callback
  }

  /// Cancels a callback for an administrator.
  ///
  /// - Parameters:
  ///   - id: The callback.
  ///   - note: The reason that was given, kept beside CANCELLED_BY_ADMIN: at most ``RequestSize/note`` bytes
  ///     without control characters other than line breaks and tabs.
  ///   - context: What the request is given.
  /// - Returns: The callback, COMPLETED with reason CANCELLED_BY_ADMIN.
  /// - Throws: `CallbackError` with code `unknownCallback`, or `wrongState` when it is COMPLETED already;
  ///   `parameterTooLarge` or `invalidParameter` for the note.
  @discardableResult
  public func cancelByAdministrator(
    _ id: String,
    note: String? = nil,
    _ context: RequestContext
  ) throws -> Callback {
    try report(.cancelledByAdministrator(note: note), to: id, for: .cancel, context).callback
  }
}
