/// The main job, step by step.
///
/// A company is configured, its hours are asked for, a callback is booked and run to its end, then one of each other
/// scenario is begun. Every line is run for real, in this process, on a store of its own.
struct Demo {
  /// The times of the demonstration, and what is done then.
  private static let days: [(now: String, steps: [DemoStep])] = [
    (
      "2025-10-31T13:00:00Z",
      [
        DemoStep("A new store, and the configuration of a small company.", run: "init"),
        DemoStep(run: "apply -f COMPANY"),
        DemoStep(
          "New York over the weekend on which the clocks go back: 13:00Z on Friday, 14:00Z on Monday.",
          run: "hours periods New-York --start 2025-10-31 --end 2025-11-04"
        ),
        DemoStep(
          "Veterans Day, 11 November, is a holiday that both offices import.",
          run: "hours periods All-Offices --start 2025-11-10 --end 2025-11-13"
        ),
        DemoStep(
          "How many callbacks each half hour takes on Monday.",
          run: "capacity periods Agents --start 2025-11-03 --days 1"
        ),
        DemoStep(
          "What the help desk can take on Monday morning.",
          run:
            "callback availability help-desk --start 2025-11-03T09:00 --end 2025-11-03T11:00 --timezone America/New_York"
        ),
        DemoStep(
          "A customer books 09:40.",
          run:
            "callback start help-desk --number '+1 650 466 3204' --at 2025-11-03T09:40 --timezone America/New_York topic=loans --seed 7",
          naming: "ID"
        ),
        DemoStep(
          "That half hour takes one callback: the next customer is refused, and told what is free beside it.",
          run: "callback start help-desk --number 5115 --at 2025-11-03T09:45 --timezone America/New_York",
          expected: .refused
        ),
      ]
    ),
    (
      "2025-11-03T14:38:00Z",
      [
        DemoStep("Monday, two minutes before the time: the callback is submitted to the queue.", run: "run"),
        DemoStep(
          "An agent is found, the customer answers, they talk.",
          run: "callback event ID agent-reserved agent=kate"
        ),
        DemoStep(run: "callback event ID customer-answered"),
        DemoStep(run: "callback event ID agent-answered"),
      ]
    ),
    (
      "2025-11-03T14:47:30Z",
      [
        DemoStep(run: "callback event ID call-ended"),
        DemoStep("The whole story.", run: "callback history ID"),
        DemoStep(
          run: "callback list --fields _desired_time,_customer_number,topic,_callback_state,_callback_reason"
        ),
      ]
    ),
    ("2025-11-03T15:00:00Z", Demo.scenarios),
  ]

  private let directory: String
  private let console: Console
  private let tree: Command

  init(directory: String, console: Console, tree: Command) {
    self.directory = directory
    self.console = console
    self.tree = tree
  }

  /// Runs all steps, up to the first that does not end as it must.
  func run() throws -> ExitCode {
    var environment = [EnvironmentVariable.store.rawValue: directory]
    console.write("$ export GMSCTL_STORE=\(directory)\n")
    var ids: [String: String] = [:]
    for day in Demo.days {
      environment[EnvironmentVariable.now.rawValue] = day.now
      console.write((day.now == Demo.days[0].now ? "" : "\n") + "$ export GMSCTL_NOW=\(day.now)\n")
      for step in day.steps {
        let words = step.words.map { word in
          word == "COMPANY" ? directory + "/company.cfg" : ids[word] ?? word
        }
        if let remark = step.remark { console.write("\n# \(remark)\n") }
        console.write("$ gmsctl \(DemoStep.line(words))\n")
        let screen = DemoScreen()
        let code = GMSCtl.run(
          words,
          in: GlobalContext.Surroundings(environment: environment, console: screen.console),
          tree: tree
        )
        console.write(screen.text)
        guard code == step.expected else {
          console.writeError(
            "gmsctl demo: this line ended with \(code.rawValue), not with \(step.expected.rawValue)"
          )
          return code == .done ? .refused : code
        }
        if code != .done { console.write("(exit code \(code.rawValue): \(code.meaning))\n") }
        // The configuration lies beside the store's own files, as soon as there is a store.
        if words == ["init"] {
          try FileDescriptor.write(SmallCompany.configuration, toNewFile: directory + "/company.cfg")
        }
        if let name = step.name { ids[name] = screen.callbackID }
      }
    }
    return .done
  }
}
