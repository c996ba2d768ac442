import Foundation

/// A directory for one test, which goes with the value.
public final class TemporaryDirectory: Sendable {
  /// Its path.
  public let path: String

  /// Makes a directory of a new name.
  public init() throws {
    path = NSTemporaryDirectory() + "/gms-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in it.
  public func path(_ name: String) -> String { "\(path)/\(name)" }
}
