import GMSCore
import GMSTestSupport
import Testing

/// The JSON form of templates: what is written reads back, and whatever else is read is refused, not mangled.
struct TemplateFormTests {
  @Test
  func randomTemplatesReadBackEqual() throws {
    var types: Set<String> = []
    for seed in 0..<2_000 {
      var draw = RandomTemplate(seed: UInt64(seed))
      let template = draw.template()
      for option in template.options { types.insert("\(option.type)".prefix { $0 != "(" }.description) }
      let text = TemplateWriter.print(template)
      #expect(try TemplateReader.read(text) == template, "seed \(seed)")
      #expect(try TemplateWriter.print(TemplateReader.read(text)) == text, "seed \(seed)")
      #expect(try TemplateReader.read(Array(text.utf8)) == template, "seed \(seed)")
      #expect(try TemplateReader.read(TemplateWriter.compact(template)) == template, "seed \(seed)")
    }
    // Every type of option was drawn: the table of the generator has fallen behind where this fails.
    #expect(types.count == 19, "\(types.sorted())")
  }

  /// A template whose JSON is changed in one place is either refused by name and place, or another template that
  /// reads back.
  @Test
  func changedTemplatesAreRefusedOrReadBack() throws {
    var refused = 0
    for seed in 0..<4_000 {
      var draw = RandomTemplate(seed: UInt64(seed % 50))
      let json = TemplateWriter.json(draw.template())
      var random = SeededGenerator(seed: UInt64(seed) &* 77)
      var steps = Int.random(in: 0..<80, using: &random)
      let changed = TemplateFormTests.change(json, at: &steps, using: &random)
      do throws(CoreError) {
        let template = try TemplateReader.read(changed)
        #expect(try TemplateReader.read(TemplateWriter.print(template)) == template, "seed \(seed)")
      } catch {
        refused += 1
        #expect(error.code == .malformedTemplate, "seed \(seed): \(error)")
        #expect(error["reason"]?.isEmpty == false)
      }
    }
    #expect(refused > 1_000)
  }

  private static let others: [JSONValue] = [nil, true, 7, -1, "", "x", [], [1], ["a", "a"], [:], ["a": "b"]]

  /// The value with the place that is so many steps away replaced, doubled, or taken out.
  private static func change(
    _ value: JSONValue,
    at steps: inout Int,
    using random: inout SeededGenerator
  ) -> JSONValue {
    steps -= 1
    if steps < 0 {
      // Once only; everything after it stays.
      steps = Int.max
      return others[Int.random(in: 0..<others.count, using: &random)]
    }
    switch value {
    case .array(let elements):
      if steps < 3, let first = elements.first {
        steps = Int.max
        return .array(random.oneIn(2) ? elements + [first] : Array(elements.dropFirst()))
      }
      var changed: [JSONValue] = []
      for element in elements { changed.append(change(element, at: &steps, using: &random)) }
      return .array(changed)
    case .object(let members):
      if steps < 3 {
        steps = Int.max
        return random.oneIn(2)
          ? .object(members + [.init("also", "x")]) : .object(Array(members.dropLast()))
      }
      var changed: [JSONValue.Member] = []
      for member in members {
        changed.append(.init(member.name, change(member.value, at: &steps, using: &random)))
      }
      return .object(changed)
    case .null, .bool, .integer, .number, .string: return value
    }
  }

  @Test
  func theLayoutHasALineForEachOptionAndScenario() {
    let template = Template(
      name: "t",
      type: "ors",
      service: "s",
      summary: "A test.",
      options: [
        OptionDefinition(
          .exact("_ttl"),
          .mandatory,
          .seconds(1...60),
          default: "5",
          category: .general,
          "How long."
        ),
        OptionDefinition(.numbered("_x"), .optional, .integers([1, 2]), category: .limits, "Numbers."),
      ],
      scenarios: [Scenario(name: "a", summary: "First.", values: ["_ttl": "6"], required: ["_ttl"])]
    )
    #expect(
      TemplateWriter.print(template) == """
        {
          "name": "t",
          "type": "ors",
          "service": "s",
          "summary": "A test.",
          "categories": ["General","Limits"],
          "options": [
            {"id":"_ttl","kind":"mandatory","type":"seconds","minimum":1,"maximum":60,"default":"5",\
        "category":"General","summary":"How long."},
            {"id":"_x<n>","kind":"optional","type":"integer","values":[1,2],"category":"Limits",\
        "summary":"Numbers."}
          ],
          "scenarios": [
            {"name":"a","summary":"First.","values":{"_ttl":"6"},"required":["_ttl"]}
          ]
        }

        """
    )
  }

  @Test
  func aByteOrderMarkIsPassedOver() throws {
    let file = ShippedTemplate.samples.file
    #expect(try TemplateReader.read([0xEF, 0xBB, 0xBF] + file) == ShippedTemplate.samples.template)
  }

  @Test
  func categoriesAreInTheOrderOfTheOptionsUnlessGiven() {
    let options = [
      OptionDefinition(.exact("_b"), .optional, .text, category: .limits, "B."),
      OptionDefinition(.exact("_a"), .optional, .text, category: .general, "A."),
      OptionDefinition(.exact("_c"), .optional, .text, category: .limits, "C."),
    ]
    let template = Template(name: "t", type: "ors", service: "t", summary: "A test.", options: options)
    #expect(template.categories == [.limits, .general])
    let given = Template(
      name: "t",
      type: "ors",
      service: "t",
      summary: "A test.",
      categories: [.general, .limits],
      options: options
    )
    #expect(given.categories == [.general, .limits])
    #expect(given != template)
  }
}
