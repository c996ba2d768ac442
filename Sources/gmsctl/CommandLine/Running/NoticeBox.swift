internal import GMSCore
internal import Synchronization

/// Gathers what the store puts right by itself while a command runs; it is told when the command has ended.
package final class NoticeBox: Sendable {
  private let notices = Mutex<[String]>([])

  /// Adds what a store tells.
  func add(_ notice: StoreNotice) { notices.withLock { $0.append(notice.description) } }

  /// Takes everything out.
  func take() -> [String] {
    notices.withLock { notices in
      defer { notices = [] }
      return notices
    }
  }
}
