internal import GMSCalendar

/// What can be checked of a value before the command runs.
extension ValueKind {
  /// Refuses text that is not of this kind.
  ///
  /// Times, zones and services are not checked here: they need the zone database, or the store.
  ///
  /// `place` is the option or argument, as the message names it.
  func check(_ text: String, place: String) throws(UsageError) {
    switch self {
    case .text, .time, .service, .timeZone, .commandPath: return
    case .file, .directory:
      // `--store "$UNSET"` must not end in some other place than the one that was meant.
      if text.isEmpty {
        throw UsageError(.missingValue, value: place, detail: "it got an empty one")
      }
    case .integer(let range): _ = try Self.integer(text, in: range, place: place)
    case .keyValue: _ = try KeyValue(parsing: text)
    case .pair: _ = try KeyValue(parsing: text, as: placeholder)
    case .choice(let words):
      if words.contains(text) { return }
      throw UsageError(
        .unknownChoice,
        value: text,
        place: place,
        suggestion: NearestName.find(text, in: words),
        detail: Self.alternatives(words)
      )
    }
  }

  /// The whole number that a text writes.
  static func integer(
    _ text: String,
    in range: ClosedRange<Int>,
    place: String
  ) throws(UsageError) -> Int {
    let bound =
      range.upperBound == Int.max
      ? "write \(range.lowerBound) or more" : "write \(range.lowerBound) to \(range.upperBound)"
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { throw UsageError(.malformedInteger, value: text, place: place, detail: bound) }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(.integerOutOfRange, value: text, place: place, detail: bound)
    }
    return number
  }

  /// `a, b or c`.
  static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
