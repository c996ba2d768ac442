import GMSCalendar

/// The ranges that can be asked for by name: the predefined ones, and those that the configuration's section
/// `callback` saves.
///
/// The option `custom-date-ranges` keeps the saved ones, as JSON: names, each with its first and last day in
/// days from today. GMS keeps such ranges for each user and does not document where; the option is this
/// library's.
///
///     {"Last seven days":{"start":-7,"end":-1},"Today":{"start":0,"end":0}}
public struct DateRangeCatalog: Hashable, Sendable {
  /// The option of the section `callback` that keeps saved ranges.
  public static let option = "custom-date-ranges"

  /// All ranges: the predefined ones, then the saved ones in the order in which the option has them.
  public let ranges: [DateRange]

  /// The catalogue with the ranges that an option's text saves.
  ///
  /// - Parameter text: The option's text; nil or empty for no saved range.
  /// - Throws: `CoreError` with code `invalidOption` that names what is wrong in it.
  public init(saved text: String? = nil) throws(CoreError) {
    ranges =
      PredefinedDateRange.allCases.map { .predefined($0) }
      + (try DateRangeCatalog.saved(text ?? "").map { .saved($0) })
  }

  /// The range of a name.
  ///
  /// - Throws: `CoreError` with code `unknownDateRange`, with the nearest name and all that there are.
  public func range(named name: String) throws(CoreError) -> DateRange {
    if let range = ranges.first(where: { $0.name == name }) { return range }
    var facts = [JSONValue.Member("value", .string(name))]
    if let nearest = NearestName.find(name, in: ranges.lazy.map(\.name)) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    facts.append(.init("known", .array(ranges.map { .string($0.name) })))
    throw CoreError(.unknownDateRange, facts)
  }

  private static func saved(_ text: String) throws(CoreError) -> [SavedDateRange] {
    guard !text.isEmpty else { return [] }
    let option = ListingOption(name: option, text: text)
    var ranges: [SavedDateRange] = []
    for member in try option.members(#"names, each with days such as {"start":-7,"end":-1}"#) {
      try option.checkName(member.name, of: "a range")
      guard PredefinedDateRange(rawValue: member.name) == nil else {
        throw option.refused("every installation has the range '\(member.name)'; take another name")
      }
      ranges.append(try saved(member, option))
    }
    return ranges
  }

  private static func saved(
    _ member: JSONValue.Member,
    _ option: ListingOption
  ) throws(CoreError) -> SavedDateRange {
    let bounds = (-SavedDateRange.farthestDay)...SavedDateRange.farthestDay
    func day(_ name: String) -> Int? {
      member.value[name]?.integerValue.flatMap(Int.init(exactly:)).flatMap { bounds.contains($0) ? $0 : nil }
    }
    guard member.value.members?.count == 2, let start = day("start"), let end = day("end") else {
      throw option.refused(
        "the range '\(Quotation.clip(member.name))' needs 'start' and 'end', whole numbers of days from "
          + "\(bounds.lowerBound) to \(bounds.upperBound), and nothing else"
      )
    }
    guard start <= end else {
      throw option.refused(
        "the range '\(Quotation.clip(member.name))' ends on day \(end), before it starts on day \(start)"
      )
    }
    return SavedDateRange(member.name, start: start, end: end)
  }
}
