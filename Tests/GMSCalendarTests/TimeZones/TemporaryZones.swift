import Foundation

/// A zone directory of its own for one test, removed with the value's last use.
final class TemporaryZones {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "zones-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path + "/Test", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the directory.
  func write(_ name: String, _ bytes: [UInt8] = TZifBytes(types: [3600]).bytes) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// Makes a symbolic link below the directory.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }
}
