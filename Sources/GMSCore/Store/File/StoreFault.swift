/// What can be wrong with a store's files beyond JSON, with its English.
enum StoreFault: Hashable {
  // In the document
  case notAStore
  case badVersion
  case badSequence
  case missing(String)
  case unknown(String)
  case notAString(String)
  case badTime(String, String)
  case repeatedRecord(String)
  case configuration(String, String)
  // In the log
  case notALog
  case notALine
  case notARecord
  case notText
  case noTransaction
  case lost(last: Int, known: Int)
  case wrongChecksum
  case anotherLine
  case wrongSequence(UInt64, expected: UInt64)
  case wrongChain
  case lineTooLong
  case noCommit
  case badBody
  case unfinishedLine
  case lostLog
  // In the document
  case notADocument
  case changedByHand
  // On the disk
  case missingFile
  case halfMade
  case notADirectory
  case wrongKind(FileStatus.Kind)
  case broken
  case earlierState
  case uncertain(SystemError)

  /// Whether a repair of the store can help.
  var isRepairable: Bool {
    switch self {
    case .configuration, .notALog, .notALine, .notARecord, .notText, .noTransaction, .lost,
      .wrongChecksum, .anotherLine,
      .wrongSequence,
      .wrongChain, .lineTooLong, .noCommit, .badBody, .unfinishedLine, .lostLog, .notADocument,
      .changedByHand, .missingFile:
      true
    case .notAStore, .badVersion, .badSequence, .missing, .unknown, .notAString, .badTime, .repeatedRecord,
      .halfMade, .notADirectory, .wrongKind, .broken, .earlierState, .uncertain:
      false
    }
  }

  /// What is wrong, and what would be right.
  var reason: String {
    switch self {
    case .notAStore: "the member 'format' must come before 'version', and be '\(StoreDocument.name)'"
    case .badVersion: "the version must be a whole number above 0"
    case .badSequence: "the sequence must be a whole number of 0 or more"
    case .missing(let name): "the member '\(name)' is missing"
    case .unknown(let name): "there is no member '\(name)' here"
    case .notAString(let name): "the member '\(name)' must be a string"
    case .badTime(let name, let text):
      "the member '\(name)' is '\(text)', not a time such as 2025-01-06T14:00:00.000Z"
    case .repeatedRecord(let id): "there is a record '\(id)' before this one"
    case .configuration(let value, let reason): "the configuration is refused at '\(value)': \(reason)"
    case .notALog: "it does not begin with the header of a log"
    case .notALine: "this is no line of a log"
    case .notARecord: "the index names another record at this place"
    case .notText: "the record is not UTF-8"
    case .noTransaction: "there is no whole transaction in it"
    case .lost(let last, let known):
      "it ends with transaction \(last), and transaction \(known) was committed: the end is lost"
    case .wrongChecksum: "the line does not fit its checksum"
    case .anotherLine: "another line stood here when the index was made"
    case .wrongSequence(let found, let expected):
      "the line is of transaction \(found), and one of \(expected) has to stand here"
    case .wrongChain:
      "the transaction that ends here is not whole: lines are missing, added or in another order"
    case .lineTooLong: "the line is longer than \(LogPrinter.longestLine) bytes"
    case .noCommit: "its transaction has no commit: it was never whole"
    case .badBody: "the record cannot be read"
    case .unfinishedLine: "the line has no end"
    case .lostLog: "the whole file was missing, and with it every record"
    case .notADocument: "it does not begin as a store's document does"
    case .changedByHand: "it does not fit its checksum: it was changed by hand or is damaged"
    case .missingFile: "the file is missing"
    case .halfMade: "the directory is there, but has no store.json"
    case .notADirectory: "it is no directory"
    case .wrongKind(.directory): "a directory stands in its place"
    case .wrongKind(.symbolicLink): "a symbolic link stands in its place"
    case .wrongKind(.regular), .wrongKind(.other): "something that is no regular file stands in its place"
    case .earlierState: "it is shown as it was, and what was cannot be changed"
    case .broken: "an earlier change could not be made durable; open the store anew"
    case .uncertain(let error):
      "the change is made, but may be lost when the machine fails now: \(error)"
    }
  }
}

extension CoreError {
  /// The error for a damaged file of a store.
  static func damaged(_ path: String, line: Int?, _ fault: StoreFault) -> CoreError {
    var facts = [JSONValue.Member("path", .string(path))]
    if let line { facts.append(JSONValue.Member("line", .integer(Int64(line)))) }
    facts.append(JSONValue.Member("reason", .string(fault.reason)))
    if fault.isRepairable { facts.append(JSONValue.Member("repairable", .bool(true))) }
    return CoreError(.storeDamaged, facts)
  }

  /// The error for a store, with the path of its directory or of the file that is wrong.
  static func store(_ code: Code, _ path: String, _ fault: StoreFault) -> CoreError {
    CoreError(code, ["path": path, "reason": fault.reason])
  }

  /// The error for a store of which a system call failed.
  static func store(_ code: Code, _ path: String, failed error: SystemError) -> CoreError {
    CoreError(code, ["path": path, "reason": error.description])
  }
}
