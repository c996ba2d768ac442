import Foundation

/// Runs lines of a shell, with the path of the built gmsctl in `GMSCTL`.
enum Shell {
  /// The directory of the build, which holds both the test bundle and gmsctl.
  private static let products: URL = {
    var url = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    #if os(macOS)
      for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") { url = bundle.bundleURL }
    #endif
    return url.deletingLastPathComponent()
  }()

  /// The built gmsctl.
  static let gmsctl = products.appendingPathComponent("gmsctl").path

  /// Whether a program can be found.
  static func has(_ program: String) -> Bool {
    (try? run("command -v \(program)"))?.status == 0
  }

  /// Runs a line in bash, or in another shell.
  static func run(_ line: String, in shell: String = "bash", input: String = "") throws
    -> ProcessTests.Outcome
  {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
      "gmsctl-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    // Files instead of pipes: nothing waits for a pipe that nobody empties.
    let files = ["in", "out", "err"].map { directory.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [shell, "-c", line]
    var environment = ProcessInfo.processInfo.environment
    environment["GMSCTL"] = gmsctl
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return ProcessTests.Outcome(
      status: process.terminationStatus,
      output: try String(contentsOf: files[1], encoding: .utf8),
      errors: try String(contentsOf: files[2], encoding: .utf8)
    )
  }
}
