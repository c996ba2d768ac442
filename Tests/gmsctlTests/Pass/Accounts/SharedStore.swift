import gmsctl

/// The small company with a second callback service, and people of every kind.
enum SharedStore {
  static let additions = #"""
    {
      "services": {
        "sales": {"_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED",
          "_media_type": "voice", "_wait_for_agent": "true", "_business_hours_service": "Office",
          "_service_groups": "field"}
      },
      "accounts": {
        "half": {"roles": "Administrator", "services": "sales"},
        "kate": {"roles": "Supervisor", "services": "support"},
        "nobody": {},
        "other": {"roles": "Supervisor", "services": "sales"},
        "reader": {"roles": "CallbackReadOnly"},
        "root": {"roles": "Administrator"},
        "spare": {"roles": "Supervisor", "services": "field"}
      }
    }
    """#

  /// A store of it with the callback `id` in the service `support`.
  static func make() throws -> (harness: CommandLineHarness, id: String) {
    let (harness, id) = try SmallCompany.booked()
    _ = try harness.answer("apply -f -", input: additions)
    try harness.write(additions, to: "same.json")
    try harness.write("[service.More]\n_type = builtin\n_service = office-hours\n", to: "more.cfg")
    try harness.write("", to: "empty.jsonl")
    try harness.write("\(id)\n", to: "ids.txt")
    return (harness, id)
  }
}
