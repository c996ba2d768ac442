#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Which callbacks are asked for; the conditions on service, state, time and end must all hold.
public struct CallbackFilter: Hashable, Sendable {
  /// Only these services; empty for all.
  public var services: Set<String>
  /// Only these states; empty for all.
  public var states: Set<CallbackState.Name>
  /// Only desired times at or after this instant.
  public var from: Date?
  /// Only desired times before this instant.
  public var to: Date?
  /// Only callbacks that ended so; empty for all, and for those that have not ended.
  public var reasons: Set<CompletionReason>
  /// Only callbacks that ended at or after this instant; nil for all, and for those that have not ended.
  public var completedFrom: Date?
  /// Conditions on properties.
  public var conditions: [PropertyCondition]
  /// Whether all conditions must hold or any of them.
  public var match: Match
  /// At most so many callbacks of each service, the earliest desired times first.
  public var maxPerService: Int

  /// How conditions on properties combine.
  public enum Match: String, CaseIterable, Sendable {
    /// Every condition holds: GMS's operand AND.
    case all
    /// At least one holds: GMS's operand OR.
    case any
  }

  /// GMS's bound of a query, 500 callbacks a service.
  public static let defaultMaxPerService = 500

  /// A filter from its parts; with the defaults, all callbacks.
  public init(
    services: Set<String> = [],
    states: Set<CallbackState.Name> = [],
    from: Date? = nil,
    to: Date? = nil,
    reasons: Set<CompletionReason> = [],
    completedFrom: Date? = nil,
    conditions: [PropertyCondition] = [],
    match: Match = .all,
    maxPerService: Int = CallbackFilter.defaultMaxPerService
  ) {
    self.services = services
    self.states = states
    self.from = from
    self.to = to
    self.reasons = reasons
    self.completedFrom = completedFrom
    self.conditions = conditions
    self.match = match
    self.maxPerService = maxPerService
  }

  /// The ends that are cancellations, by the customer or by an administrator.
  public static let cancellations: Set<CompletionReason> = [.cancelled, .cancelledByAdministrator]

  func matches(_ callback: Callback) -> Bool {
    guard endMatches(callback) else { return false }
    guard !conditions.isEmpty else { return true }
    return switch match {
    case .all: conditions.allSatisfy { $0.holds(for: callback) }
    case .any: conditions.contains { $0.holds(for: callback) }
    }
  }

  private func endMatches(_ callback: Callback) -> Bool {
    guard !reasons.isEmpty || completedFrom != nil else { return true }
    return switch callback.state {
    case .completed(let completed):
      (reasons.isEmpty || reasons.contains(completed.reason))
        && completedFrom.map { $0 <= completed.at } ?? true
    case .scheduled, .queued, .routing, .processing, .paused: false
    }
  }
}
