/// The environment variables that gmsctl reads; no other one is looked at.
package enum EnvironmentVariable: String, CaseIterable, Sendable {
  /// The store, where `--store` does not name it.
  case store = "GMSCTL_STORE"
  /// The instant taken as now, where `--now` does not give it.
  case now = "GMSCTL_NOW"
  /// The account on whose behalf the line acts, where `--as` does not name it.
  case account = "GMSCTL_ACCOUNT"
  /// Any text in it turns colour off.
  case noColor = "NO_COLOR"
  /// The kind of terminal; `dumb` turns colour off.
  case terminal = "TERM"

  /// What it means, for the reference page.
  package var meaning: String {
    switch self {
    case .store: "the store, where `--store` does not name it"
    case .now: "the instant taken as now, where `--now` does not give it"
    case .account: "the account whose permissions hold, where `--as` does not name it"
    case .noColor: "any text in it turns colour off"
    case .terminal: "`dumb` turns colour off"
    }
  }
}

extension [String: String] {
  /// The text of a variable; nil when it is absent or empty.
  package subscript(_ variable: EnvironmentVariable) -> String? {
    guard let text = self[variable.rawValue], !text.isEmpty else { return nil }
    return text
  }
}
