import Synchronization

/// A transport that remembers what it was brought, and answers what a test says.
///
///     let transport = RecordingTransport()
///     let engine = CallbackEngine(store: store, notifications: transport)
///     …
///     transport.delivered.map(\.subject.name)      // ["_cbe_on_service_create", "_cbe_on_callback_queued", …]
public final class RecordingTransport: NotificationTransport {
  private let answer: @Sendable (_ notification: CallbackNotification, _ count: Int) -> NotificationOutcome
  private let brought = Mutex<[(notification: CallbackNotification, outcome: NotificationOutcome)]>([])

  /// A transport that answers by a function of the notification and of how often this id was brought before.
  public init(
    answering answer: @escaping @Sendable (CallbackNotification, _ count: Int) -> NotificationOutcome = {
      _,
      _ in .delivered
    }
  ) {
    self.answer = answer
  }

  /// A transport that fails so many times for each notification, and takes it then.
  public convenience init(failures: Int) {
    self.init { _, count in count < failures ? .failed(reason: "failure \(count + 1)") : .delivered }
  }

  /// Everything that was brought, in order, whatever the answer was.
  public var attempts: [CallbackNotification] { brought.withLock { $0.map(\.notification) } }

  /// What was brought and taken, in order.
  public var delivered: [CallbackNotification] {
    brought.withLock { $0.filter { $0.outcome == .delivered }.map(\.notification) }
  }

  /// Forgets everything.
  public func reset() { brought.withLock { $0 = [] } }

  /// Remembers the notification, and answers.
  public func deliver(_ notification: CallbackNotification) -> NotificationOutcome {
    brought.withLock { brought in
      let outcome = answer(notification, brought.count { $0.notification.id == notification.id })
      brought.append((notification, outcome))
      return outcome
    }
  }
}
