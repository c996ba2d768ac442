import Foundation
import Testing
import gmsctl

/// Every way in which a line can be refused: the exit code, the whole message, and that nothing was written.
@Suite("Refusals")
struct RefusalTests {
  /// A line, and what a person is told.
  ///
  /// `{ID}` stands for the callback that is booked, `{DIR}` for the directory that holds the store and the
  /// files of ``files``.
  struct Refusal: CustomTestStringConvertible, Sendable {
    let line: String
    let input: String
    let code: ExitCode
    let message: String

    init(_ line: String, input: String = "", _ code: ExitCode, _ message: String) {
      self.line = line
      self.input = input
      self.code = code
      self.message = message
    }

    var testDescription: String { line }
  }

  @Test(
    "say what is wrong and what would be right, and write nothing",
    arguments: hours + dates + zones + imports + capacities + brokenJSON + ranges + files + names + starts
      + transfers
  )
  func refusal(_ refusal: Refusal) throws {
    let (harness, id) = try SmallCompany.booked()
    for (name, text) in Self.contents { try harness.write(text, to: name) }
    let before = try harness.snapshot()

    let outcome = harness.run(
      refusal.line.replacingOccurrences(of: "{ID}", with: id),
      input: refusal.input
    )

    #expect(outcome.code == refusal.code)
    #expect(outcome.output == "")
    #expect(outcome.errors.replacingOccurrences(of: id, with: "{ID}") == "gmsctl: \(refusal.message)\n")
    #expect(try harness.snapshot() == before)
  }

  /// The files that the lines name.
  private static let contents: KeyValuePairs<String, String> = [
    "cycle.json": """
    {"services":{"A":{"_type":"builtin","_service":"office-hours","_import_rules1":"B"},
    "B":{"_type":"builtin","_service":"office-hours","_import_schedules1":"C"},
    "C":{"_type":"builtin","_service":"office-hours","_import_rules1":"A"}}}
    """,
    "self.cfg": "[service.A]\n_type = builtin\n_service = office-hours\n_import_schedules1 = A\n",
    "missing.json": """
    {"services":{"A":{"_type":"builtin","_service":"office-hours","_import_rules1":"Ofice"}}}
    """,
    "broken-option.json": #"""
    {"services":{"A":{"_type":"builtin","_service":"capacity","_capacity_1":"{\n \"1\": {]}"}}}
    """#,
    "broken.json": "{\"services\":\n  {\"A\":",
    "unknown.json": "{\"services\":{},\"service\":{}}",
    "list.json": "[\"services\"]",
    "broken.cfg": "[service.A]\n_type = builtin\nnonsense\n",
    "heading.cfg": "[service.A\n_type = builtin\n",
    "unknown.cfg": "[servise.A]\n_type = builtin\n",
    "twice.cfg": "[service.A]\n_type = builtin\n_type = builtin\n",
    "empty": "",
  ]
}
