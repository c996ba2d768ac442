import GMSCore
import Testing

/// Lists of targets as JSON.
struct TargetListTests {
  private static let all = """
    [{"target":"Billing@S.GA","timeout":"60","clear":true,"stat_to_check":"StatAgentsReady","stat_operator":"<",\
    "stat_value":"1"},{"target":"?:English>5@S.GA","timeout":30,"clear":"false","stat_to_check":"RStatAgentsTotal",\
    "stat_operator":">","stat_value":2.5},{"target":"kate@S.A"}]
    """

  @Test
  func readsAllThatAnEntryHas() throws {
    let list = try TargetList(Self.all)
    #expect(list.steps.map(\.target.description) == ["Billing@S.GA", "?:English>5@S.GA", "kate@S.A"])
    #expect(list.steps.map(\.timeout) == [60, 30, nil])
    #expect(list.steps.map(\.clear) == [true, false, false])
    #expect(list.steps[0].skip == TargetCondition("StatAgentsReady", .below, "1"))
    #expect(list.steps[1].skip == TargetCondition("RStatAgentsTotal", .above, "2.5"))
    #expect(list.steps[2].skip == nil)
    #expect(list.totalTimeout == 90)
    #expect(try TargetList(list.description) == list)
    #expect(
      list.description == """
        [{"target":"Billing@S.GA","timeout":"60","clear":true,"stat_to_check":"StatAgentsReady",\
        "stat_operator":"<","stat_value":"1"},{"target":"?:English>5@S.GA","timeout":"30","clear":false,\
        "stat_to_check":"RStatAgentsTotal","stat_operator":">","stat_value":"2.5"},\
        {"target":"kate@S.A","clear":false}]
        """
    )
  }

  @Test(arguments: ["Billing@S.GA", "?:a=1|b=2@S.A"])
  func oneTargetIsItsOwnText(_ text: String) throws {
    let list = try TargetList(text)
    #expect(list.description == text)
    #expect(list.totalTimeout == 0)
    #expect(try TargetList(#"[{"target":"\#(text)"}]"#) == list)
  }

  @Test(arguments: [1, 2, 14, 15])
  func hasUpToFifteen(count: Int) throws {
    let list = try TargetList(Self.list(count))
    #expect(list.steps.count == count)
    #expect(list.totalTimeout == 10 * count)
  }

  private static func list(_ count: Int) -> String {
    "["
      + (0..<count).map { #"{"target":"t\#($0)@S.GA","timeout":"10"}"# }.joined(separator: ",") + "]"
  }

  private static func entry(_ more: String) -> String { #"[{"target":"a@S.GA"\#(more)}]"# }

  struct Bad: CustomTestStringConvertible, Sendable {
    let text: String
    let sentence: String

    init(_ text: String, _ sentence: String) { (self.text, self.sentence) = (text, sentence) }

    var testDescription: String { text }
  }

  private static let together = "write 'stat_to_check', 'stat_operator' and 'stat_value' together"

  static let bad: [Bad] = [
    Bad("[]", "a list has 1 to 15 targets, and this one has 0"),
    Bad(list(16), "a list has 1 to 15 targets, and this one has 16"),
    Bad("[1]", "target 1, '1': write an object"),
    Bad(#"["a@S.GA"]"#, "target 1, 'a@S.GA': write an object"),
    Bad(#"[{}]"#, #"target 1: write a 'target' such as "Billing@StatServer.GA""#),
    Bad(#"[{"target":7}]"#, #"target 1, '7': write a 'target' such as "Billing@StatServer.GA""#),
    Bad(
      #"[{"target":"a@S.GA","timeout":"5"},{"target":"b"}]"#,
      """
      target 2: 'b' is not a target, from character 2 on: a statistics server's name must stand here, as in \
      Billing@StatServer.GA
      """
    ),
    Bad(
      #"[{"target":"a@S.GA"},{"target":"b@S.GA"}]"#,
      "target 1: write a 'timeout' in seconds, for targets follow this one"
    ),
    Bad(
      entry(#","timout":"5""#),
      """
      target 1, 'timout': an entry has target, timeout, clear, stat_to_check, stat_operator, stat_value; did you \
      mean 'timeout'?
      """
    ),
    Bad(
      entry(#","timeout":"-1""#),
      "target 1, '-1': a 'timeout' is a whole number of seconds of 0 or more, up to 9 digits"
    ),
    Bad(
      entry(#","timeout":1.5"#),
      "target 1, '1.5': a 'timeout' is a whole number of seconds of 0 or more, up to 9 digits"
    ),
    Bad(
      entry(#","timeout":"1234567890""#),
      "target 1, '1234567890': a 'timeout' is a whole number of seconds of 0 or more, up to 9 digits"
    ),
    Bad(entry(#","clear":"yes""#), "target 1, 'yes': a 'clear' is true or false"),
    Bad(entry(#","clear":1"#), "target 1, '1': a 'clear' is true or false"),
    Bad(entry(#","clear":null"#), "target 1, 'null': a 'clear' is true or false"),
    Bad(entry(#","stat_to_check":"x""#), "target 1, 'stat_to_check': \(together)"),
    Bad(entry(#","stat_operator":"<","stat_value":1"#), "target 1, 'stat_operator': \(together)"),
    Bad(
      entry(#","stat_to_check":"","stat_operator":"<","stat_value":1"#),
      "target 1, '': a 'stat_to_check' is the name of a statistic"
    ),
    Bad(
      entry(#","stat_to_check":"x","stat_operator":"=","stat_value":1"#),
      "target 1, '=': a 'stat_operator' is < or >"
    ),
    Bad(
      entry(#","stat_to_check":"x","stat_operator":"<","stat_value":"one""#),
      "target 1, 'one': a 'stat_value' is a number such as 1 or 0.5"
    ),
    Bad(
      entry(#","stat_to_check":"x","stat_operator":"<","stat_value":"1e3""#),
      "target 1, '1e3': a 'stat_value' is a number such as 1 or 0.5"
    ),
    Bad(
      #"[{"target":"?:a=1@S.GA","stat_to_check":"RStatAgentReady","stat_operator":"<","stat_value":1}]"#,
      """
      target 1, 'RStatAgentReady': for a skill expression a 'stat_to_check' is RStatAgentsReadyvoice, \
      RStatAgentsReady, RStatAgentsTotal; did you mean 'RStatAgentsReady'?
      """
    ),
    Bad(
      #"[{"target":"x"#,
      "this is not JSON at line 1, column 12: this string has no closing quote, found '\"'"
    ),
    Bad(
      #"[{"target":"x@S.A","target":"y@S.A"}]"#,
      """
      this is not JSON at line 1, column 20: a name may stand only once in an object, found 'target'
      """
    ),
  ]

  @Test(arguments: bad)
  func refuses(_ expected: Bad) throws {
    let error = try #require(throws: CoreError.self) { try TargetList(expected.text) }
    #expect(error.description == expected.sentence)
    let configuration = Fixture.setting("Scheduled", ["_target": expected.text])
    let option = try #require(throws: CoreError.self) { try ConfigurationValidator().check(configuration) }
    #expect(option.code == .invalidOption)
    #expect(option["cause"] == error.code.rawValue)
    #expect(option.description == "option '_target' of service 'Scheduled' is refused: \(expected.sentence)")
  }

  @Test(arguments: [
    "", "-", "1.", ".5", "--1", "1.2.3", "+1", "１", "1234567890123456789", "0x10", "nan", " 1",
  ])
  func aThresholdIsAPlainNumber(_ text: String) {
    #expect(TargetCondition("x", .below, text) == nil)
  }

  @Test
  func conditionsCompare() throws {
    let below = try #require(TargetCondition("x", .below, "1"))
    let above = try #require(TargetCondition("x", .above, "-0.5"))
    #expect([nil, 0.5, 1, 2].map(below.isMet) == [false, true, false, false])
    #expect([nil, -1, -0.5, 0].map(above.isMet) == [false, false, false, true])
  }
}
