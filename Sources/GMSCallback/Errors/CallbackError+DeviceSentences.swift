/// The English of refusals to devices.
extension CallbackError {
  /// The sentence of a refusal to a device; nil for any other.
  var deviceSentence: String? {
    let request = self["request"] ?? ""
    let state = self["state"] ?? "in another state"
    return switch code {
    case .requestRefused:
      "the callback is \(state), which does not take the request '\(request)'; it is taken "
        + (self["accepted"] ?? "in other states")
    case .noAgentYet:
      "the callback is \(state), and no agent has been announced yet; open the chat once one has"
    case .noAccessNumber:
      "no access number is booked for callback '\(self["id"] ?? "")'; ask with 'connect', which books one when there is"
        + " one again, until '\(self["until"] ?? "")'"
    case .wrongMedium:
      "the callback is for \(self["media"] ?? "another medium"), which does not take the request '\(request)'"
    case .otherDialog:
      "'\(request)' is not the dialog that was announced; ask for '\(self["expected"] ?? "")'"
    // Codes are open; those of other subjects have their sentences elsewhere.
    default: nil
    }
  }
}
