/// The services that the library ships, by the names of their templates.
enum DeskService: String, CaseIterable {
  case officeHours = "office-hours"
  case capacity
  case callback
  case requestInteraction = "request-interaction"
  case requestAccess = "request-access"
  case matchInteraction = "match-interaction"
  case requestChat = "request-chat"
  case get
  case basicGet = "basic_get"
  case ursStat = "urs-stat"
  case samples

  /// Whether a ``ServiceDesk`` runs it; callbacks are run one floor higher, samples have nothing to run.
  var isRun: Bool {
    switch self {
    case .officeHours, .capacity, .requestInteraction, .requestAccess, .matchInteraction, .requestChat, .get,
      .basicGet, .ursStat:
      true
    case .callback, .samples: false
    }
  }

  /// What one who requests it must be permitted to do.
  ///
  /// GMS does not document this. Calendars are told to whoever may view them; a callback is started by whoever may start
  /// it; everything else is the administrator's.
  var action: AccountAction {
    switch self {
    case .officeHours, .capacity: .view
    case .callback: .start
    case .requestInteraction, .requestAccess, .matchInteraction, .requestChat, .get, .basicGet, .ursStat,
      .samples:
      .configure
    }
  }
}
