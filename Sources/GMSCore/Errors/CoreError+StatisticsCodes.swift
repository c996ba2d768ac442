// Statistics: facts `url`, `reason`.
extension CoreError.Code {
  /// A provider of statistics whose source does not answer.
  public static let statisticsUnavailable = CoreError.Code(rawValue: "statistics-unavailable")

  /// All codes of this file, in order.
  package static let statisticsCodes: [CoreError.Code] = [.statisticsUnavailable]
}
