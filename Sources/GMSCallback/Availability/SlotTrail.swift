#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar
public import GMSCore

/// Why each slot of a range can be booked or not, in order of time: who said so, and what is booked.
///
/// Every slot that begins in the range stands in it, those in closed hours too. Neighbours that are closed,
/// or that take no callback at all, are one entry.
public struct SlotTrail: Hashable, Sendable {
  /// What is said about a slot.
  public enum Answer: String, CaseIterable, Sendable {
    /// It can take a callback.
    case free
    /// It takes callbacks, and has as many as it takes.
    case full
    /// Office hours are closed when it begins.
    case closed
    /// Office hours are open, and the capacity of its hour is 0.
    case noCapacity = "no-capacity"
  }

  /// One slot, or neighbours of which the same is to be said.
  public struct Entry: Hashable, Sendable {
    /// When the slot begins.
    public let start: Date
    /// When it ends, or the last of the neighbours does.
    public internal(set) var end: Date
    /// What is said about it.
    public let answer: Answer
    /// The option that says so.
    public let option: String
    /// The option's value: the service that is closed, or that has the capacity; or the capacity itself.
    public let value: String
    /// How many callbacks a slot takes; 0 for closed hours.
    public let total: Int
    /// How many are booked; 0 for closed hours.
    public let booked: Int
  }

  /// The slots.
  public let entries: [Entry]

  /// A trail of slots, of which neighbours that take nothing are joined.
  init(_ slots: [Entry]) {
    var entries: [Entry] = []
    for slot in slots {
      if let last = entries.last, last.answer == slot.answer, slot.total == 0, last.end == slot.start {
        entries[entries.count - 1].end = slot.end
      } else {
        entries.append(slot)
      }
    }
    self.entries = entries
  }

  /// The entries as an array of objects.
  ///
  ///     [{"start":"…Z","end":"…Z","answer":"closed","option":"_business_hours_service","value":"Office",
  ///       "total":0,"booked":0,"capacity":0},…]
  ///
  /// `capacity` is what remains.
  public var json: JSONValue { .array(entries.map(\.json)) }
}

extension SlotTrail.Entry {
  /// The names of the members of ``json``, in their order.
  package static let fields = ["start", "end", "answer", "option", "value", "total", "booked", "capacity"]

  /// How many more callbacks a slot can take.
  public var remaining: Int { max(0, total - booked) }

  /// The entry as an object, see ``SlotTrail/json``.
  public var json: JSONValue {
    .object([
      .init("start", .string(InstantText.print(start))), .init("end", .string(InstantText.print(end))),
      .init("answer", .string(answer.rawValue)), .init("option", .string(option)),
      .init("value", .string(value)), .init("total", .integer(Int64(total))),
      .init("booked", .integer(Int64(booked))), .init("capacity", .integer(Int64(remaining))),
    ])
  }
}
