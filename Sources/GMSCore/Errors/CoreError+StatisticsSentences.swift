/// The English of errors about statistics.
extension CoreError {
  /// The sentence of a code about statistics; nil for any other.
  var statisticsSentence: String? {
    guard code == .statisticsUnavailable else { return nil }
    return "statistics cannot be had from \(quoted("url"))\(because); try again later"
  }
}
