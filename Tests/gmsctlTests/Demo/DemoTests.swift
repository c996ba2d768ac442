import Foundation
import Testing
import gmsctl

/// The demonstration: it shows what it promises, in a directory of its own, and the same each time.
struct DemoTests {
  @Test func itShowsTheMainJob() throws {
    let demo = DemoRun()
    #expect(demo.code == .done)
    for line in [
      "$ gmsctl init", "made the store '\(demo.directory)'", "+ resource.DNIS/strategy = 'local'",
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
      #expect(demo.text.contains(line), "'\(line)' is not shown")
    }
    #expect(!demo.text.contains("2025-11-11T14:00"), "Veterans Day is a holiday")
  }

  @Test func itIsTheSameEachTime() {
    let texts = (0..<2).map { _ in
      let demo = DemoRun()
      return demo.text.replacingOccurrences(of: demo.directory, with: "DIR")
    }
    #expect(texts[0] == texts[1])
  }

  @Test func anExistingStoreIsRefused() throws {
    let demo = DemoRun()
    let document = URL(fileURLWithPath: demo.directory + "/store.json")
    let before = try Data(contentsOf: document)
    demo.run()
    #expect(demo.code == .refused)
    #expect(demo.text.contains("there is a store at '\(demo.directory)' already"))
    #expect(try Data(contentsOf: document) == before)
  }
}
