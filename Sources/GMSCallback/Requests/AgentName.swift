import GMSCalendar
import GMSCore

/// An agent's name as a report brings it: a word or two, which desktops, histories and terminals show.
///
/// GMS does not document what it takes. Records are not judged by it: what stands in them happened.
enum AgentName {
  /// The most bytes, in UTF-8.
  static let longest = 200

  /// Refuses a name that cannot be shown.
  ///
  /// - Throws: `CallbackError` with code `invalidParameter`, about the parameter `agent`.
  static func check(_ name: String) throws(CallbackError) {
    guard name.utf8.count <= longest, name.contains(where: { $0 != " " }),
      name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw CallbackError(
        .invalidParameter,
        [
          "event": CallbackEvent.Name.agentReserved.rawValue, "parameter": "agent",
          "value": Quotation.clip(name),
          "expected": "the agent's name: printable text of 1 to \(longest) bytes",
        ]
      )
    }
  }
}
