public import GMSCalendar

/// A slot with what is left of it.
public struct AvailableSlot: Hashable, Sendable {
  /// The slot: when it begins and ends, how many callbacks it can take in all.
  public let slot: Slot
  /// How many more callbacks it can take; 0 when it is full.
  public let remaining: Int

  /// A slot with what is left of it.
  public init(slot: Slot, remaining: Int) {
    self.slot = slot
    self.remaining = remaining
  }
}
