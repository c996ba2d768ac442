public import GMSCore

/// Draws configurations with values that text forms mind.
public struct RandomConfiguration {
  /// Where the numbers come from.
  public var random: SeededGenerator

  /// Draws from a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let values = [
    "", " ", "a", "Mon-Fri 9:00-17:00", "a # b", " #", "#", "# b", ";", "; b", "a;b", "a=b", "=", " a", "a ",
    "\ta\t",
    "\"", "'", "\"\"", "''", "\"a\"", "'a'", "\"a", "a\"", "\"a\" b", "'a' # b", "\"a # b", "it's # \"both\"",
    "a, b", ",",
    "[a]", "{\"1\":{\"0900\":5}}", "\\+1900.*", "\\", "é", "e\u{301}", "😀", "\u{FEFF}a", "\u{A0}a\u{A0}",
    "a\u{2028}b",
    "\u{0}", "\u{1B}[2J", "true", "null", "007",
  ]
  private static let breaks = ["a\nb", "\n", "a\r\nb", "\r", "a\n"]
  private static let names = [
    "_type", "_bh_regular1", "_bh_regular2", "_bh_regular10", "_ttl", "strategy", "a b", "a'b", "a\"b", "a#b",
    "é", "x]",
    "a.b", "x [y", "-",
  ]
  private static let awkwardNames = ["a=b", " a", "a ", "#a", ";a", "[a", "a\nb"]
  private static let numbers = ["6504663204", "+1 (650) 466-3205", "5115", "\"5\"", "1 # 2", "x"]

  private mutating func pick(_ texts: [String]) -> String {
    texts[Int.random(in: 0..<texts.count, using: &random)]
  }

  /// Options; awkward ones may be such that options text has no form for them.
  public mutating func options(awkward: Bool = false) -> Options {
    var options = Options()
    for _ in 0..<Int.random(in: 0..<5, using: &random) {
      let name =
        awkward && random.oneIn(6) ? pick(RandomConfiguration.awkwardNames) : pick(RandomConfiguration.names)
      options[name] = awkward && random.oneIn(6) ? pick(RandomConfiguration.breaks) : value()
    }
    return options
  }

  private mutating func value() -> String {
    random.oneIn(3)
      ? pick(RandomConfiguration.values) + pick(RandomConfiguration.values) : pick(RandomConfiguration.values)
  }

  private mutating func sections<Section>(
    _ names: [String],
    _ make: (inout RandomConfiguration) -> Section
  ) -> [String: Section] {
    var sections: [String: Section] = [:]
    for _ in 0..<Int.random(in: 0..<4, using: &random) { sections[pick(names)] = make(&self) }
    return sections
  }

  /// A configuration.
  public mutating func configuration(awkward: Bool = false) -> Configuration {
    let names = [
      "Support", "support", "Business-hours", "All Offices", "a.b", "é", "n2", "n10", "x # y", "\"q\"",
    ]
    let odd = awkward ? [" a", "a]", "a\nb"] : []
    return Configuration(
      options: sections(
        ["callback", "chat", "a b", "#c", "é"] + odd + (awkward ? ["service.x", "a.b"] : [])
      ) {
        $0.options(awkward: awkward)
      },
      services: sections(names + odd) { $0.options(awkward: awkward) },
      resources: sections(names + odd) { draw in
        ResourceGroup(
          numbers: (0..<Int.random(in: 0..<4, using: &draw.random)).map { _ in
            draw.pick(RandomConfiguration.numbers + (awkward ? ["1,2", " 1", ""] : []))
          },
          options: draw.options(awkward: awkward)
        )
      },
      patterns: sections(names + odd) { $0.options(awkward: awkward) },
      accounts: sections(names + odd) { $0.options(awkward: awkward) },
      templates: sections(names + odd) { $0.options(awkward: awkward) }
    )
  }
}
