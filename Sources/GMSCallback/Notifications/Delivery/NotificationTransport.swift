/// Takes notifications to where they go: an HTTP client, a push service, a queue of one's own.
///
/// The library ships ``RecordingTransport`` for tests. One that speaks to the network is the embedder's: what is sent,
/// to whom, in which order and how often is decided before it is asked.
public protocol NotificationTransport: Sendable {
  /// Delivers one notification, and says what became of it.
  ///
  /// It is asked outside the store's transactions, so it may take its time. When the process dies before the answer is
  /// kept, the same notification is brought again: receivers tell that by its ``CallbackNotification/id``.
  func deliver(_ notification: CallbackNotification) -> NotificationOutcome
}

/// What became of an attempt to deliver a notification.
public enum NotificationOutcome: Hashable, Sendable {
  /// The receiver has it.
  case delivered
  /// It did not work this time, for a reason that a person can read; it is tried again while attempts are left.
  case failed(reason: String)
  /// It will never work this way, such as for a device that does not exist; it is not tried again.
  case refused(reason: String)
}
