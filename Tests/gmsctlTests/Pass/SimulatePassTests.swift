import Foundation
import GMSCore
import GMSTestSupport
import Testing
import gmsctl

/// A simulated day, from the command line.
@Suite("gmsctl simulate")
struct SimulatePassTests {
  private static let hour =
    "simulate --from 2026-11-23T09:00Z --to 2026-11-23T10:00Z --agents 3 --aht 120 --arrivals 60/h"

  @Test("needs no store, and answers the same bytes to the same line")
  func sample() throws {
    let harness = try CommandLineHarness()
    let first = try harness.answer(Self.hour + " -o json")
    #expect(try harness.answer(Self.hour + " -o json") == first)
    #expect(try harness.answer(Self.hour + " -o json --seed 1") == first)
    #expect(try harness.answer(Self.hour + " -o json --seed 2") != first)
    #expect(try harness.snapshot() == [:], "nothing is written")

    let json = try JSONReader.read(first)
    #expect(
      json.members?.map(\.name) == [
        "service", "from", "to", "agents", "aht", "handling", "arrivals_pattern", "seed", "interval",
        "target",
        "intervals", "totals", "waits", "live", "steps", "faults", "fault_list",
      ]
    )
    #expect(json["service"]?.stringValue == "sample")
    #expect(json["from"]?.stringValue == "2026-11-23T09:00:00.000Z")
    #expect(json["agents"] == 3)
    #expect(json["target"] == 180)
    #expect(json["faults"] == 0)
    let intervals = try #require(json["intervals"]?.arrayValue)
    #expect(
      intervals.compactMap { $0["start"]?.stringValue?.dropLast(8).suffix(5) } == [
        "09:00", "09:15", "09:30", "09:45",
      ]
    )
    let people = intervals.compactMap { $0["arrivals"]?.integerValue }
    #expect(people.count == 4)
    #expect(people.reduce(0, +) == json["totals"]?["arrivals"]?.integerValue)
  }

  @Test("answers the intervals as CSV, as lines of JSON, and as chosen columns")
  func formats() throws {
    let harness = try CommandLineHarness()
    let csv = try harness.answer(Self.hour + " -o csv").components(separatedBy: "\r\n")
    #expect(
      csv.first == """
        start,arrivals,refused,scheduled,immediate,connected,lost,average_wait,longest_wait,service_level,\
        occupancy,average_line,longest_line,waiting,refused_by,outcomes
        """
    )
    #expect(csv.count == 6, "a header, four intervals, and nothing after the last line's end")
    let lines = try harness.answer(Self.hour + " -o jsonl --fields start,arrivals").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"start\":\"2026-11-23T09:") })
    let table = try harness.answer(Self.hour + " --fields start,waiting")
    #expect(table.hasPrefix("START                     WAITING\n2026-11-23T09:00:00.000Z"))
    let page = try harness.answer(Self.hour)
    #expect(
      page.hasPrefix("sample, 3 agents, 120 s a call (log-normal), seed 1\n2026-11-23T09:00:00.000Z to ")
    )
    #expect(page.contains("\nin time "))
  }

  @Test("takes the service's own hours and limits from the store, and leaves the store as it is")
  func service() throws {
    let (harness, _) = try SmallCompany.booked()
    let before = try harness.snapshot()
    // The small company's slots take one callback each, on Mondays in New York.
    let line = """
      simulate --from 2025-01-06T14:00Z --to 2025-01-06T15:00Z --agents 2 --aht 60 --arrivals 9:00-10:00=300/h \
      --scheduled 1 --service support -o json
      """
    let json = try JSONReader.read(harness.answer(line))
    #expect(json["service"]?.stringValue == "support")
    let totals = try #require(json["totals"])
    let (people, scheduled) = (totals["arrivals"]?.integerValue, totals["scheduled"]?.integerValue)
    #expect(try #require(people) > 200)
    #expect(try #require(scheduled) > 0)
    #expect(try #require(scheduled) < 100)
    #expect(totals["refused_by"]?["no-free-slot"] != nil)
    #expect(json["faults"] == 0)
    #expect(try harness.snapshot() == before)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let line: String
    let code: ExitCode
    let message: String
    var testDescription: String { line }
    init(_ line: String, _ message: String, _ code: ExitCode? = nil) {
      self.line = line
      self.code = code ?? .usage
      self.message = message
    }
  }

  private static let day = "simulate --from 2026-11-23T00:00Z --to 2026-11-24T00:00Z"

  @Test(
    "is refused with the reason",
    arguments: [
      Refusal("simulate", "'gmsctl simulate' needs the option '--from TIME'"),
      Refusal(day + " --agents 3", "'gmsctl simulate' needs the option '--aht SECONDS'"),
      Refusal(
        "simulate --from 2026-11-24T00:00Z --to 2026-11-23T00:00Z --agents 3 --aht 60",
        "'2026-11-23T00:00:00.000Z' cannot be the simulation's 'to'; give a time after the beginning, 2026-11-24T00:00:00.000Z"
      ),
      Refusal(
        "simulate --from 2026-01-01T00:00Z --to 2027-01-01T00:00Z --agents 3 --aht 60",
        "'2027-01-01T00:00:00.000Z' cannot be the simulation's 'to'; give a time at most 31 days after 2026-01-01T00:00:00.000Z"
      ),
      Refusal(day + " --agents -1 --aht 60", "'-1' of '--agents' is out of range; write 0 to 100000"),
      Refusal(
        day + " --agents many --aht 60",
        "'many' of '--agents' is not a whole number; write 0 to 100000"
      ),
      Refusal(day + " --agents 3 --aht 0", "'0' of '--aht' is out of range; write 1 to 86400"),
      Refusal(
        day + " --agents 3 --aht 60 --arrivals 60",
        "'60' cannot be the simulation's 'arrivals'; give a rate such as '60/h', '2/min' or '500/d' for '60'"
      ),
      Refusal(
        day + " --agents 3 --aht 60 --arrivals 100000/h",
        "'100000/h' cannot be the simulation's 'arrivals'; give rates that make at most 1000000 callbacks; these make about 2400000"
      ),
      Refusal(
        day + " --agents 3 --aht 60 --scheduled 1.5",
        "'1.5' cannot be the simulation's 'scheduled'; give a share of 0 to 1"
      ),
      Refusal(
        day + " --agents 3 --aht 60 --forced lots",
        "'lots' of '--forced' cannot be read; write a share such as 0.1% or 0.001"
      ),
      Refusal(
        day + " --agents 3 --aht 60 --dial busi=0.1",
        "'busi=0.1' cannot be the simulation's 'dial'; give shares whose sum is at most 1, such as 'busy=0.05,no-answer=0.1,machine=0.05,invalid=0.01', or 'none'. Did you mean 'busy'?"
      ),
      Refusal(
        day + " --agents 3 --aht 60 --handling gaussian",
        "'gaussian' of '--handling' is not known; choose constant, exponential or log-normal"
      ),
      Refusal(
        day + " --agents 3 --aht 60 --service suport",
        "there is no service 'suport'; did you mean 'support'?",
        .notFound
      ),
      Refusal(
        day + " --agents 3 --aht 60 --fields wait",
        "there is no field 'wait'; there are start, arrivals, refused, scheduled, immediate, connected, lost, average_wait, longest_wait, service_level, occupancy, average_line, longest_line, waiting, refused_by, outcomes"
      ),
    ]
  )
  func refusals(_ refusal: Refusal) throws {
    let (harness, _) = try SmallCompany.booked()
    let before = try harness.snapshot()
    let outcome = harness.run(refusal.line)
    #expect(outcome.output == "")
    #expect(outcome.code == refusal.code)
    #expect(outcome.errors.hasPrefix("gmsctl: \(refusal.message)"), "\(outcome.errors)")
    #expect(try harness.snapshot() == before)
  }
}
