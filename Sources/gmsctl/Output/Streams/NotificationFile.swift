internal import GMSCallback
internal import GMSCore

/// A transport that appends each notification to a file, as one line of JSON, and makes it durable.
struct NotificationFile: NotificationTransport {
  private let path: String

  /// The file of a path, which is made with the first line.
  ///
  /// Throws `OutputFailure` when it cannot be written: better than to use up the attempts of what waits.
  init(_ path: String) throws(OutputFailure) {
    self.path = path
    try FileDescriptor.checkAppending(toFile: path)
  }

  /// Appends the notification, as ``/GMSCallback/CallbackAnswer/notification(_:)`` says it.
  func deliver(_ notification: CallbackNotification) -> NotificationOutcome {
    let line = JSONWriter.compact(CallbackAnswer.notification(notification)) + "\n"
    do throws(OutputFailure) {
      try FileDescriptor.append(Array(line.utf8), toFile: path)
      return .delivered
    } catch {
      switch error {
      case .closed: return .failed(reason: "\(path): nobody reads it any more")
      case .failed(let reason): return .failed(reason: reason)
      }
    }
  }
}
