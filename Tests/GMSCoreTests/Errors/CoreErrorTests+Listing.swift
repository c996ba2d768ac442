import GMSCore

/// The errors about lists of callbacks.
extension CoreErrorTests {
  static let listingCases: [Case] = [
    Case(
      .unknownDateRange,
      texts(["value": "past-weak", "suggestion": "past-week"])
        + [.init("known", .array(["past-day", "past-week"]))],
      .notFound,
      "ConfigurationException",
      404,
      "NOT_FOUND",
      "there is no range of dates 'past-weak'; there are 'past-day', 'past-week'; did you mean 'past-week'?"
    )
  ]
}
