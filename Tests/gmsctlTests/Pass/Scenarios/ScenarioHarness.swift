import gmsctl

/// A store with a service that gives numbers and one that opens chats.
enum ScenarioHarness {
  static let configuration = #"""
    {
      "options": {"server": {"external_url_base": "https://gms.example.com"}},
      "services": {
        "dial-in": {"_type": "ors", "_service": "callback", "_call_direction": "USERORIGINATED",
          "_media_type": "voice", "_wait_for_agent": "true", "_wait_for_user_confirm": "true",
          "_resource_group": "DNIS"},
        "chat": {"_type": "ors", "_service": "callback", "_media_type": "chat", "_wait_for_agent": "false",
          "_wait_for_user_confirm": "false"},
        "now": {"_type": "ors", "_service": "callback", "_call_direction": "USERORIGINATED",
          "_media_type": "voice", "_wait_for_agent": "false", "_resource_group": "DNIS"}
      },
      "resources": {"DNIS": {"strategy": "local", "numbers": ["6504663204"]}}
    }
    """#

  static func make() throws -> CommandLineHarness { try CommandLineHarness(configuration: configuration) }

  /// The id in an answer, which is the value after `"_id":`.
  static func id(_ answer: String) throws -> String {
    guard let found = answer.firstMatch(of: #/"_id":"([^"]+)"/#) else {
      throw CommandLineHarness.Failure(
        line: answer,
        outcome: .init(code: .refused, output: answer, errors: "no id")
      )
    }
    return String(found.1)
  }
}
