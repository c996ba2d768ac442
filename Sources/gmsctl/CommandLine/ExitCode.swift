package import GMSCore

/// What the process answers to the one who started it.
package enum ExitCode: Int32, CaseIterable, Sendable {
  /// Done.
  case done = 0
  /// A rule refused it; nothing was written.
  case refused = 1
  /// The command line is wrong.
  case usage = 2
  /// There is no such thing.
  case notFound = 3
  /// Another process holds the store.
  case busy = 4
  /// The store is damaged, or it or the output cannot be read or written.
  case unusableStore = 5
  /// There are differences.
  case differences = 10

  /// The code for a failure that a library reports.
  package init(_ category: FailureCategory) {
    switch category {
    case .refused, .malformed: self = .refused
    case .notFound: self = .notFound
    case .busy: self = .busy
    case .unusableStore: self = .unusableStore
    }
  }

  /// What the code means, for the reference page.
  package var meaning: String {
    switch self {
    case .done: "done"
    case .refused: "refused by a rule; nothing was written"
    case .usage: "wrong usage"
    case .notFound: "no such thing"
    case .busy: "the store is busy"
    case .unusableStore: "the store is damaged, or it or the output cannot be read or written"
    case .differences: "there are differences"
    }
  }
}
