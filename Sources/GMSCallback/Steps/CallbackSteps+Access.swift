#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

extension CallbackSteps {
  /// Books an access number for a callback that the customer has to call; a chat needs none.
  ///
  /// - Throws: `CoreError` such as `numbersExhausted` where a shortage is a refusal; else the shortage is kept.
  func offerAccess(to callback: inout Callback, at now: Date, policy: CallbackPolicy) throws {
    guard policy.media == .voice, let until = callback.offerEnds else { return }
    do {
      try book(for: &callback, at: now, until: until)
    } catch let error as CoreError {
      guard let shortages, error.isShortageOfNumbers else { throw error }
      shortages.add(OfferShortage(id: callback.id, service: callback.service, at: now, reason: error))
    }
  }

  /// Books a number of the service's group for the customer, until the offer ends, and names it first.
  ///
  /// No number is booked for less than five seconds; the end of the offer takes it back all the same.
  ///
  /// The draw depends on the callback and the number of its offer, and not on how many transactions the store has
  /// seen: so it makes no difference whether the driver comes each second or late.
  func book(for callback: inout Callback, at now: Date, until: Date) throws {
    guard let service = try engine.configuredService(of: callback, writer) else { return }
    let option = "_resource_group"
    guard let name = service[option] else {
      throw CoreError(
        .missingOption,
        ["service": callback.service, "option": option, "accepted": "the name of a resource group"]
      )
    }
    let group = try AccessGroup(name, in: writer.configuration())
    let left = (until.millisecondsSince1970 - now.millisecondsSince1970 + 999) / 1000
    var bookings = StoredBookings(writer)
    var generator: any RandomNumberGenerator & Sendable = context.randomness
      .generator(sequence: draw(callback))
    let booking = try bookings.allocate(
      AccessRequest(
        service: callback.id.text,
        phoneNumber: callback.customerNumber?.typed,
        codeLength: service.boolean("_provide_code") ? AccessRequest.defaultCodeLength : nil,
        expiration: max(Int(left), AccessGroup.expirations.lowerBound),
        node: context.node,
        codePrefix: writer.codePrefix(ofNode: context.node)
      ),
      from: group,
      now: now,
      using: &generator
    )
    callback.bookings.insert(booking.id, at: 0)
  }

  /// Frees every access number that is booked for a callback, whoever booked it.
  func releaseAccess(of callback: inout Callback, at now: Date) throws {
    guard !callback.bookings.isEmpty else { return }
    var bookings = StoredBookings(writer)
    for id in callback.bookings { try bookings.release(id, now: now) }
    callback.bookings = []
  }

  /// Whether a step leaves nothing that a customer could call for: an offer that was used or is over, or the end.
  func endsAccess(_ transition: CallbackTransition) -> Bool {
    if transition.to.name == .completed { return true }
    return transition.from.isOffer && !transition.to.isOffer
  }

  /// Which draw of the context's randomness an offer gets.
  private func draw(_ callback: Callback) -> Int {
    // FNV-1a, which is short and the same in every process; chance comes from the generator.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in callback.id.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let offers = UInt64(callback.progress?.attempts.offers ?? 0)
    return Int(truncatingIfNeeded: hash &+ offers &* 0x9E37_79B9_7F4A_7C15)
  }
}

extension CoreError {
  /// Whether the error says that there is no number to give now; others say that something is broken.
  var isShortageOfNumbers: Bool {
    switch code {
    case .numbersExhausted, .codesExhausted, .emptyResourceGroup, .unknownResourceGroup, .missingOption,
      .invalidCodeLength, .malformedCodePrefix:
      true
    default: false
    }
  }
}
