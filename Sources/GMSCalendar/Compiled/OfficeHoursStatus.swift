#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Whether an office is open at an instant, with the changes around it.
public enum OfficeHoursStatus: Hashable, Sendable {
  /// Open: since when (nil for always) and until when (nil for ever).
  case open(since: Date?, until: Date?)
  /// Closed; `next` is the next opening, nil when the office never opens again.
  case closed(next: Date?)

  /// Whether the office is open.
  public var isOpen: Bool {
    switch self {
    case .open: true
    case .closed: false
    }
  }

  /// The whole seconds from `date` until the office closes; 0 when it is closed, nil when it never closes.
  public func openSeconds(from date: Date) -> Int? {
    switch self {
    case .closed: 0
    case .open(_, let until): until.map { Int($0.secondsSince1970 - date.secondsSince1970) }
    }
  }
}
