import Foundation
import gmsctl

/// One run of `gmsctl demo` in a directory of its own, which is taken away with it.
final class DemoRun {
  let directory: String
  private(set) var code = ExitCode.done
  private(set) var text = ""

  init() {
    directory =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("gms-demo-test-\(UUID().uuidString)").path
    run()
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// Runs the demonstration, again when it has run before.
  func run() {
    let screen = TestConsole()
    code = GMSCtl.run(
      ["demo", "--store", directory],
      in: GlobalContext.Surroundings(
        environment: [:],
        console: Console(input: screen.input, output: screen.output, errors: screen.errors)
      )
    )
    text = screen.output.text + screen.errors.text
  }
}
