/// A disk as a machine could come up with after a loss of power.
package struct CrashImage: CustomStringConvertible, Sendable {
  /// What is left of what was not synced.
  package let survival: Survival
  /// The disk; all of it is synced.
  package let disk: SimulatedDisk

  package var description: String { "\(survival)" }
}
