#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Which records of one kind are asked for; every condition that is given must hold.
public struct RecordQuery: Hashable, Sendable {
  /// The family of the records.
  public var kind: RecordKind
  /// Only these services; nil for all, empty for none.
  public var services: Set<String>?
  /// Only these states; nil for all, empty for none.
  public var states: Set<String>?
  /// Only records whose `time` is at or after this instant.
  public var from: Date?
  /// Only records whose `time` is before this instant.
  public var to: Date?
  /// Only records that are due at or before this instant.
  public var dueBy: Date?
  /// Only records of this customer, normalised.
  public var customer: String?
  /// Only records made at or after this instant.
  public var createdFrom: Date?
  /// The order of the answer.
  public var order: Order
  /// At most so many; nil for all.
  public var limit: Int?

  /// The orders in which records can be answered; ties are ordered by id, byte by byte.
  public enum Order: Hashable, Sendable {
    /// By `time`, earliest first.
    case time
    /// By `due`, earliest first; records that are not due never appear.
    case due
    /// By `created`, earliest first.
    case created
  }

  /// A query; with the defaults, all records of the kind by time.
  public init(
    _ kind: RecordKind,
    services: Set<String>? = nil,
    states: Set<String>? = nil,
    from: Date? = nil,
    to: Date? = nil,
    dueBy: Date? = nil,
    customer: String? = nil,
    createdFrom: Date? = nil,
    order: Order = .time,
    limit: Int? = nil
  ) {
    self.kind = kind
    self.services = services
    self.states = states
    self.from = from
    self.to = to
    self.dueBy = dueBy
    self.customer = customer
    self.createdFrom = createdFrom
    self.order = order
    self.limit = limit
  }
}
