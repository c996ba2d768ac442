/// A line of the log, read: what it says, with texts as pieces of the line's own bytes.
///
/// It is good for as long as the bytes are.
struct LogLine {
  /// What a line says.
  enum Content {
    /// The first line of a log.
    case header(version: UInt64, generation: UInt64)
    /// A record is now this one.
    case put(LogRecord)
    /// A record is gone.
    case remove(kind: LogText, id: LogText)
    /// A member of a section of the configuration has this value now.
    case set(section: LogText, name: LogText, value: UnsafeRawBufferPointer)
    /// A member of a section of the configuration is gone.
    case unset(section: LogText, name: LogText)
    /// A transaction of so many lines is done.
    case commit(LogCommit)
  }

  /// The number of the transaction.
  let sequence: UInt64
  /// What the line says.
  let content: Content
}

/// A record as a line of the log has it.
struct LogRecord {
  let kind: LogText
  let id: LogText
  let service: LogText
  let state: LogText
  /// Milliseconds since 1970.
  let time: Int64
  /// Milliseconds since 1970.
  let created: Int64
  /// Milliseconds since 1970; nil when nothing is due.
  let due: Int64?
  let customer: LogText?
  /// The owner's object.
  let body: UnsafeRawBufferPointer
}

/// The last line of a transaction.
struct LogCommit {
  /// How many lines of the transaction stand before it.
  let lines: UInt64
  /// The printed instant.
  let time: LogText
  let command: LogText
  /// The checksum of the transactions so far.
  let chain: UInt32
}
