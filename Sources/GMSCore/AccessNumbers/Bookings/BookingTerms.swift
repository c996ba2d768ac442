/// What all bookings of a group have in common; they share one, so that a booking stays small.
final class BookingTerms: Hashable, Sendable {
  let group: String
  let strategy: AccessStrategy
  let cooldown: Int
  let memory: Int

  init(group: String, strategy: AccessStrategy, cooldown: Int, memory: Int) {
    self.group = group
    self.strategy = strategy
    self.cooldown = cooldown
    self.memory = memory
  }

  static func == (lhs: BookingTerms, rhs: BookingTerms) -> Bool {
    lhs === rhs
      || lhs.group == rhs.group && lhs.strategy == rhs.strategy && lhs.cooldown == rhs.cooldown
        && lhs.memory == rhs.memory
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(group)
    hasher.combine(strategy)
  }
}
