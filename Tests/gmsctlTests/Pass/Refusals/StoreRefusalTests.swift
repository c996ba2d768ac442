import Foundation
import GMSCore
import GMSTestSupport
import Testing
import gmsctl

@Suite("Stores that cannot be used")
struct StoreRefusalTests {
  /// What stands where the store should be, and what a reader and a writer are told.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The file's text, made from that of a sound store; nil for no file.
    let document: (@Sendable (String) -> String)?
    let message: String

    init(_ name: String, _ document: (@Sendable (String) -> String)?, _ message: String) {
      testDescription = name
      self.document = document
      self.message = message
    }
  }

  private static let hint =
    "\n  'gmsctl init' makes a store; '--store DIR' or $GMSCTL_STORE names another one"
  private static let damaged = "the store is damaged at '{DIR}/store/store.json'"
  private static let repair =
    "run 'gmsctl store check' and 'gmsctl store repair', or put back a copy"
  private static let changed =
    """
    \(damaged), line 1: it does not fit its checksum: it was changed by hand or is damaged; \
    \(repair)
    """

  static let cases = [
    Case("half a store", nil, "\(damaged): the file is missing; \(repair)"),
    Case(
      "an empty document",
      { _ in "" },
      "\(damaged), line 1, column 1: an object is missing here; mend that place, or put back a copy"
    ),
    Case(
      "garbage",
      { _ in "garbage\n" },
      "\(damaged), line 1, column 1: an object is missing here; mend that place, or put back a copy"
    ),
    Case(
      "another JSON",
      { _ in "{\"version\":1}\n" },
      """
      \(damaged), line 1, column 12: the member 'format' must come before 'version', and be 'gms-store'; \
      mend that place, or put back a copy
      """
    ),
    Case("half a document", { String($0.prefix(80)) }, changed),
    Case(
      "a newer version",
      { $0.replacingOccurrences(of: "\"version\":2", with: "\"version\":3") },
      "the store at '{DIR}/store/store.json' has version '3' and this program reads up to '2'; use a newer program"
    ),
    Case(
      "a value changed by hand",
      { $0.replacingOccurrences(of: "America/New_York", with: "America/Chicago") },
      changed
    ),
    Case(
      "another sequence",
      { $0.replacingOccurrences(of: "\"sequence\":", with: "\"sequence\":1") },
      changed
    ),
  ]

  @Test("are refused with exit code 5, and stay as they are", arguments: cases)
  func refusal(_ test: Case) throws {
    let (harness, _) = try SmallCompany.booked()
    let sound = try String(contentsOfFile: "\(harness.store)/store.json", encoding: .utf8)
    if let document = test.document {
      #expect(document(sound) != sound)
      try harness.write(document(sound), to: "store/store.json")
    } else {
      try FileManager.default.removeItem(atPath: "\(harness.store)/store.json")
    }
    let before = try harness.snapshot()
    for line in [
      "hours status Office", "callback list", "config export", "service set Office _holiday1=12-25",
      "callback start support --number 5117", "run",
    ] {
      let outcome = harness.run(line)
      #expect(outcome.code == .unusableStore, "\(line)")
      #expect(outcome.output == "")
      #expect(outcome.errors == "gmsctl: \(test.message)\n", "\(line)")
    }
    #expect(try harness.snapshot() == before)
  }

  @Test("that are missing, or no directory, are told from damaged ones")
  func missing() throws {
    let harness = try CommandLineHarness()
    for line in ["hours status Office", "service set Office a=b", "run"] {
      let outcome = harness.run(line)
      #expect(outcome.code == .unusableStore)
      #expect(
        outcome.errors == """
          gmsctl: there is no store at '{DIR}/store'; make one, or name the directory of another\(Self.hint)

          """
      )
    }
    #expect(try harness.snapshot() == [:])
    try harness.write("a file", to: "store")
    let outcome = harness.run("service list")
    #expect(outcome.code == .unusableStore)
    #expect(
      outcome.errors == """
        gmsctl: there is no store at '{DIR}/store': it is no directory; make one, or name the directory of \
        another\(Self.hint)

        """
    )
    #expect(harness.run("init").code == .unusableStore)
    #expect(try harness.snapshot() == ["store": Array("a file".utf8)])
  }

  @Test("tell in JSON the code, the exception, the status and the facts")
  func json() throws {
    let harness = try CommandLineHarness()
    let outcome = harness.run("hours status Office -o json")
    #expect(outcome.code == .unusableStore)
    #expect(
      outcome.errors == """
        {"error":"store-missing","exception":"StoreException","code":500,"phrase":"INTERNAL_ERROR",\
        "message":"there is no store at '{DIR}/store'; make one, or name the directory of another",\
        "path":"{DIR}/store"}

        """
    )
  }

  @Test("name the line that is damaged, and leave what does not need it usable")
  func damagedRecord() throws {
    let (harness, id) = try SmallCompany.booked()
    _ = harness.run("service set Office _holiday1=12-25")
    let log = "\(harness.store)/records.jsonl"
    let sound = try String(contentsOfFile: log, encoding: .utf8)
    let damaged = sound.replacingOccurrences(
      of: "\"_desired_time\":\"2025-01-06T14:30:00.000Z\"",
      with: "\"_desired_time\":\"2025-01-06T14:30:00.001Z\""
    )
    #expect(damaged != sound)
    let line = sound.split(separator: "\n").firstIndex { $0.contains("_desired_time") }.map { $0 + 1 } ?? 0
    try harness.write(damaged, to: "store/records.jsonl")
    let before = try harness.snapshot()
    let place = "'{DIR}/store/records.jsonl', line \(line): the line does not fit its checksum"
    for command in ["callback get \(id)", "callback list", "callback cancel \(id)", "run --until 2025-01-08"]
    {
      let outcome = harness.run(command)
      #expect(outcome.code == .unusableStore, "\(command)")
      #expect(outcome.errors == "gmsctl: the store is damaged at \(place); \(Self.repair)\n")
    }
    let check = harness.run("store check -o json")
    #expect(check.code == .unusableStore)
    #expect(
      check.output.contains("\"severity\":\"damage\",\"path\":\"{DIR}/store/records.jsonl\",\"line\":\(line)")
    )
    #expect(try harness.snapshot() == before)
    // What is dropped is said and set aside; afterwards the store is usable.
    let repair = harness.run("store repair --yes -o json")
    #expect(repair.code == .done, "\(repair.errors)")
    #expect(repair.output.contains("\"line\":\(line),\"id\":\"\(id)\""))
    #expect(harness.run("store check").code == .done)
    #expect(harness.run("callback get \(id)").code == .notFound)
    #expect(harness.run("service show Office").output.contains("_holiday1"))
  }

  @Test("that may not be read or written say so", .enabled(if: Unprivileged.isPossible))
  func permissions() throws {
    let (harness, _) = try SmallCompany.booked()
    let before = try harness.snapshot()
    try Unprivileged.setMode(0o755, of: harness.directory.path)
    try Unprivileged.setMode(0o755, of: harness.store)
    try Unprivileged.setMode(0o644, of: "\(harness.store)/store.json")
    try Unprivileged.setMode(0o644, of: "\(harness.store)/records.jsonl")
    try Unprivileged.setMode(0o644, of: "\(harness.store)/lock")

    let reading = try Unprivileged.run("--store \(harness.store) service list --fields name -o csv")
    #expect(reading.status == 0)
    #expect(reading.output == "name\r\nBranch\r\nCapacity\r\nOffice\r\nsupport\r\n")
    let writing = try Unprivileged.run("--store \(harness.store) service set Office _holiday1=12-25")
    #expect(writing.status == 5)
    #expect(
      writing.errors == """
        gmsctl: the store at '\(harness.store)' cannot be written: there is no permission; check its \
        permissions and the free space

        """
    )

    try Unprivileged.setMode(0o600, of: "\(harness.store)/store.json")
    let unreadable = try Unprivileged.run("--store \(harness.store) service list")
    #expect(unreadable.status == 5)
    #expect(
      unreadable.errors == """
        gmsctl: the store at '\(harness.store)/store.json' cannot be read: there is no permission; check \
        that it may be read

        """
    )
    #expect(try harness.snapshot() == before)
  }
}
