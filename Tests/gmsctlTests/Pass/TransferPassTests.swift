import Foundation
import GMSCore
import GMSTestSupport
import Testing
import gmsctl

@Suite("Export and import of a store")
struct TransferPassTests {
  /// A store with something of everything, and callbacks in several states.
  private static func company() throws -> CommandLineHarness {
    let (harness, id) = try SmallCompany.booked()
    _ = try harness.answer(
      "apply -f -",
      input: #"""
        {"options":{"callback":{"filter-keys":"lob, note"}},
         "resources":{"DNIS":{"strategy":"local","numbers":["6504663205","6504663204"]}},
         "patterns":{"blocked":{"premium":"\\+1900.*"}},"accounts":{"kate":{"roles":"Supervisor"}}}
        """#
    )
    for seed in 2...20 {
      let at = "2025-01-06T15:\(10 + seed / 3 * 5):00Z"
      _ = try harness.answer(
        "callback start support --number 60\(seed) --at \(at) --seed \(seed) 'lob=é \"x\" \\ {}' -q"
      )
    }
    _ = try harness.answer("callback start support --number 7001 --seed 50 -q")
    _ = try harness.answer("callback cancel \(id) -q --yes")
    return harness
  }

  private static func empty() throws -> CommandLineHarness {
    let harness = try CommandLineHarness()
    _ = try harness.answer("init")
    return harness
  }

  @Test("make an equal store, to the byte")
  func roundTrip() throws {
    let harness = try Self.company()
    let lines = try harness.answer("store export")
    #expect(lines.split(separator: "\n").count == 1 + 4 + 1 + 2 + 1 + 1 + 21)
    let copy = try Self.empty()
    #expect(
      try copy.answer("store import - -o json", input: lines) == """
        [{"kind":"section","added":1,"replaced":0,"unchanged":0},\
        {"kind":"service","added":4,"replaced":0,"unchanged":0},\
        {"kind":"resource","added":1,"replaced":0,"unchanged":0},\
        {"kind":"number","added":2,"replaced":0,"unchanged":0},\
        {"kind":"pattern","added":1,"replaced":0,"unchanged":0},\
        {"kind":"account","added":1,"replaced":0,"unchanged":0},\
        {"kind":"callback","added":21,"replaced":0,"unchanged":0}]

        """
    )
    #expect(try copy.answer("store export") == lines)
    #expect(try copy.answer("config export") == harness.answer("config export"))
    #expect(try copy.answer("callback list -o json") == harness.answer("callback list -o json"))
    // What is due is due in the copy, too.
    #expect(
      try copy.answer("run --until 2025-01-08 -o json") == harness.answer("run --until 2025-01-08 -o json")
    )
    #expect(try copy.answer("store export") == harness.answer("store export"))
  }

  @Test("write a new file, and never over another")
  func files() throws {
    let harness = try Self.company()
    let counts = try harness.answer("store export {DIR}/backup.jsonl -o csv")
    #expect(counts.hasPrefix("kind,count\r\nsection,1\r\nservice,4\r\n"))
    #expect(counts.hasSuffix("callback,21\r\n"))
    let written = try harness.snapshot()["backup.jsonl"]
    #expect(try written == Array(harness.answer("store export -").utf8))
    let before = try harness.snapshot()
    let again = harness.run("store export {DIR}/backup.jsonl")
    #expect(again.code == .unusableStore)
    #expect(again.errors == "gmsctl: cannot write the output: {DIR}/backup.jsonl: File exists\n")
    #expect(harness.run("store export {DIR}/other.jsonl --dry-run").code == .done)
    #expect(harness.run("store export {DIR}/nowhere/x.jsonl").code == .unusableStore)
    #expect(try harness.snapshot() == before)
    let copy = try Self.empty()
    try copy.write(String(decoding: written ?? [], as: UTF8.self), to: "lines")
    #expect(copy.run("store import {DIR}/lines").code == .done)
  }

  @Test("of a dry run answer the same, and write nothing")
  func dryRun() throws {
    let lines = try Self.company().answer("store export")
    let copy = try Self.empty()
    let before = try copy.snapshot()
    let tried = copy.run("store import - --dry-run", input: lines)
    #expect(try copy.snapshot() == before)
    #expect(copy.run("store import -", input: lines) == tried)
  }

  @Test("take callbacks as a person lays them out: spaces, another order, no derived members, or stale ones")
  func edited() throws {
    let harness = try Self.company()
    let lines = try harness.answer("store export")
    let copy = try Self.empty()
    let edited = try lines.split(separator: "\n").enumerated().map { index, line -> String in
      guard line.hasPrefix("{\"kind\":\"callback\"") else { return String(line) }
      var members = try JSONReader.read(String(line)).members ?? []
      members.removeAll { $0.name == "_expiration_time" || $0.name == "_url" }
      if index.isMultiple(of: 2) {
        members.append(.init("_expiration_time", "2001-01-01T00:00:00.000Z"))
        members.append(.init("_url", "/stale"))
      }
      let texts = members.reversed().map {
        " \(JSONWriter.compact(.string($0.name))) :  \(JSONWriter.compact($0.value)) "
      }
      return "{" + texts.joined(separator: " ,\t") + "}"
    }
    #expect(edited.joined(separator: "\n") != lines)
    _ = try copy.answer("store import -", input: edited.joined(separator: "\n"))
    #expect(try copy.answer("store export") == lines)
  }

  @Test("replace what a person has changed, and count it")
  func replacing() throws {
    let harness = try Self.company()
    let lines = try harness.answer("store export")
    let changed = lines.replacing("\"602\"", with: "\"5199\"").replacing("premium", with: "dear")
    #expect(
      try harness.answer("store import - --replace -o csv", input: changed) == """
        kind,added,replaced,unchanged\r
        section,0,0,1\r
        service,0,0,4\r
        resource,0,0,1\r
        number,0,0,2\r
        pattern,0,1,0\r
        account,0,0,1\r
        callback,0,1,20\r

        """
    )
    #expect(try harness.answer("store export") == changed)
    #expect(try harness.answer("callback list --where _customer_number=5199 -o jsonl --fields _id") != "")
    let before = try harness.snapshot()
    #expect(harness.run("store import - --replace", input: changed).code == .done)
    #expect(try harness.snapshot() == before, "the same again writes nothing")
  }

  @Test("keep completed callbacks whose service is gone, and refuse live ones")
  func orphans() throws {
    let (harness, id) = try SmallCompany.booked()
    _ = try harness.answer("callback cancel \(id) --yes")
    _ = try harness.answer("service delete support --yes")
    let lines = try harness.answer("store export")
    #expect(lines.contains(id))
    let copy = try Self.empty()
    _ = try copy.answer("store import -", input: lines)
    #expect(try copy.answer("store export") == lines)

    let live = try SmallCompany.booked().harness.answer("store export").split(separator: "\n")
      .filter { !$0.contains("\"name\":\"support\"") }
    let other = try Self.empty()
    let before = try other.snapshot()
    let outcome = other.run("store import -", input: live.joined(separator: "\n"))
    #expect(outcome.code == .refused)
    #expect(
      outcome.errors == """
        gmsctl: line 4: 'support' cannot be imported: there is no service of this name; add a line of kind \
        'service', or create it first

        """
    )
    #expect(try other.snapshot() == before)
  }

  @Test("end without a word when nobody reads them any more")
  func earlyClose() throws {
    let harness = try Self.company()
    let outcome = try Shell.run(
      "(sleep 0.2; exec \"$GMSCTL\" --store \(harness.store) store export) | true; echo ${PIPESTATUS[0]}"
    )
    #expect(outcome == ProcessTests.Outcome(status: 0, output: "0\n", errors: ""))
  }

  @Test("tell of unknown options that come in")
  func unknownOptions() throws {
    let harness = try Self.empty()
    let line =
      #"{"kind":"service","name":"O","options":{"_type":"builtin","_service":"office-hours","_holday1":"07-04"}}"#
    let outcome = harness.run("store import -", input: line)
    #expect(outcome.code == .done)
    #expect(outcome.errors.hasPrefix("O: "))
    #expect(outcome.errors.contains("'_holday1'"))
  }

  @Test("show how far they are on a terminal alone", .enabled(if: Shell.has("script")))
  func progress() throws {
    let harness = try Self.company()
    let lines = try harness.answer("store export {DIR}/lines.jsonl -o json")
    #expect(lines.hasPrefix("["))
    let line =
      "\"$GMSCTL\" --store \(harness.store) store import \(harness.directory.path)/lines.jsonl --replace"
    let quiet = try Shell.run(line)
    #expect(quiet.errors == "")
    let seen = try Shell.run("TERM=xterm script -qec '\(line)' /dev/null")
    #expect(seen.output.contains("\rimporting [==============================] 100 %"))
    for hidden in ["\(line) -q", "TERM=dumb \(line)", "\(line) 2>/dev/null"] {
      #expect(!(try Shell.run("TERM=xterm script -qec '\(hidden)' /dev/null")).output.contains("importing"))
    }
  }
}
