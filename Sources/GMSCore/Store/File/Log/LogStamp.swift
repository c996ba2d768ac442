#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// When a transaction happened, and by which command.
struct LogStamp: Hashable, Sendable {
  /// The printed instant.
  let time: String
  let command: String

  init(time: String, command: String) {
    self.time = time
    self.command = command
  }

  init(_ change: StoreChange) {
    time = InstantText.print(change.time)
    command = change.command
  }

  /// The instant; nil for a text that is none.
  var instant: Date? {
    InstantText.milliseconds(ofPrinted: time).map(Date.init(millisecondsSince1970:))
  }
}
