import GMSCalendar

extension ArrivalPattern: CustomStringConvertible {
  /// Reads a pattern as a person writes it: `60/h`, or `9:00-12:00=120/h,12:00-17:00=60/h`.
  ///
  /// - Throws: `CallbackError` with code `invalidSimulation` that says which part is wrong.
  public init(_ text: String) throws(CallbackError) {
    if !text.contains("=") {
      try self.init([Stretch(.wholeDay, perHour: ArrivalPattern.perHour(text[...], in: text))], text: text)
      return
    }
    var stretches: [Stretch] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else {
        throw .simulation("arrivals", text, "hours and their rate for '\(part)', such as '9:00-12:00=120/h'")
      }
      let hours: HoursRange
      do {
        hours = try HoursRange(pair[0])
      } catch {
        throw .simulation("arrivals", text, "hours such as '9:00-12:00' for '\(pair[0])'")
      }
      stretches.append(Stretch(hours, perHour: try ArrivalPattern.perHour(pair[1], in: text)))
    }
    try self.init(stretches, text: text)
  }

  private static let secondsOf: [(unit: String, seconds: Double)] = [
    ("s", 1), ("min", 60), ("m", 60), ("h", 3600), ("d", 86_400),
  ]

  private static func perHour(_ rate: Substring, in text: String) throws(CallbackError) -> Double {
    let parts = rate.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = SimulationPlan.number(parts[0]),
      let unit = secondsOf.first(where: { $0.unit == parts[1] })
    else { throw .simulation("arrivals", text, "a rate such as '60/h', '2/min' or '500/d' for '\(rate)'") }
    return count * 3600 / unit.seconds
  }
}
