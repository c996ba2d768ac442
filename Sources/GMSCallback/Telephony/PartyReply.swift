/// What becomes of a question to a party: an event after some time, or nothing at all.
public struct PartyReply: Hashable, Sendable {
  /// What happens; nil when nobody says anything, so that only the driver's timers go on.
  public let event: CallbackEvent?
  /// After how many milliseconds, 0 or more.
  public let milliseconds: Int64

  /// Something that happens after some seconds; whole milliseconds are kept.
  ///
  /// - Precondition: the seconds are 0 or more, and at most 100 years.
  public init(_ event: CallbackEvent, afterSeconds seconds: Double) {
    precondition(seconds >= 0 && seconds < 3.2e9, "A reply comes after 0 seconds or more.")
    self.event = event
    milliseconds = Int64((seconds * 1000).rounded())
  }

  private init() {
    event = nil
    milliseconds = 0
  }

  /// Nobody says anything.
  public static let silence = PartyReply()
}
