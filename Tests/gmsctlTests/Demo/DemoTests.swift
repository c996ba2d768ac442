import Foundation
import Testing
import gmsctl

/// The demonstration: it shows what it promises, in a directory of its own, and the same each time.
struct DemoTests {
  /// Runs `gmsctl demo` in a directory that is taken away afterwards.
  private func demo(_ body: (String, ExitCode, String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("gms-demo-test-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let screen = TestConsole()
    let code = GMSCtl.run(
      ["demo", "--store", directory],
      in: GlobalContext.Surroundings(
        environment: [:],
        console: Console(input: screen.input, output: screen.output, errors: screen.errors)
      )
    )
    try body(directory, code, screen.output.text + screen.errors.text)
  }

  @Test func itShowsTheMainJob() throws {
    try demo { directory, code, text in
      #expect(code == .done)
      for line in [
        "$ gmsctl init", "made the store '\(directory)'", "+ resource.DNIS/strategy = 'local'",
        // The weekend on which the clocks go back, and the holiday that is not there.
        "2025-10-31T13:00:00.000Z  2025-10-31T21:30:00.000Z",
        "2025-11-03T14:00:00.000Z  2025-11-03T22:30:00.000Z",
        "2025-11-10T14:00:00.000Z  2025-11-11T01:00:00.000Z",
        "2025-11-12T14:00:00.000Z  2025-11-13T00:00:00.000Z",
        "2025-11-03T14:30:00.000Z  2025-11-03T09:30:00.000         1      1",
        "gmsctl: no capacity is left at '2025-11-03T14:45:00.000Z'",
        "(exit code 1: refused by a rule; nothing was written)", "QUEUED/waiting-for-agent", "call-ended",
        "2025-11-03T14:40:00.000Z  +1 650 466 3204   loans  COMPLETED        AGENT_CONNECTED",
      ] {
        #expect(text.contains(line), "'\(line)' is not shown")
      }
      #expect(!text.contains("2025-11-11T14:00"), "Veterans Day is a holiday")
    }
  }

  @Test func itIsTheSameEachTime() throws {
    var texts: [String] = []
    for _ in 0..<2 {
      try demo { directory, _, text in texts.append(text.replacingOccurrences(of: directory, with: "DIR")) }
    }
    #expect(texts[0] == texts[1])
  }

  @Test func anExistingStoreIsRefused() throws {
    try demo { directory, _, _ in
      let before = try Data(contentsOf: URL(fileURLWithPath: directory + "/store.json"))
      let screen = TestConsole()
      let code = GMSCtl.run(
        ["demo", "--store", directory],
        in: GlobalContext.Surroundings(
          environment: [:],
          console: Console(input: screen.input, output: screen.output, errors: screen.errors)
        )
      )
      #expect(code == .refused)
      #expect(screen.output.text.contains("there is a store at '\(directory)' already"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: directory + "/store.json")) == before)
    }
  }
}
