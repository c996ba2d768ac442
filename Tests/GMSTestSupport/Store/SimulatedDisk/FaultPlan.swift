/// Which calls of a process go wrong, and how.
package struct FaultPlan: Sendable {
  /// What goes wrong.
  package var fault: FileSystemFault
  /// The first call that goes wrong, counted from 1.
  package var first: Int
  /// Whether all later ones go wrong, too.
  package var isLasting: Bool
  /// Only calls that do this are counted; nil for all.
  package var call: FileSystemCall?

  /// A plan from its parts.
  package init(
    _ fault: FileSystemFault,
    at first: Int = 1,
    lasting isLasting: Bool = true,
    only call: FileSystemCall? = nil
  ) {
    self.fault = fault
    self.first = first
    self.isLasting = isLasting
    self.call = call
  }
}
