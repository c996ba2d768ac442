import Foundation

/// How long the random walks and the searches are: short in the gate, as long as somebody wants otherwise.
///
///     GMS_WALK_EVENTS=3000000 GMS_SEARCH_DEPTH=12 swift test --filter 'RandomWalkTests|FleetWalkTests|MachineSearchTests'
enum WalkSize {
  /// Events of all random walks together (`GMS_WALK_EVENTS`).
  static let events = number("GMS_WALK_EVENTS") ?? 200_000
  /// How many moves deep the search through the machine goes (`GMS_SEARCH_DEPTH`).
  static let depth = number("GMS_SEARCH_DEPTH") ?? 8

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}
