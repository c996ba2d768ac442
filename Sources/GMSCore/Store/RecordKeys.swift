#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The keys by which a store finds records without decoding them.
///
/// Times count whole milliseconds.
public struct RecordKeys: Hashable, Sendable {
  /// The service that the record belongs to.
  public var service: String
  /// The state of the record, as its kind names it.
  public var state: String
  /// The time that queries by time use: a callback's desired time.
  public var time: Date
  /// When the record was made.
  public var created: Date
  /// When the driver must look at the record again; nil when nothing is due.
  public var due: Date?
  /// Whom the record is for, normalised for comparison.
  public var customer: String?

  /// Keys from their parts.
  public init(
    service: String,
    state: String,
    time: Date,
    created: Date,
    due: Date? = nil,
    customer: String? = nil
  ) {
    self.service = service
    self.state = state
    self.time = time
    self.created = created
    self.due = due
    self.customer = customer
  }
}
