import GMSCore
import Testing

/// Routing targets as text.
struct RoutingTargetTests {
  struct Good: CustomTestStringConvertible, Sendable {
    let text: String
    let name: String
    let server: String
    let kind: RoutingTarget.Kind

    init(_ text: String, _ name: String, _ server: String, _ kind: RoutingTarget.Kind) {
      (self.text, self.name, self.server, self.kind) = (text, name, server, kind)
    }

    var testDescription: String { text }
  }

  static let good: [Good] = [
    Good("Billing@StatServer.GA", "Billing", "StatServer", .agentGroup),
    Good("kate@StatServer.A", "kate", "StatServer", .agent),
    Good("Place 7@Stat Server.AP", "Place 7", "Stat Server", .place),
    Good("West@S.GP", "West", "S", .placeGroup), Good("Spring@S.GC", "Spring", "S", .campaignGroup),
    Good("kate@example.com@StatServer.A", "kate@example.com", "StatServer", .agent),
    Good("a.b@stat.eu.GA", "a.b", "stat.eu", .agentGroup), Good("Zoë @ home@S.A", "Zoë @ home", "S", .agent),
    Good("a: b?@S.GA", "a: b?", "S", .agentGroup),
  ]

  @Test(arguments: good)
  func reads(_ expected: Good) throws {
    let target = try RoutingTarget(expected.text)
    #expect(target.destination == .named(expected.name))
    #expect(target.statServer == expected.server)
    #expect(target.kind == expected.kind)
    #expect(target.description == expected.text)
    #expect(try TargetList(expected.text).steps == [TargetStep(target)])
  }

  @Test
  func readsSkills() throws {
    let target = try RoutingTarget("?: English = 20 & Loans>=2@StatServer.GA")
    #expect(target.destination == .skills(try SkillExpression("English=20&Loans>=2")))
    #expect(target.kind == .agentGroup)
    // What was written is printed again, spaces included.
    #expect(target.description == "?: English = 20 & Loans>=2@StatServer.GA")
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    let text: String
    let sentence: String

    init(_ text: String, _ sentence: String) { (self.text, self.sentence) = (text, sentence) }

    var testDescription: String { text }
  }

  private static let kinds =
    "the kind is A (agent), AP (place), GA (group of agents), GP (group of places) or GC (campaign group)"
  private static let server = "a statistics server's name must stand here, as in Billing@StatServer.GA"
  private static let kind = "a dot and a kind must stand here, as in Billing@StatServer.GA"
  private static let name = "a name must stand here, without a space at either end"
  private static let comparison = "one of =, !=, <, <=, > and >= must stand here"
  private static let skill = "a skill's name must stand here, as in English=20"
  private static let level = "a skill's level of 1 to 9 digits must stand here"

  static let bad: [Bad] = [
    Bad("", "'' is not a target, from character 1 on: write a target such as Billing@StatServer.GA"),
    Bad("Billing", "'Billing' is not a target, from character 8 on: \(server)"),
    Bad("Billing@", "'Billing@' is not a target, from character 9 on: \(kind)"),
    Bad("Billing@GA", "'Billing@GA' is not a target, from character 11 on: \(kind)"),
    Bad("Billing@S.", "'Billing@S.' is not a target, from character 11 on: \(kind)"),
    Bad("Billing@.GA", "'Billing@.GA' is not a target, from character 9 on: \(server)"),
    Bad("Billing@ S.GA", "'Billing@ S.GA' is not a target, from character 9 on: \(server)"),
    Bad("Billing@S.Q", "'Billing@S.Q' is not a target, from character 11 on: \(kinds)"),
    Bad(
      "Billing@S.ga",
      "'Billing@S.ga' is not a target, from character 11 on: \(kinds); did you mean 'GA'?"
    ),
    Bad("Billing@S.GA ", "'Billing@S.GA ' is not a target, from character 11 on: \(kinds)"),
    Bad("@S.GA", "'@S.GA' is not a target, from character 1 on: \(name)"),
    Bad(" a@S.GA", "' a@S.GA' is not a target, from character 1 on: \(name)"),
    Bad("a @S.GA", "'a @S.GA' is not a target, from character 1 on: \(name)"),
    Bad(
      "a@S.GA,b@S.GA",
      "'a@S.GA,b@S.GA' is not a target, from character 7 on: one target has no comma and no semicolon; write several as a JSON array"
    ),
    Bad(
      "a\nb@S.GA",
      #"'a\nb@S.GA' is not a target, from character 2 on: a target has no control characters and no line breaks"#
    ),
    Bad(
      "?English=20@S.GA",
      """
      '?English=20@S.GA' is not a target, from character 1 on: a skill expression begins with ?:, as in \
      ?:English=20@StatServer.GA
      """
    ),
    Bad("?:@S.GA", "'?:@S.GA' is not a target, from character 3 on: \(skill)"),
    Bad("?:English@S.GA", "'?:English@S.GA' is not a target, from character 10 on: \(comparison)"),
    Bad("?:English=@S.GA", "'?:English=@S.GA' is not a target, from character 11 on: \(level)"),
    Bad("?:English==2@S.GA", "'?:English==2@S.GA' is not a target, from character 10 on: \(comparison)"),
    Bad("?:English<>2@S.GA", "'?:English<>2@S.GA' is not a target, from character 10 on: \(comparison)"),
    Bad("?:English=-2@S.GA", "'?:English=-2@S.GA' is not a target, from character 11 on: \(level)"),
    Bad("?:E=1234567890@S.GA", "'?:E=1234567890@S.GA' is not a target, from character 5 on: \(level)"),
    Bad("?:a=1&@S.GA", "'?:a=1&@S.GA' is not a target, from character 7 on: \(skill)"),
    Bad("?:a=1&&b=1@S.GA", "'?:a=1&&b=1@S.GA' is not a target, from character 7 on: \(skill)"),
    Bad(
      "?:a=1 b=1@S.GA",
      "'?:a=1 b=1@S.GA' is not a target, from character 7 on: conditions are joined by & or |"
    ),
    Bad("?:(a=1@S.GA", "'?:(a=1@S.GA' is not a target, from character 3 on: this parenthesis is not closed"),
    Bad("?:a=1)@S.GA", "'?:a=1)@S.GA' is not a target, from character 6 on: this parenthesis was not opened"),
    Bad(
      "?:(a=1 b=2)@S.GA",
      "'?:(a=1 b=2)@S.GA' is not a target, from character 8 on: conditions are joined by & or |"
    ),
    Bad("?:()@S.GA", "'?:()@S.GA' is not a target, from character 4 on: \(skill)"),
    Bad("?:2=English@S.GA", "'?:2=English@S.GA' is not a target, from character 3 on: \(skill)"),
    Bad("?:'a=1@S.GA", "'?:'a=1@S.GA' is not a target, from character 3 on: this quote is not closed"),
    Bad("?:''=1@S.GA", "'?:''=1@S.GA' is not a target, from character 3 on: \(skill)"),
    Bad(
      "?:$(StatAgentsReady)>1@S.GA",
      """
      '?:$(StatAgentsReady)>1@S.GA' is not a target, from character 3 on: only skills can be compared here, no \
      statistics
      """
    ),
  ]

  @Test(arguments: bad)
  func refuses(_ expected: Bad) throws {
    let error = try #require(throws: CoreError.self) { try RoutingTarget(expected.text) }
    #expect(error.code == .malformedTarget)
    #expect(error.description == expected.sentence)
    // The option that holds it says the same.
    let service = try ConfiguredService(
      "s",
      ["_type": "ors", "_service": "callback", "_target": expected.text]
    )
    if !expected.text.isEmpty {
      let option = try #require(throws: CoreError.self) { try service.string("_target") }
      #expect(option.description == "option '_target' of service 's' is refused: \(expected.sentence)")
    }
  }
}
