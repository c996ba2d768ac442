/// Some callbacks of a list that follow each other, and where the next page begins.
public struct CallbackPage: Hashable, Sendable {
  /// The callbacks, by desired time, then by id.
  public let callbacks: [Callback]
  /// Where the next page begins; nil when this is the last.
  public let next: CallbackCursor?

  /// How many callbacks a page has unless asked otherwise: as many as GMS's own table.
  public static let defaultSize = 250

  /// A page from its parts.
  public init(callbacks: [Callback], next: CallbackCursor?) {
    self.callbacks = callbacks
    self.next = next
  }
}
