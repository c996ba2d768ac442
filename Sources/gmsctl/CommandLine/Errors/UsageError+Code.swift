extension UsageError {
  /// A stable name for what is wrong with a command line.
  package enum Code: String, CaseIterable, Sendable {
    /// A word that names no command.
    case unknownCommand = "unknown-command"
    /// A line that stops before it names what to do.
    case missingCommand = "missing-command"
    /// An option that the command does not have.
    case unknownOption = "unknown-option"
    /// An option that belongs to a command further down and stands before its name.
    case misplacedOption = "misplaced-option"
    /// A flag with a value.
    case unexpectedValue = "unexpected-value"
    /// An option without its value.
    case missingValue = "missing-value"
    /// An option given more than once.
    case repeatedOption = "repeated-option"
    /// Two options that exclude each other.
    case conflictingOptions = "conflicting-options"
    /// An option for commands that only read the store, given to another one.
    case onlyForReading = "only-for-reading"
    /// An option that the command cannot do without.
    case missingOption = "missing-option"
    /// An argument that the command cannot do without.
    case missingArgument = "missing-argument"
    /// An argument too many.
    case extraArgument = "extra-argument"
    /// A word that is none of those to choose from.
    case unknownChoice = "unknown-choice"
    /// Not a whole number.
    case malformedInteger = "malformed-integer"
    /// A whole number outside its range.
    case integerOutOfRange = "integer-out-of-range"
    /// Not a number with its unit.
    case malformedQuantity = "malformed-quantity"
    /// Not a point in time.
    case malformedTime = "malformed-time"
    /// Not a time zone.
    case malformedZone = "malformed-zone"
    /// Not `key=value`.
    case malformedPair = "malformed-pair"
    /// `=value` without a key.
    case emptyKey = "empty-key"
    /// The same key twice.
    case repeatedKey = "repeated-key"
    /// A field that the answer does not have.
    case unknownField = "unknown-field"
    /// An empty or repeated name in a list of fields.
    case malformedFields = "malformed-fields"
    /// A file that cannot be read.
    case unreadableFile = "unreadable-file"
    /// A file that holds no UTF-8 text.
    case notText = "not-text"
    /// Standard input asked for twice.
    case inputReadTwice = "input-read-twice"
    /// Something would be destroyed, and nobody can be asked.
    case confirmationNeeded = "confirmation-needed"
  }
}
