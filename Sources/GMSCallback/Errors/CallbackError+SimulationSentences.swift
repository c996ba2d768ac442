import GMSCalendar
import GMSCore

extension CallbackError {
  /// The English of errors about simulations; nil for other errors.
  var simulationSentence: String? {
    guard code == .invalidSimulation else { return nil }
    return "'\(Quotation.cut(self["value"] ?? ""))' cannot be the simulation's '\(self["parameter"] ?? "")'"
      + (self["expected"].map { "; give \($0)" } ?? "")
      + (self["suggestion"].map { ". Did you mean '\($0)'?" } ?? "")
  }

  /// A part of a simulation's plan that cannot be.
  ///
  /// - Parameters:
  ///   - parameter: The part, by the name that a person gives it.
  ///   - value: What was given.
  ///   - expected: What would be right.
  ///   - name: A name in it that is not known.
  ///   - names: The names that are known.
  /// - Returns: The refusal.
  static func simulation(
    _ parameter: String,
    _ value: String,
    _ expected: String,
    nearest name: String? = nil,
    in names: [String] = []
  ) -> CallbackError {
    var facts = [
      JSONValue.Member("parameter", .string(parameter)), JSONValue.Member("value", .string(value)),
      JSONValue.Member("expected", .string(expected)),
    ]
    if let name, let suggestion = NearestName.find(name, in: names) {
      facts.append(JSONValue.Member("suggestion", .string(suggestion)))
    }
    return CallbackError(.invalidSimulation, facts)
  }
}
