/// What an account may or may not do; the raw value is the word that commands and errors use.
///
/// The first four concern a service, whose callbacks they are. ``configure`` is everything else: it concerns
/// the configuration, the store and the node as a whole.
public enum AccountAction: String, CaseIterable, Sendable {
  /// Looking at callbacks, at queues, at free slots, at a service's calendar.
  case view
  /// Asking for a callback.
  case start
  /// Moving a callback, or changing its parameters.
  case reschedule
  /// Cancelling callbacks.
  case cancel
  /// Everything else: the configuration, the store, moving time on, what telephony tells.
  case configure

  /// Whether an account's list of services says where it may do this.
  public var isLimitedToServices: Bool {
    switch self {
    case .view, .start, .reschedule, .cancel: true
    case .configure: false
    }
  }

  /// The roles that include it, in the order of ``AccountRole``.
  public var roles: [AccountRole] { AccountRole.allCases.filter { $0.actions.contains(self) } }

  /// Its place in the masks of ``Permissions``.
  var mask: UInt8 {
    switch self {
    case .view: 1
    case .start: 2
    case .reschedule: 4
    case .cancel: 8
    case .configure: 16
    }
  }
}
