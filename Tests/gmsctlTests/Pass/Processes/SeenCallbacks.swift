import Synchronization

/// The ids that were acknowledged so far, by any writer.
final class SeenCallbacks: Sendable {
  private let ids = Mutex<Set<String>>([])

  var all: Set<String> { ids.withLock { $0 } }

  func insert(_ id: String) { ids.withLock { _ = $0.insert(id) } }
}
