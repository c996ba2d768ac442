/// Why input could not be read: what the system said.
package struct InputFailure: Error, Hashable, Sendable {
  /// What the system said.
  package let reason: String

  /// A failure from its reason.
  package init(reason: String) { self.reason = reason }
}
