/// One thing that a check of a store has found.
public struct StoreFinding: Hashable, Sendable {
  /// How grave a finding is.
  public enum Severity: String, CaseIterable, Sendable {
    /// Worth knowing, but nothing is lost: a torn end, a stale index.
    case note
    /// Something that was acknowledged cannot be read.
    case damage
  }

  /// How grave it is.
  public let severity: Severity
  /// The file.
  public let path: String
  /// The line in the file, from 1; nil when it is about the file as a whole.
  public let line: Int?
  /// What is wrong, as a clause.
  public let message: String

  /// A finding from its parts.
  package init(_ severity: Severity, path: String, line: Int? = nil, _ message: String) {
    self.severity = severity
    self.path = path
    self.line = line
    self.message = message
  }
}

extension StoreFinding: CustomStringConvertible {
  /// The finding on one line: `damage: store/records.jsonl, line 7: the checksum does not fit`.
  public var description: String {
    "\(severity.rawValue): \(path)\(line.map { ", line \($0)" } ?? ""): \(message)"
  }
}
