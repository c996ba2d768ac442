import GMSCore
import GMSTestSupport

/// Draws templates that the reader accepts.
struct RandomTemplate {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let texts = [
    "Weather", "a", "It's \"quoted\".", "é", "o\u{308}", "😀 tail", "back\\slash", "tab\there", "a # b", "{}",
    "[x]", "line\nbreak", "\u{1B}[2J", "\u{2028}",
  ]
  private static let names = ["weather", "a.b", "é", "x # y", "two words", "\"q\"", "n10"]
  private static let stems = ["_a", "b", "$c", "_é", "_long_name_of_an_option_that_goes_on", "x1"]

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func some<Element>(_ elements: [Element], atMost count: Int = 4) -> [Element] {
    Array(elements.shuffled(using: &random).prefix(Int.random(in: 1...count, using: &random)))
  }

  /// A type, and a text that is of it.
  private mutating func type() -> (type: OptionType, value: String) {
    let low = Int.random(in: -5...5, using: &random)
    let high = low + Int.random(in: 0...9, using: &random)
    let words = some(RandomTemplate.texts)
    let labels = some(["a", "b", "c", "d e"])
    return pick([
      (.text, pick(RandomTemplate.texts)), (.boolean, "true"), (.integer(low...high), "\(high)"),
      (.integer(0...2_147_483_647), "7"), (.integer(low...2_147_483_647), "\(high)"),
      (.integer(0...Int.max), "\(Int.max)"), (.integer(Int.min...0), "\(Int.min)"),
      (.seconds(1...2_147_483_647), "1"), (.seconds(5...1800), "1800"),
      (.integers([high, low - 1]), "\(high)"),
      (.choice(words), words[0]), (.duration, "1M"), (.names, "a, b"),
      (.namesAmong(labels), labels.joined(separator: ",")), (.country, "FR"), (.target, "A@S.GA"),
      (.json, "{\"a\":[1]}"), (.service(template: "office-hours"), "x"), (.resourceGroup, "DNIS"),
      (.patternGroup, "p"), (.account, "kate"), (.calendar(.regularHours), "Mon-Fri 9:00-17:00"),
      (.calendar(.holiday), "12-25"), (.calendar(.exceptionHours), "12-24 09:00-12:00"),
      (.calendar(.effectiveDates), "2026-07-01"), (.calendar(.zone), "Europe/Paris"),
      (.capacityDay, "{\"1\":{\"0900\":5}}"), (.capacityOverride, "{\"20260508\":{\"0900\":5}}"),
    ])
  }

  /// A template.
  mutating func template() -> Template {
    let name = pick(RandomTemplate.names)
    let type = pick(["builtin", "ors"])
    let service = pick(RandomTemplate.texts)
    let categories = some(RandomTemplate.texts).map(OptionCategory.init)
    var options = [
      OptionDefinition(.exact("_type"), .mandatory, .choice([type]), category: categories[0], "Its type."),
      OptionDefinition(.exact("_service"), .mandatory, .text, category: pick(categories), "Its service."),
    ]
    var values: [String: String] = [:]
    for (index, stem) in RandomTemplate.stems.enumerated() {
      let (type, value) = self.type()
      let family = pick([OptionName.exact(stem), .exact(stem), .numbered(stem), .suffixed(stem)])
      let isFamily = family != .exact(stem)
      // Each category needs an option.
      let category = index + 1 < categories.count ? categories[index + 1] : pick(categories)
      options.append(
        OptionDefinition(
          family,
          pick(isFamily ? [.optional, .requestParameter] : OptionKind.allCases),
          type,
          default: isFamily || random.oneIn(2) ? nil : value,
          category: category,
          pick(RandomTemplate.texts)
        )
      )
      if random.oneIn(2) { values[isFamily ? stem + "1" : stem] = value }
    }
    if random.oneIn(3) {
      options.append(
        OptionDefinition(.custom, .optional, .text, category: pick(categories), "Anything else.")
      )
      values["zebra"] = pick(RandomTemplate.texts)
    }
    if random.oneIn(3) { values["_type"] = type }
    if random.oneIn(3) { values["_service"] = service }
    let scenarios = some(RandomTemplate.texts, atMost: 3).map { name in
      Scenario(
        name: name,
        summary: pick(RandomTemplate.texts),
        values: Options(values),
        required: random.oneIn(2) ? some(["_type", "_service"]) : [],
        recommended: random.oneIn(2) ? some(["_type", "_service"]) : []
      )
    }
    return Template(
      name: name,
      type: type,
      service: service,
      summary: pick(RandomTemplate.texts),
      categories: categories,
      options: options,
      scenarios: random.oneIn(2) ? scenarios : []
    )
  }
}
