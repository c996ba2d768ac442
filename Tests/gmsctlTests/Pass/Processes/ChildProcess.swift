import Foundation

/// Runs the built gmsctl on a store, and kills it where that is asked for.
///
/// Foundation's `Process` looks every some ten milliseconds whether a process has ended, and reaps it by itself; here
/// the end is seen at once, and a number stays the process's own until then.
enum ChildProcess {
  struct Ending: Sendable {
    /// The exit code; nil when the process was killed.
    let code: Int32?
    let output: String
    let errors: String
  }

  /// Runs a line to its end, which is SIGKILL when it takes longer than `delay`.
  static func run(_ words: [String], store: String, killAfter delay: Duration?) throws -> Ending {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("gms-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let files = ["out", "err"].map { directory.appendingPathComponent($0) }
    let identifier = try start(
      [Shell.gmsctl] + words,
      environment: ["GMSCTL_STORE=\(store)", "GMSCTL_NOW=2025-01-06T14:00:00Z"],
      streams: ["/dev/null"] + files.map(\.path)
    )
    if let delay {
      Thread.sleep(forTimeInterval: delay / .seconds(1))
      // One that has ended by itself keeps its number until it is waited for.
      kill(identifier, SIGKILL)
    }
    let status = try ending(of: identifier)
    return Ending(
      // The low seven bits are the signal that ended it.
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : nil,
      output: try String(contentsOf: files[0], encoding: .utf8),
      errors: try String(contentsOf: files[1], encoding: .utf8)
    )
  }

  private static func start(_ words: [String], environment: [String], streams: [String]) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, path) in streams.enumerated() {
      let flags = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT
      posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0o600)
    }
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var identifier: pid_t = 0
    let error = posix_spawn(&identifier, words[0], &actions, nil, &arguments, &variables)
    guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EIO) }
    return identifier
  }

  private static func ending(of identifier: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) == -1 {
      guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
    return status
  }
}
