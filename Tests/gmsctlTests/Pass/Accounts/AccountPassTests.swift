import Foundation
import Testing
import gmsctl

/// `gmsctl account`: what it answers and what it writes.
struct AccountPassTests {
  @Test func fromNothingToNothing() throws {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    #expect(harness.run("account list") == .init(code: .done, output: "", errors: "no accounts\n"))
    #expect(try harness.answer("account list -o json") == "[]\n")
    #expect(
      try harness.answer("account set kate roles=Supervisor services=support -o json") == """
        {"name":"kate","roles":["Supervisor"],"group":null,"services":["support"],\
        "actions":["view","start","reschedule","cancel"],\
        "options":{"roles":"Supervisor","services":"support"}}

        """
    )
    #expect(
      try harness.answer("account list -o json")
        == #"[{"name":"kate","roles":"Supervisor","services":"support"}]"# + "\n"
    )
    #expect(
      try harness.answer("account set kate services= -o json") == """
        {"name":"kate","roles":["Supervisor"],"group":null,"services":null,\
        "actions":["view","start","reschedule","cancel"],"options":{"roles":"Supervisor"}}

        """
    )
    #expect(
      try harness.answer("account show kate -o jsonl --fields roles") == #"{"roles":["Supervisor"]}"# + "\n"
    )
    #expect(try harness.answer("account delete kate --yes") == "deleted the account 'kate'\n")
    #expect(try harness.answer("config export").contains("kate") == false)
  }

  @Test func aGroupIsShownWithItsServices() throws {
    let harness = try SharedStore.make().harness
    #expect(
      try harness.answer("account show spare") == """
        name      spare
        roles     Supervisor
        group     field
        services  sales
        actions   view, start, reschedule, cancel
        options   {"roles":"Supervisor","services":"field"}

        """
    )
  }

  @Test func accountsFollowServices() throws {
    let harness = try SharedStore.make().harness
    _ = try harness.answer("service rename sales vip")
    #expect(
      try harness.answer("account list -o csv") == """
        name,roles,services\r
        half,Administrator,vip\r
        kate,Supervisor,support\r
        nobody,,\r
        other,Supervisor,vip\r
        reader,CallbackReadOnly,\r
        root,Administrator,\r
        spare,Supervisor,field\r

        """
    )
    #expect(
      harness.run("service delete vip --yes").errors
        == "gmsctl: service 'vip' is used by 'account.half', 'account.other', 'account.spare'; change or delete "
        + "what uses it first\n"
    )
    #expect(harness.run("service unset vip _service_groups").code == .refused)
  }

  struct Question: CustomTestStringConvertible, Sendable {
    let words: String
    let answer: String
    var testDescription: String { words }
    init(_ words: String, _ answer: String) {
      self.words = words
      self.answer = answer
    }
  }

  @Test(arguments: [
    Question("kate cancel support", #""action":"cancel","service":"support","allowed":true,"reason":null"#),
    Question("kate view", #""action":"view","service":null,"allowed":true,"reason":null"#),
    Question(
      "kate view sales",
      #""action":"view","service":"sales","allowed":false,"reason":"that is none of its services""#
    ),
    Question(
      "kate view nowhere",
      #""action":"view","service":"nowhere","allowed":false,"reason":"that is none of its services""#
    ),
    Question(
      "kate configure",
      #""action":"configure","service":null,"allowed":false,"reason":"its role Supervisor does not include it; "#
        + #"give it Administrator""#
    ),
    Question(
      "reader start sales",
      #""action":"start","service":"sales","allowed":false,"reason":"its role CallbackReadOnly does not include it; "#
        + #"give it Supervisor or Administrator""#
    ),
    Question(
      "nobody view",
      #""action":"view","service":null,"allowed":false,"reason":"it has no role; give it Supervisor, "#
        + #"Administrator or CallbackReadOnly""#
    ),
    Question(
      "half configure support",
      #""action":"configure","service":"support","allowed":true,"reason":null"#
    ),
    Question(
      "half view support",
      #""action":"view","service":"support","allowed":false,"reason":"that is none of its services""#
    ),
    Question(
      "spare reschedule sales",
      #""action":"reschedule","service":"sales","allowed":true,"reason":null"#
    ),
  ])
  func questions(_ question: Question) throws {
    let harness = try SharedStore.make().harness
    let name = question.words.prefix { $0 != " " }
    let outcome = harness.run("account can \(question.words) -o json")
    #expect(outcome.output == "{\"account\":\"\(name)\",\(question.answer)}\n")
    #expect(outcome.code == (question.answer.contains(#""allowed":true"#) ? .done : .refused))
    #expect(outcome.errors == "")
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let line: String
    let code: ExitCode
    let message: String
    var testDescription: String { line }
    init(_ line: String, _ code: ExitCode, _ message: String) {
      self.line = line
      self.code = code
      self.message = message
    }
  }

  @Test(arguments: [
    Refusal("account show kat", .notFound, "there is no account 'kat'; did you mean 'kate'?"),
    Refusal("account delete kat --yes", .notFound, "there is no account 'kat'; did you mean 'kate'?"),
    Refusal("account can kat view", .notFound, "there is no account 'kat'; did you mean 'kate'?"),
    Refusal(
      "account can root view suport",
      .notFound,
      "there is no service 'suport'; did you mean 'support'?"
    ),
    Refusal(
      "account can kate veiw",
      .usage,
      "'veiw' of 'ACTION' is not known; choose view, start, reschedule, cancel or configure. Did you mean 'view'?"
    ),
    Refusal(
      "account set a/b roles=Supervisor",
      .refused,
      "'a/b' cannot name an account; write 1 to 200 bytes of printable text without [, ] and /, and without a "
        + "space at either end"
    ),
    Refusal(
      "account set kate roles=Supervizor",
      .refused,
      "account 'kate' names the role 'Supervizor', which does not exist; write Supervisor, Administrator or "
        + "CallbackReadOnly; did you mean 'Supervisor'?"
    ),
    Refusal(
      "account set kate services=suport",
      .refused,
      "option 'services' of account 'kate' names service or group 'suport', which does not exist; did you mean "
        + "'support'?"
    ),
    Refusal(
      "account set kate services=field,support",
      .refused,
      "option 'services' of account 'kate' names the group 'field' beside other names; write the group alone, or "
        + "services only"
    ),
    Refusal(
      "account delete kate",
      .usage,
      "this would delete the account 'kate', and there is no terminal to ask; write '--yes' to agree"
    ),
  ])
  func refusals(_ refusal: Refusal) throws {
    let harness = try SharedStore.make().harness
    let before = try harness.snapshot()
    let outcome = harness.run(refusal.line)
    #expect(outcome == .init(code: refusal.code, output: "", errors: "gmsctl: \(refusal.message)\n"))
    #expect(try harness.snapshot() == before)
  }

  /// What a file or an import brings is checked like what is typed.
  @Test func filesAreCheckedToo() throws {
    let harness = try SharedStore.make().harness
    let before = try harness.snapshot()
    let fault =
      "option 'services' of account 'eve' names service or group 'sale', which does not exist; did you mean "
      + "'sales'?"
    let file = "[account.eve]\nroles = Supervisor\nservices = support, sale\n"
    #expect(harness.run("apply -f -", input: file).errors == "gmsctl: \(fault)\n")
    #expect(harness.run("diff -f -", input: file).errors == "gmsctl: \(fault)\n")
    let lines = [
      #"{"kind":"account","name":"ann","options":{"services":"field"}}"#,
      #"{"kind":"account","name":"eve","options":{"services":"support, sale"}}"#,
    ]
    let outcome = harness.run("store import -", input: lines.joined(separator: "\n"))
    #expect(outcome.code == .refused)
    #expect(outcome.errors == "gmsctl: line 2 cannot be imported: \(fault)\n")
    let name = harness.run("store import -", input: #"{"kind":"account","name":"a/b","options":{}}"#)
    #expect(name.errors.hasPrefix("gmsctl: line 1 cannot be imported: 'a/b' cannot name an account"))
    // A file that takes the service away, and leaves the account.
    let pruned = harness.run("apply -f - --prune", input: "[account.eve]\nservices = support\n")
    #expect(pruned.code == .refused)
    #expect(try harness.snapshot() == before)
  }

  @Test func unknownOptionsAreKeptAndNoted() throws {
    let harness = try SharedStore.make().harness
    let note = "account.kate: 'rols' is not an option of accounts; it is kept; did you mean 'roles'?\n"
    #expect(harness.run("account set kate rols=Administrator").errors == note)
    #expect(try harness.answer("service lint").contains(note))
    #expect(harness.run("account can kate configure").code == .refused)
    #expect(
      harness.run("apply -f -", input: try harness.answer("config export")).errors == "no difference\n"
    )
  }
}
