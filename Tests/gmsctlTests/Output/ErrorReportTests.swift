import GMSCalendar
import GMSCore
import Testing
import gmsctl

@Suite("Error reports")
struct ErrorReportTests {
  /// A failure as a library throws it.
  struct Failure: GMSFailure {
    var failureCode = "slot-full"
    var category = FailureCategory.refused
    var exceptionName = "CallbackExceptionAvailability"
    var status = 400
    var phrase = "BAD_PARAMETER"
    var description = "the slot is full"
    var facts: [JSONValue.Member] = [
      .init("message", .string("must not hide the sentence")), .init("limit", .integer(5)),
      .init(
        "availability",
        .object([
          .init("2026-11-21T09:00:00.000Z", .integer(3)), .init("2026-11-21T09:05:00.000Z", .integer(5)),
        ])
      ),
    ]
  }

  @Test("tell a person the sentence and what is free instead")
  func text() {
    let report = ErrorReport(Failure(), format: .table)
    #expect(
      report.lines == [
        "gmsctl: the slot is full", "  free: 2026-11-21T09:00:00.000Z (3)",
        "  free: 2026-11-21T09:05:00.000Z (5)",
      ]
    )
  }

  @Test(
    "are one JSON object with the facts behind the fixed members",
    arguments: [OutputFormat.json, .jsonl]
  )
  func json(format: OutputFormat) {
    #expect(
      ErrorReport(Failure(), format: format).lines == [
        """
        {"error":"slot-full","exception":"CallbackExceptionAvailability","code":400,"phrase":"BAD_PARAMETER",\
        "message":"the slot is full","limit":5,\
        "availability":{"2026-11-21T09:00:00.000Z":3,"2026-11-21T09:05:00.000Z":5}}
        """
      ]
    )
  }

  @Test("have the exit code of the kind of failure")
  func exitCodes() {
    for (category, code) in [
      (FailureCategory.refused, 1), (.malformed, 1), (.notFound, 3), (.busy, 4), (.unusableStore, 5),
    ] as [(FailureCategory, Int32)] {
      #expect(ErrorReport(Failure(category: category), format: .table).exitCode.rawValue == code)
    }
    #expect(ErrorReport(UsageError(.missingValue, value: "--x"), format: .table).exitCode == .usage)
    #expect(ErrorReport(CalendarError(.malformedHours, value: "x"), format: .table).exitCode == .refused)
    #expect(ErrorReport(OutputFailure.failed(reason: "full"), format: .table).exitCode == .unusableStore)
    #expect(ErrorReport(CancellationError(), format: .table).exitCode == .refused)
  }

  @Test("name the code of a calendar's refusal")
  func calendar() {
    let error = CalendarError(.emptyHours, value: "09:00-09:00")
    #expect(ErrorReport(error, format: .table).lines == ["gmsctl: \(error.description)"])
    #expect(ErrorReport(error, format: .json).lines[0].hasPrefix("{\"error\":\"empty-hours\","))
  }

  @Test("say how to make a store that is missing")
  func storeMissing() {
    var failure = Failure(failureCode: "store-missing", category: .unusableStore, description: "no store")
    failure.facts = []
    #expect(
      ErrorReport(failure, format: .table).lines == [
        "gmsctl: no store", "  'gmsctl init' makes a store; '--store DIR' or $GMSCTL_STORE names another one",
      ]
    )
  }
}
