#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension AccessBooking {
  /// What the booking can be found by in a store.
  ///
  /// `service` is the group, `customer` the number as it is dialled, `time` the instant from which others can get
  /// what it has, `due` the one from which it is forgotten. `state` says whether it has a whole number or a code,
  /// and whether it was released.
  public var keys: RecordKeys {
    RecordKeys(
      service: group,
      state: (code == nil ? RecordState.booked : .coded).name(isReleased: releasedAt != nil),
      time: isFreeFrom,
      created: made,
      due: isForgottenFrom,
      customer: number.dialled
    )
  }

  /// The booking as a store keeps it: its keys, and ``json`` as one line of text.
  public var stored: StoredRecord {
    StoredRecord(kind: .booking, id: id.recordID, keys: keys, body: JSONWriter.compact(json))
  }

  /// Reads a booking that a store kept.
  ///
  /// - Throws: `CoreError` with code `damagedBooking`, the record's id, and the member that is wrong.
  /// - Precondition: the record is of the kind `booking`.
  public init(stored record: StoredRecord) throws(CoreError) {
    precondition(record.kind == .booking, "The record is of the kind '\(record.kind.rawValue)'.")
    do {
      try self.init(json: JSONReader.read(record.body))
    } catch {
      throw AccessBooking.damaged(record.id, error)
    }
    guard id.recordID == record.id else {
      throw CoreError(
        .damagedBooking,
        ["id": record.id, "member": "_id", "value": id.text, "accepted": "the id of '\(record.id)'"]
      )
    }
  }

  private static func damaged(_ id: String, _ error: CoreError) -> CoreError {
    guard error.code == .malformedJSON else {
      return CoreError(.damagedBooking, [.init("id", .string(id))] + error.facts)
    }
    return CoreError(.damagedBooking, ["id": id, "member": "body", "accepted": "JSON"])
  }

  /// What the state in a record's keys begins with.
  enum RecordState: String {
    /// The booking has the whole number.
    case booked
    /// The booking has a code of the number.
    case coded

    /// The state's name.
    func name(isReleased: Bool) -> String {
      guard isReleased else { return rawValue }
      switch self {
      case .booked: return "released"
      case .coded: return "coded-released"
      }
    }

    /// The names of both states.
    var names: Set<String> { [name(isReleased: false), name(isReleased: true)] }
  }
}
