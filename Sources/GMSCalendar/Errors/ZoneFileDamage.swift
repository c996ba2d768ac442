/// What is wrong with a zone file, found while it is read; its text becomes the detail of `damagedZoneFile`.
enum ZoneFileDamage: Error, Hashable {
  /// The file does not begin with `TZif`.
  case notTZif
  /// The version byte is neither NUL nor a digit from 2.
  case unknownVersion(UInt8)
  /// The second header is missing or has another version than the first.
  case secondHeader
  /// The bytes end before what the header announces.
  case truncated(needed: Int, found: Int)
  /// A count of the header contradicts the others or the size of the file.
  case badCount(field: String, count: UInt32)
  /// The file counts leap seconds, as those under `right/` do.
  case leapSeconds
  /// A transition that is not later than the one before it.
  case unsortedTransition(index: Int)
  /// A transition billions of years away.
  case transitionOutOfRange(index: Int)
  /// A transition to a local time type that does not exist.
  case unknownType(index: Int, type: Int)
  /// An offset that no clock has.
  case offsetOutOfRange(type: Int, seconds: Int)
  /// A flag that is neither 0 nor 1.
  case badFlag(field: String, index: Int)
  /// A designation that begins or ends outside of the designations.
  case badDesignation(type: Int)
  /// The rule after the last transition is not enclosed in line feeds, or not ASCII.
  case unterminatedRule
  /// The rule after the last transition is not a POSIX TZ string.
  case malformedRule(String, position: Int, expected: PosixPart)
  /// The name leads to a pipe, a device or a socket.
  case notRegularFile
  /// The file is larger than any zone file can be.
  case tooLarge(limit: Int)
  /// A symbolic link leads out of the zone directory.
  case leavesDirectory
  /// The system refused to open or read the file.
  case unreadable(errorNumber: Int32)

  /// A part of a POSIX TZ string.
  enum PosixPart {
    case name, offset, comma, day, time, end
  }
}

extension ZoneFileDamage: CustomStringConvertible {
  /// The damage as a clause that follows a colon.
  var description: String {
    switch self {
    case .notTZif: "it does not begin with 'TZif'"
    case .unknownVersion(let byte): "its version byte is \(byte); versions 1 to 4 are known"
    case .secondHeader: "its 64-bit part does not begin with the same header"
    case .truncated(let needed, let found): "it ends after \(found) bytes, its header announces \(needed)"
    case .badCount(let field, let count): "its count '\(field)' of \(count) cannot be"
    case .leapSeconds:
      "it counts leap seconds, as the files under 'right/' do; use the zone outside of 'right/'"
    case .unsortedTransition(let index): "transition \(index) is not later than the one before it"
    case .transitionOutOfRange(let index): "transition \(index) lies more than 18 billion years away"
    case .unknownType(let index, let type):
      "transition \(index) leads to local time type \(type), which is missing"
    case .offsetOutOfRange(let type, let seconds):
      "local time type \(type) is \(seconds) seconds from UTC; the limits are -89999 and 93599"
    case .badFlag(let field, let index): "flag '\(field)' \(index) is neither 0 nor 1"
    case .badDesignation(let type):
      "the designation of local time type \(type) is outside of the designations"
    case .unterminatedRule: "the rule after its last transition is not a line of ASCII"
    case .malformedRule(let rule, let position, let expected):
      "the rule '\(rule)' needs \(expected.description) after \(position) characters"
    case .notRegularFile: "it is not a regular file"
    case .tooLarge(let limit): "it is larger than \(limit) bytes"
    case .leavesDirectory: "it is a link that leaves the zone directory"
    case .unreadable(let number): "the system refuses to read it (error \(number))"
    }
  }

  /// The same damage as the library's error, for the zone of that name.
  func error(of name: String) -> CalendarError {
    CalendarError(.damagedZoneFile, value: name, detail: description)
  }
}

extension ZoneFileDamage.PosixPart: CustomStringConvertible {
  /// What should stand there.
  var description: String {
    switch self {
    case .name: "a name of three or more letters, or one in '<>'"
    case .offset: "an offset hh[:mm[:ss]] up to 24 hours"
    case .comma: "a comma and the day of a change"
    case .day: "a day: Jn (1-365), n (0-365) or Mm.w.d"
    case .time: "a time hh[:mm[:ss]] up to 167 hours"
    case .end: "its end"
    }
  }
}
