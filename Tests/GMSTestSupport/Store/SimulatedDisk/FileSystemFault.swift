package import GMSCore

/// What goes wrong at a call of a file system.
package enum FileSystemFault: Hashable, Sendable {
  /// The call does nothing, and fails. A sync that fails so loses what it was to sync: a later one succeeds
  /// without it, as on Linux. A file is closed all the same.
  case fails(SystemError)
  /// The call does what it should, and fails all the same.
  case failsAfterwards(SystemError)
  /// A read or a write moves half of its bytes, but at least one; other calls do what they should.
  case short
  /// A write writes half of its bytes, and fails; other calls fail.
  case tornWrite(SystemError)
  /// The call does nothing, and its process is dead: each further call fails, and does nothing either.
  case crash

  /// Whether the call has its effect, and an error tells of none.
  package var isAfterwards: Bool {
    switch self {
    case .failsAfterwards: true
    case .fails, .short, .tornWrite, .crash: false
    }
  }
}

extension SystemError {
  /// What calls of a dead process fail with; no number of the system's.
  package static let processDied = SystemError(number: -9)
}
