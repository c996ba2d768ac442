import GMSCore
import GMSTestSupport
import Testing
import gmsctl

@Suite("Looking after a store")
struct MaintenancePassTests {
  @Test("finds a sound store sound, and leaves it as it is")
  func sound() throws {
    let (harness, id) = try SmallCompany.booked()
    _ = try harness.answer("callback cancel \(id) --yes")
    let export = try harness.answer("store export")
    #expect(try harness.answer("store check").hasPrefix("the store is sound: 1 record, "))
    let check = try JSONReader.read(harness.answer("store check -o json"))
    #expect(check["records"] == 1)
    #expect(check["findings"] == .array([]))
    let before = try harness.snapshot()
    #expect(try harness.answer("store repair") == "the store needs no repair: 1 record\n")
    #expect(try harness.answer("store repair --dry-run") == "the store needs no repair: 1 record\n")
    #expect(harness.run("store compact --dry-run").code == .done)
    #expect(try harness.snapshot() == before)
    #expect(harness.run("store compact").code == .done)
    #expect(try harness.answer("store export") == export)
  }

  @Test("tells of the store in numbers")
  func information() throws {
    let (harness, _) = try SmallCompany.booked()
    let info = try JSONReader.read(harness.answer("store info -o json"))
    #expect(info["path"] == "{DIR}/store")
    #expect(info["format"] == "gms-store")
    #expect(info["services"] == 4)
    #expect(info["records"] == ["callback": 1])
    let page = try harness.answer("store info")
    #expect(page.hasPrefix("path          {DIR}/store\n"))
    #expect(try harness.answer("store info --fields sequence -o csv").hasPrefix("sequence\r\n"))
  }

  @Test("answers the log's changes in one form")
  func log() throws {
    let (harness, _) = try SmallCompany.booked()
    let rows = try JSONReader.read(harness.answer("store log -o json")).arrayValue ?? []
    for row in rows {
      #expect(
        row.members?.map(\.name) == ["sequence", "time", "command", "change", "name", "state"]
      )
    }
  }

  @Test(
    "names a store that does not exist",
    arguments: ["info", "check", "repair --yes", "compact", "log", "export"]
  )
  func missing(_ verb: String) throws {
    let harness = try CommandLineHarness()
    let outcome = harness.run("store \(verb)")
    #expect(outcome.code == .unusableStore)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("gmsctl: there is no store at '{DIR}/store'; make one"))
    #expect(try harness.snapshot() == [:])
  }

  /// Every command either only reads the store and takes `--as-of`, or says that it does not.
  @Test("lets earlier states be read, and only read")
  func asOf() throws {
    var reading: [String] = []
    for (path, command) in CommandTree.root.walk(["gmsctl"]) where command.action != nil {
      let words = path.dropFirst() + ["--as-of", "2025-01-06T14:00:00Z"]
      let required = command.arguments.filter(\.isRequired).map { argument -> String in
        switch argument.kind {
        case .keyValue, .pair: "a=b"
        case .choice(let choices): choices.first ?? ""
        case .integer: "1"
        case .text, .file, .directory, .time, .service, .timeZone, .commandPath: "x"
        }
      }
      let options = command.options.filter(\.isRequired).flatMap { option in
        if case .integer = option.kind { [option.longForm, "1"] } else { [option.longForm, "x"] }
      }
      let line = CommandLineParser.parse(Array(words) + required + options, root: CommandTree.root)
      switch line.outcome {
      case .run: reading.append(path.dropFirst().joined(separator: " "))
      case .failed(let error): #expect(error.code == .onlyForReading, "\(path): \(error)")
      case .help, .version: Issue.record("\(path)")
      }
    }
    #expect(
      reading.sorted() == [
        "access bookings", "account can", "account list", "account show", "callback availability",
        "callback export", "callback get", "callback history", "callback line", "callback list",
        "callback notifications", "callback queue-position", "callback queues", "callback ranges",
        "callback watermarks", "callback why", "capacity grid", "capacity periods", "config export", "diff",
        "hours month", "hours next", "hours periods", "hours status", "node list", "node status",
        "pattern list", "pattern match", "pattern test", "resource list", "resource size",
        "resource status", "service lint", "service list", "service show", "simulate", "storage get",
        "store export", "template list", "template show",
      ]
    )
  }
}
