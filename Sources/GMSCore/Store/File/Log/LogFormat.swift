/// The names and bounds of a store's files.
package enum LogFormat {
  /// What stands in the log's member `format`.
  package static let name = "gms-log"
  /// What this library reads and writes, in the log and in the document.
  package static let version: UInt64 = 2
}
