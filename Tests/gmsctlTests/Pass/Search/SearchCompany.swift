import GMSCallback
import GMSCore
import GMSTestSupport

/// What the searches through the engine begin with: one service, one access number, two callbacks that ask for now.
enum SearchCompany {
  /// When both callbacks are asked for.
  static let start = instant("2025-01-06T14:00:00Z")

  /// The names that scripts give the callbacks.
  static let names = ["A", "B"]

  /// A service of a scenario, with counts and times so small that everything lies within reach.
  static func configuration(_ options: String) -> String {
    #"""
    {"services": {
      "Always": {"_type": "builtin", "_service": "office-hours", "_bh_regular1": "Mon-Sun 00:00-24:00"},
      "support": {"_type": "ors", "_service": "callback", "_resource_group": "DNIS",
      "_business_hours_service": "Always",
      "_max_dial_attempts": "2", "_userorig_connect_limit": "2", "_max_ors_submit_attempts": "2",
      "_max_transfer_to_agent_attempts": "2", "_max_number_of_user_availability_confirmation_attempts": "1",
      "_booking_expiration_timeout": "30", "_request_execution_time_buffer": "120", "_ttl": "3600", \#(options)}},
     "resources": {"DNIS": {"strategy": "local", "numbers": ["6504663204"]}}}
    """#
  }

  static let originatedDelayed = configuration(
    #""_call_direction": "USERORIGINATED", "_media_type": "voice", "_wait_for_agent": "true", "_wait_for_user_confirm": "true""#
  )
  static let originatedImmediate = configuration(
    #""_call_direction": "USERORIGINATED", "_media_type": "voice", "_wait_for_agent": "false""#
  )
  static let terminated = configuration(
    #""_call_direction": "USERTERMINATED", "_media_type": "voice", "_wait_for_agent": "true""#
  )

  /// The command that starts a callback, but for the time.
  static func startWords(_ index: Int, at desired: String?) -> [String] {
    ["callback", "start", "support", "--number", "500\(index)", "--seed", "\(index + 1)"]
      + (desired.map { ["--at", $0] } ?? [])
  }
}
