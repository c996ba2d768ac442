import GMSCore
import Testing
import gmsctl

/// Saved ranges and aliases in the configuration: applied, shown as differences, exported, refused.
struct RangeConfigurationPassTests {
  static let text = """
    [callback]
    callback_column_alias = {"lob":"Line Of Business"}
    custom-date-ranges = {"Last fortnight":{"start":-14,"end":-1}}

    """

  @Test func savedRangesAreOptionsLikeOthers() throws {
    let harness = try CommandLineHarness(configuration: "{}")
    let difference = harness.run("diff -f -", input: Self.text)
    #expect(difference.code == .differences)
    #expect(
      difference.output.contains(
        #"+ callback/custom-date-ranges = '{"Last fortnight":{"start":-14,"end":-1}}'"#
      )
    )
    _ = try harness.answer("apply -f -", input: Self.text)
    #expect(
      try harness.answer("callback ranges --fields name,saved -o csv").hasSuffix("Last fortnight,true\r\n")
    )
    for format in ["json", "options"] {
      let exported = try harness.answer("config export --format \(format)")
      #expect(harness.run("diff -f -", input: exported).code == .done)
      let other = try CommandLineHarness(configuration: exported)
      #expect(try other.answer("callback ranges") == harness.answer("callback ranges"))
    }
    #expect(
      try harness.answer("callback ranges -o json --now 2026-11-21T09:00:00Z --fields name,from,to")
        .hasSuffix(
          #"{"name":"Last fortnight","from":"2026-11-07T00:00:00.000Z","to":"2026-11-21T00:00:00.000Z"}]"#
            + "\n"
        )
    )
    #expect(harness.run("service lint").output.isEmpty)
  }

  @Test(arguments: [
    (#"{"past-day":{"start":0,"end":0}}"#, "every installation has the range 'past-day'; take another name"),
    (#"{"a":{"start":1,"end":0}}"#, "the range 'a' ends on day 0, before it starts on day 1"),
    ("[]", #"this is no JSON object; write names, each with days such as {"start":-7,"end":-1}"#),
  ])
  func aWrongRangeIsRefused(value: String, reason: String) throws {
    let harness = try CommandLineHarness(configuration: Self.text)
    let before = try harness.snapshot()
    let outcome = harness.run("apply -f -", input: "[callback]\ncustom-date-ranges = \(value)\n")
    #expect(outcome.code == .refused)
    #expect(
      outcome.errors.contains("option 'custom-date-ranges' of section 'callback' is refused: \(reason)")
    )
    #expect(try harness.snapshot() == before)
  }
}
