/// What a transaction writes to the log.
struct FileCommit {
  /// Where the bytes belong.
  let offset: UInt64
  /// The lines that are not yet written, and the commit.
  let bytes: [UInt8]
  /// Where the log ends afterwards.
  let end: LogEnd
  /// The new configuration; nil when it stays as it is.
  let configuration: Configuration?
}
