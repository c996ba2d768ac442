/// Why an index cannot be used.
///
/// None of these is an error for a user: whoever reads the index drops it, and reads the log. Where that
/// fails too, the log's own error is the one to tell.
package enum IndexDamage: Error, Hashable, Sendable {
  /// The system could not read the file.
  case unreadable(SystemError)
  /// The file has another length than its header says, or none that an index can have.
  case length
  /// The file does not begin as an index does.
  case notAnIndex
  /// The file is an index of another version.
  case version(UInt32)
  /// The checksum of a page does not fit.
  case page(Int)
  /// The checksums fit, but the header does not fit itself.
  case header
  /// The checksums fit, but a table names something that is not there.
  case reference
  /// The log did not give the record that a row names.
  case record(CoreError)
}

extension IndexDamage: CustomStringConvertible {
  /// What is wrong, in words.
  package var description: String {
    switch self {
    case .unreadable(let error): "the index cannot be read: \(error)"
    case .length: "the index has not the length that it should have"
    case .notAnIndex: "the file is no index"
    case .version(let version):
      "the index has version \(version), and this library reads \(IndexHeader.version)"
    case .page(let number): "the checksum of page \(number) of the index does not fit"
    case .header: "the numbers in the header of the index do not fit each other"
    case .reference: "the index names something that it does not have"
    case .record(let error): "the log has no record where the index says: \(error)"
    }
  }
}
