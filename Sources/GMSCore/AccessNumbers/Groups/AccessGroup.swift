/// A resource group as it is configured, read and checked: its numbers, and how they are given out.
///
/// It is made once for a configuration and then asked many times; making it takes time for each number.
public struct AccessGroup: Hashable, Sendable {
  /// What a group is made of: one reference, because it is handed on with every request.
  private final class Content: Sendable {
    let numbers: [AccessNumber]
    let expiration: Int
    let terms: BookingTerms
    let places: [String: Int]
    let fingerprint: UInt64

    init(
      _ terms: BookingTerms,
      expiration: Int,
      numbers: [AccessNumber],
      places: [String: Int],
      fingerprint: UInt64
    ) {
      self.terms = terms
      self.expiration = expiration
      self.numbers = numbers
      self.places = places
      self.fingerprint = fingerprint
    }
  }

  private let content: Content

  /// The group's name.
  public var name: String { content.terms.group }
  /// Its numbers, in configured order; none stands twice.
  public var numbers: [AccessNumber] { content.numbers }
  /// How a number is chosen, and whether it is shared; `random` where the group does not say.
  public var strategy: AccessStrategy { content.terms.strategy }
  /// For how many seconds a number is booked when neither request nor service says: 5…1800, usually 30.
  public var expiration: Int { content.expiration }
  /// For how many seconds after its end a booking still keeps what was exclusive from others: 0…86400.
  ///
  /// GMS does not document a cooldown; without one, a call that arrives a second late may reach the next
  /// customer's booking. 0 is the default and gives a number out again at once.
  public var cooldown: Int { content.terms.cooldown }
  /// For how many seconds after its end a booking is remembered: 0…86400, usually 300.
  ///
  /// So long a late call is told from a stranger's. A longer ``cooldown`` counts in its place. GMS does not document
  /// this either.
  public var memory: Int { content.terms.memory }
  /// What its bookings have in common.
  var terms: BookingTerms { content.terms }
  /// Where a number stands in ``numbers``, by what is dialled.
  var places: [String: Int] { content.places }
  /// A hash of the numbers in their order, by which a change of the configuration is noticed.
  var fingerprint: UInt64 { content.fingerprint }

  /// The default of ``expiration``, and what a request gets that asks for an impossible time.
  public static let defaultExpiration = 30
  /// The default of ``memory``.
  public static let defaultMemory = 300
  /// The seconds for which a number can be booked.
  public static let expirations = 5...1800

  /// Reads a group.
  ///
  /// Its options are `strategy`, `booking_expiration_timeout`, `cooldown` and `remember`; one that is not set has
  /// its default. A group without numbers is read: it is how every group begins.
  ///
  /// - Throws: `CoreError` with code `invalidOption`, `malformedNumber` or `repeatedNumber`, with fact
  ///   `resource`.
  /// - Complexity: O(n) in the numbers.
  public init(_ name: String, _ group: ResourceGroup) throws(CoreError) {
    try ConfigurationValidator.checkOptions(of: group, named: name)
    func seconds(_ option: String, _ instead: Int) -> Int {
      group.options[option].flatMap(OptionTextChecker.integer) ?? instead
    }
    let cooldown = seconds("cooldown", 0)
    let terms = BookingTerms(
      group: name,
      strategy: group.options["strategy"].flatMap(AccessStrategy.init(rawValue:)) ?? .random,
      cooldown: cooldown,
      memory: max(cooldown, seconds("remember", AccessGroup.defaultMemory))
    )
    var numbers: [AccessNumber] = []
    var places: [String: Int] = [:]
    numbers.reserveCapacity(group.numbers.count)
    places.reserveCapacity(group.numbers.count)
    var hash = StableHash.start
    for written in group.numbers {
      guard let dialled = AccessNumber.dialled(written) else {
        throw CoreError(.malformedNumber, ["resource": name, "value": written])
      }
      guard places.updateValue(numbers.count, forKey: dialled) == nil else {
        throw CoreError(.repeatedNumber, ["resource": name, "value": written])
      }
      numbers.append(AccessNumber(written: written, dialled: dialled))
      var text = dialled
      hash = text.withUTF8 { StableHash.add(UnsafeRawBufferPointer($0), to: hash) }
    }
    content = Content(
      terms,
      expiration: seconds("booking_expiration_timeout", AccessGroup.defaultExpiration),
      numbers: numbers,
      places: places,
      fingerprint: StableHash.finish(hash)
    )
  }

  /// Where a number stands in ``numbers``; nil when the group does not have it.
  ///
  /// - Complexity: O(1).
  public func firstIndex(of number: AccessNumber) -> Int? { places[number.dialled] }
}

extension AccessGroup {
  /// Whether all is the same, down to how numbers are written.
  public static func == (lhs: AccessGroup, rhs: AccessGroup) -> Bool {
    lhs.terms == rhs.terms && lhs.expiration == rhs.expiration && lhs.fingerprint == rhs.fingerprint
      && lhs.numbers.elementsEqual(rhs.numbers) { $0.written == $1.written && $0.dialled == $1.dialled }
  }

  /// Hashes name and numbers.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(fingerprint)
  }
}
