import GMSCore

// Values that may be unknown, which JSON says with null.
extension JSONValue {
  /// Text, or null.
  init(text: String?) { self = text.map { .string($0) } ?? .null }

  /// A whole number, or null.
  init(count: Int?) { self = count.map { .integer(Int64($0)) } ?? .null }

  /// Seconds, rounded to tenths, or null.
  init(seconds: Double?) {
    guard let seconds, seconds.isFinite else {
      self = .null
      return
    }
    let tenths = (seconds * 10).rounded() / 10
    self = Int64(exactly: tenths).map { .integer($0) } ?? .number("\(tenths)")
  }
}
