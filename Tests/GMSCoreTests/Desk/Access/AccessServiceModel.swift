import Foundation
import GMSCore

/// The access services as a list of bookings that is searched from end to end: slow and obvious.
struct AccessServiceModel {
  struct Booking {
    let service: String
    let group: String
    let number: String
    let code: String?
    let phone: String?
    let expires: Int
    var released: Int?

    var ends: Int { released ?? expires }
    func isLive(_ now: Int) -> Bool { released == nil && now < expires }
  }

  struct Group {
    let numbers: [String]
    let isExclusive: Bool
    let cooldown: Int
    /// For how long a booking is remembered.
    let memory: Int
  }

  struct Service {
    let expires: Int
    let data: [String: String]
  }

  /// Whose call it is.
  enum Match: Equatable {
    case services(Set<String>)
    case late
    case unknown
  }

  let groups: [String: Group]
  var bookings: [Booking] = []
  var services: [String: Service] = [:]

  /// Whether a request gets a number now; all times are milliseconds.
  func hasNumber(in name: String, withCode: Bool, at now: Int) -> Bool {
    guard let group = groups[name] else { return false }
    return group.numbers.contains { number in
      !group.isExclusive
        || !bookings.contains { booking in
          booking.number == number && now < booking.ends + group.cooldown
            && (booking.code == nil || !withCode)
        }
    }
  }

  func match(_ number: String, _ phone: String?, _ code: String?, at now: Int) -> Match {
    let fitting = bookings.filter { booking in
      booking.number == number && (code == nil || booking.code == code)
        && (phone == nil || booking.phone == nil || booking.phone == phone)
    }
    let live = fitting.filter { $0.isLive(now) }
    if !live.isEmpty { return .services(Set(live.map(\.service))) }
    let isLate = fitting.contains { now < $0.ends + (groups[$0.group]?.memory ?? 0) }
    return isLate ? .late : .unknown
  }

  mutating func release(at now: Int, where isMeant: (Booking) -> Bool) {
    for index in bookings.indices where bookings[index].isLive(now) && isMeant(bookings[index]) {
      bookings[index].released = now
    }
  }

  mutating func end(_ id: String, at now: Int) {
    release(at: now) { $0.service == id }
    services[id] = nil
  }

  func isRunning(_ id: String, _ now: Int) -> Bool { services[id].map { now < $0.expires } ?? false }
}
