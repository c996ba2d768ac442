/// What kind of text an argument or an option takes.
///
/// The kind decides what is checked before the command runs, what completion offers, and which word stands
/// for the value in help.
package enum ValueKind: Sendable, Hashable {
  /// Any text.
  case text
  /// The path of a file; `-` is standard input where the command reads it.
  case file
  /// The path of a directory.
  case directory
  /// A point in time, read when the command asks for it (the zone may be an option of its own).
  case time
  /// A whole number within a range.
  case integer(ClosedRange<Int>)
  /// The name of a configured service.
  case service
  /// The name of a time zone.
  case timeZone
  /// `key=value`, where a value `@file` is read from that file and `-` from standard input.
  case keyValue
  /// `NAME=VALUE`, taken as it is written.
  case pair
  /// One of some words.
  case choice([String])
  /// The words of a command, for `help`.
  case commandPath

  /// A whole number from zero up.
  package static let count = ValueKind.integer(0...Int.max)

  /// The word that stands for a value of this kind where nothing better was given.
  package var placeholder: String {
    switch self {
    case .text: "TEXT"
    case .file: "FILE"
    case .directory: "DIR"
    case .time: "TIME"
    case .integer: "N"
    case .service: "SERVICE"
    case .timeZone: "ZONE"
    case .keyValue: "key=value"
    case .pair: "NAME=VALUE"
    case .choice(let words): words.joined(separator: "|")
    case .commandPath: "COMMAND"
    }
  }
}
