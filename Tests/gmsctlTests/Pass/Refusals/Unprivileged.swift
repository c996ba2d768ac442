import Foundation

/// Runs the built gmsctl as a user who owns nothing: root may read and write whatever the modes say.
enum Unprivileged {
  /// Whether this machine can do it: we are root, and another user can reach the binary and its libraries.
  static let isPossible: Bool = {
    guard let id = try? Shell.run("id -u"), id.output == "0\n", Shell.has("setpriv") else { return false }
    return (try? run("--version"))?.status == 0
  }()

  /// Runs a line of gmsctl.
  static func run(_ line: String) throws -> ProcessTests.Outcome {
    try Shell.run("exec setpriv --reuid 65534 --regid 65534 --clear-groups \"$GMSCTL\" \(line)")
  }

  /// Sets who may read, write and enter.
  static func setMode(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }
}
