public import GMSCore
import Synchronization

/// A chat transport that remembers what it was asked to open, and answers what the test says.
public final class RecordingChatTransport: ChatTransport {
  private let answer: ChatOpening
  private let asked = Mutex<[ChatSession]>([])

  /// A transport that gives one answer each time.
  public init(_ answer: ChatOpening = .opened) { self.answer = answer }

  /// The sessions that it was asked to open, in order.
  public var sessions: [ChatSession] { asked.withLock { $0 } }

  /// Remembers the session.
  public func open(_ session: ChatSession) -> ChatOpening {
    asked.withLock { $0.append(session) }
    return answer
  }
}
