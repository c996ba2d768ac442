import Foundation
import GMSTestSupport
import Testing
import gmsctl

/// Access numbers and calls, through the command line.
struct AccessPassTests {
  private static let configuration = """
    [service.iPhoneService]
    _type = built-in
    _service = request-interaction
    _ttl = 7200
    _provide_code = false
    _resource_group = iPhoneService

    [service.request-access]
    _type = builtin
    _service = request-access

    [resource.iPhoneService]
    numbers = 6504664136

    [resource.DNIS]
    strategy = local
    booking_expiration_timeout = 29
    cooldown = 5
    numbers = 6504663204,6504663205
    """

  private func harness() throws -> CommandLineHarness {
    try CommandLineHarness(configuration: Self.configuration)
  }

  private func id(_ answer: String) -> String {
    String(answer.drop { $0 != ":" }.dropFirst(2).prefix { $0 != "\"" })
  }

  @Test
  func fromTheRequestToTheCall() throws {
    let harness = try harness()
    let answer = try harness.answer(
      "service request iPhoneService _phone_number=6504669999 current_location_latitude=48.8583 -o json"
    )
    let id = id(answer)
    #expect(answer == #"{"_id":"\#(id)","_access_number":"6504664136","_expiration_time":"30"}"# + "\n")
    #expect(
      try harness.answer("service request request-access _id=\(id) _resource_group=DNIS -o json")
        == #"{"_id":"\#(id)","_access_number":"6504663204","_expiration_time":"29"}"# + "\n"
    )
    #expect(
      try harness.answer("resource status -o json") == """
        [{"group":"DNIS","strategy":"local","total":2,"available":1,"booked":1,"cooling":0,"bookings":1,\
        "next_expiry":"2025-01-06T14:00:29.000Z"},\
        {"group":"iPhoneService","strategy":"random","total":1,"available":1,"booked":1,"cooling":0,"bookings":1,\
        "next_expiry":"2025-01-06T14:00:30.000Z"}]

        """
    )
    let bookings = try harness.answer("access bookings --group DNIS -o jsonl")
    #expect(
      bookings.hasSuffix(
        """
        ","state":"live","_access_number":"6504663204","_access_code":null,"_phone_number":null,\
        "_service_id":"\(id)","group":"DNIS","node":1,"made":"2025-01-06T14:00:00.000Z",\
        "expires":"2025-01-06T14:00:29.000Z","ended":null}

        """
      )
    )
    let explained = try harness.answer(
      "access match --access-number 6504664136 --phone-number 5115 --explain -o json"
    )
    #expect(
      explained.hasPrefix(#"{"verdict":"no booking fits","candidates":[{"_id":"6504664136--"#)
    )
    #expect(explained.contains(#""number":"same","code":"not-asked","phone":"differs","state":"live""#))
    #expect(try harness.answer("resource status iPhoneService --fields booked -o json") == "{\"booked\":1}\n")

    let dry = try harness.answer("access match --access-number 6504664136 --with-data --dry-run -o json")
    let match = try harness.answer("access match --access-number 6504664136 --with-data -o json")
    #expect(match == dry)
    #expect(match.hasPrefix(#"{"_id":"\#(id)","_data_id":"1-"#))
    #expect(match.hasSuffix(#"","user_data":{"current_location_latitude":"48.8583"}}"# + "\n"))
    let late = harness.run("access match --access-number 6504664136 -o json")
    #expect(late.code == .notFound)
    #expect(late.errors.hasPrefix(#"{"error":"late-call","exception":"AccessNumberException","code":404"#))

    let all = try harness.answer("access match --access-number 6504663204 --all --delete -o json")
    #expect(all.hasPrefix(#"{"matches":[{"_id":"\#(id)","_data_id":"1-"#))
    #expect(harness.run("storage get \(id) --service").code == .notFound)
    #expect(try harness.answer("access bookings -o json") == "[]\n")
    #expect(
      try harness.answer("access bookings --all -o jsonl --fields state").split(separator: "\n").count == 2
    )
    let moved = harness.run("run --until 2025-01-06T15:00:00Z")
    #expect(moved.errors.contains("2 records were over and are gone"))
    #expect(try harness.answer("store check").contains("is sound"))
  }

  @Test
  func eachStepCanBeAProcessOfItsOwn() throws {
    let harness = try harness()
    let outcome = try Shell.run(
      """
      set -eu; export GMSCTL_STORE='\(harness.store)' GMSCTL_NOW=2025-01-06T14:00:00Z
      ids=$(for i in 1 2; do "$GMSCTL" service request iPhoneService n=$i _phone_number=555000$i --fields _id -o csv \
        | tail -n 1 | tr -d '\\r'; done)
      for id in $ids; do
        "$GMSCTL" service request request-access _id=$id _resource_group=DNIS --fields _access_number -o csv \
          | tail -n 1 | tr -d '\\r'
      done
      "$GMSCTL" access match --access-number 6504664136 --phone-number 5550002 --with-data -o json \
        | sed 's/.*user_data/user_data/'
      "$GMSCTL" access match --access-number 6504664136 --phone-number 5550002 || echo $?
      "$GMSCTL" service request request-access _id=$id _resource_group=DNIS || echo $?
      "$GMSCTL" run --until 2025-01-06T16:00:00Z >/dev/null
      "$GMSCTL" store info -o json | grep -cE '"(instance|storage|booking)"' || true
      """
    )
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(Set(lines.prefix(2)) == ["6504663204", "6504663205"])
    #expect(lines.dropFirst(2) == ["user_data\":{\"n\":\"2\"}}", "3", "1", "0"])
    #expect(
      outcome.errors.contains("all 2 numbers of resource group 'DNIS' are taken; one is free by")
    )
  }

  @Test
  func aBookingIsReleasedOnce() throws {
    let harness = try harness()
    _ = try harness.answer("service request iPhoneService")
    let id = id(try harness.answer("access bookings -o jsonl"))
    let released = try harness.answer("access release \(id) -o json")
    #expect(released.contains(#""state":"released""#))
    #expect(released.contains(#""ended":"2025-01-06T14:00:00.000Z""#))
    let before = try harness.snapshot()
    #expect(try harness.answer("access release \(id) -o json") == released)
    #expect(try harness.snapshot() == before, "releasing again writes nothing")
  }

  @Test
  func whatIsRunningAndBookedComesBackFromAnExport() throws {
    let harness = try harness()
    _ = try harness.answer("service request iPhoneService topic=loans _phone_number=5115")
    let id = id(try harness.answer("service request iPhoneService _resource_group=DNIS -o json"))
    _ = try harness.answer(
      "service request request-access _id=\(id) _resource_group=DNIS _provide_code=true"
    )
    let lines = try harness.answer("store export")
    let other = try CommandLineHarness()
    #expect(other.run("init").code == .done)
    #expect(other.run("store import -", input: lines).code == .done)
    #expect(try other.answer("store export") == lines)
    #expect(try other.answer("access bookings -o json") == harness.answer("access bookings -o json"))
    let call = "access match --access-number 6504664136 --phone-number 5115 --all -o json"
    #expect(try other.answer(call) == harness.answer(call))
  }

  @Test
  func groupsAreMadeAndChanged() throws {
    let harness = try harness()
    #expect(
      try harness.answer("resource create VIP --strategy cluster cooldown=10 -o json") == """
        {"group":"VIP","strategy":"cluster","booking_expiration_timeout":30,"cooldown":10,"remember":300,\
        "numbers":[]}

        """
    )
    #expect(
      try harness.answer("resource add VIP 911 '+1 650' -o json --fields group,numbers")
        == #"{"group":"VIP","numbers":["911","+1 650"]}"# + "\n"
    )
    #expect(
      try harness.answer("resource remove VIP +1650 -o json --fields numbers") == #"{"numbers":["911"]}"#
        + "\n"
    )
    #expect(
      try harness.answer("resource list -o jsonl --fields group,numbers") == """
        {"group":"DNIS","numbers":["6504663204","6504663205"]}
        {"group":"VIP","numbers":["911"]}
        {"group":"iPhoneService","numbers":["6504664136"]}

        """
    )
    #expect(try harness.answer("resource delete VIP --yes") == "deleted the resource group 'VIP'\n")
    #expect(
      try CommandLineHarness(configuration: Self.configuration).answer("config export")
        == harness.answer("config export")
    )
  }

  @Test
  func aPoolIsSized() throws {
    let harness = try CommandLineHarness()
    let line = "resource size --rate 40/h --hold 30s --blocking 0.1% -o json"
    let sized = """
      {"requests_per_hour":40,"hold_seconds":30,"target":0.001,"load":0.333333,"numbers":4,\
      "blocking":0.000368596,"carried":0.33321,"measured":
      """
    #expect(try harness.answer(line) == sized + "[]}\n", "without a store, too")
    for same in ["0.666666666667/min", "960/d"] {
      #expect(
        try harness.answer("resource size --rate \(same) --hold 0.5min --blocking 0.001 -o json").contains(
          #""numbers":4"#
        )
      )
    }
    let company = try self.harness()
    let id = id(try company.answer("service request iPhoneService -o json"))
    for _ in 0..<2 {
      _ = try company.answer("service request request-access _id=\(id) _resource_group=DNIS")
    }
    company.now += 60
    #expect(
      try company.answer(line) == sized + """
        [{"group":"DNIS","from":"2025-01-06T13:56:00.000Z","to":"2025-01-06T14:01:00.000Z","numbers":2,\
        "blocking":0.113333,"carried":0.226667,"peak":2,"bookings":2}]}

        """,
      "both were taken for 29 seconds and their cooldown, of 300"
    )
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let line: String
    let code: ExitCode
    let message: String

    init(_ line: String, _ code: ExitCode, _ message: String) {
      self.line = line
      self.code = code
      self.message = message
    }

    var testDescription: String { line }
  }

  static let refusals: [Refusal] = [
    Refusal(
      "service request iPhoneServic",
      .notFound,
      "there is no service 'iPhoneServic'; did you mean 'iPhoneService'?"
    ),
    Refusal(
      "service request request-access _resource_group=DNIS",
      .refused,
      "the parameter '_id' of service 'request-access' is missing; give the id of a running service"
    ),
    Refusal(
      "service request request-access _id=1-x",
      .notFound,
      "there is no running service '1-x'; it was never there, was taken away, or is long over"
    ),
    Refusal("access match --access-number 1", .notFound, "no booking fits this call on access number '1'"),
    Refusal(
      "access match --access-number DNIS",
      .refused,
      "'DNIS' is not an access number; write digits, with + ( ) . - * # or spaces between them"
    ),
    Refusal(
      "access bookings --group DNI",
      .notFound,
      "there is no resource group 'DNI'; did you mean 'DNIS'?"
    ),
    Refusal(
      "access release 6504664136",
      .refused,
      "'6504664136' is not the id of a booking; write <number>-<code>-<serial> as 'access bookings' shows it"
    ),
    Refusal(
      "access release 1--0000000000000000",
      .notFound,
      "there is no booking '1--0000000000000000'; it never was, or it ended so long ago that it is forgotten"
    ),
    Refusal(
      "resource create DNIS",
      .refused,
      "there is a resource group 'DNIS' already; take another name, or change that one"
    ),
    Refusal(
      "resource create VIP cooldown=-1",
      .refused,
      "option 'cooldown' of resource group 'VIP' is '-1'; write a whole number of seconds from 0 to 86400"
    ),
    Refusal(
      "resource add DNIS 6504664136",
      .refused,
      "access number '6504664136' of resource group 'DNIS' stands in resource group 'iPhoneService' already; keep "
        + "it once"
    ),
    Refusal("resource remove DNIS 1", .notFound, "resource group 'DNIS' has no number '1'"),
    Refusal(
      "resource delete iPhoneService --yes",
      .refused,
      "resource group 'iPhoneService' is used by 'iPhoneService'; change or delete what uses it first"
    ),
    Refusal(
      "resource status DNSI",
      .notFound,
      "there is no resource group 'DNSI'; did you mean 'DNIS'?"
    ),
    Refusal(
      "resource size --rate 40 --hold 30s --blocking 0.1%",
      .usage,
      "'40' of '--rate' cannot be read; write a number and what it is for, such as 40/h or 2/min"
    ),
    Refusal(
      "resource size --rate 40/w --hold 30s --blocking 0.1%",
      .usage,
      "'40/w' of '--rate' cannot be read; write a number and what it is for, such as 40/h or 2/min"
    ),
    Refusal(
      "resource size --rate 40/h --hold 30 --blocking 0.1%",
      .usage,
      "'30' of '--hold' cannot be read; write a number and its unit, such as 30s, 2min or 1h"
    ),
    Refusal(
      "resource size --rate 40/h --hold 30s --blocking 1e-3",
      .usage,
      "'1e-3' of '--blocking' cannot be read; write a share such as 0.1% or 0.001"
    ),
    Refusal(
      "resource size --rate 40/h --hold 0s --blocking 0.1%",
      .refused,
      "hold '0.0' is refused; write a number of seconds above 0"
    ),
    Refusal(
      "resource size --rate 40/h --hold 30s --blocking 100%",
      .refused,
      "blocking '1.0' is refused; write a share above 0 and below 1, such as 0.001"
    ),
  ]

  @Test(arguments: refusals)
  func isRefusedAndWritesNothing(_ refusal: Refusal) throws {
    let harness = try harness()
    let before = try harness.snapshot()
    let outcome = harness.run(refusal.line)
    #expect(outcome.code == refusal.code)
    #expect(outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").first.map(String.init) == "gmsctl: \(refusal.message)")
    #expect(try harness.snapshot() == before)
  }
}
