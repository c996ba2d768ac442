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

  @Test func itShowsEachScenario() throws {
    let demo = DemoRun()
    for line in [
      "_tel_url          tel:6504663204", "_text  We will notify you when an agent is available.",
      "show-preview agent=sam", #"attached_data  {"GMS_UserData":"{\"topic\":\"loans\"}"}"#,
      "_start_chat_url     http://localhost:8080/genesys/1/service/1-", "comet_channel  /_genesys",
      "and no agent has been announced yet; open the chat once one has",
      "help-desk      +1 650 466 3204   COMPLETED        AGENT_CONNECTED",
      "chat           5126              QUEUED", "look-first     5125              ROUTING",
      "chat-later     5127              ROUTING", "call-us-later  5122              QUEUED",
      "call-us        5121              ROUTING", "call-me-later  5124              ROUTING",
      "call-me        5123              QUEUED",
    ] {
      #expect(demo.text.contains(line), "'\(line)' is not shown")
    }
    let names = ["CALLER", "LATER", "CALLED", "WAITING", "SEEN", "CHATTING", "COMPANY"]
    for name in names { #expect(!demo.text.contains(" \(name) "), "'\(name)' stands for an id") }
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
