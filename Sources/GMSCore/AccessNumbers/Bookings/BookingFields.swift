#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// The members of a booking's record while it is read; each fault names its member.
struct BookingFields {
  private let members: [JSONValue.Member]

  /// The fields of an object that has no other members than those `known`.
  init(_ value: JSONValue, known: [String]) throws(CoreError) {
    guard case .object(let members) = value else {
      throw BookingFields.fault("record", value, "an object")
    }
    for member in members where !known.contains(member.name) {
      let near = NearestName.find(member.name, in: known).map { "'\($0)'" }
      throw BookingFields.fault(member.name, nil, near ?? "no member of this name")
    }
    self.members = members
  }

  private subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  /// A fault of a member: what it is, and what would be right.
  func fault(_ member: String, _ accepted: String) -> CoreError {
    BookingFields.fault(member, self[member], accepted)
  }

  private static func fault(_ member: String, _ value: JSONValue?, _ accepted: String) -> CoreError {
    var facts = [JSONValue.Member("member", .string(member))]
    switch value {
    case .string(let text): facts.append(.init("value", .string(text)))
    case .some(let other): facts.append(.init("value", .string(JSONWriter.compact(other))))
    case nil: break
    }
    facts.append(.init("accepted", .string(accepted)))
    return CoreError(.malformedBooking, facts)
  }

  /// A text that may be absent.
  func optionalText(_ member: String) throws(CoreError) -> String? {
    guard let value = self[member] else { return nil }
    guard case .string(let text) = value else { throw fault(member, "text") }
    return text
  }

  /// A text that is not empty.
  func text(_ member: String, _ accepted: String) throws(CoreError) -> String {
    guard case .string(let text)? = self[member], !text.isEmpty else { throw fault(member, accepted) }
    return text
  }

  /// A booking's name.
  func id(_ member: String) throws(CoreError) -> AccessBookingID {
    let accepted = "<number>-<code>-<serial>"
    let text = try text(member, accepted)
    do {
      return try AccessBookingID(text)
    } catch {
      throw fault(member, accepted)
    }
  }

  /// A code that may be absent: digits only.
  func code(_ member: String) throws(CoreError) -> AccessCode? {
    guard let text = try optionalText(member) else { return nil }
    guard let code = AccessCode(text), code.text == text else {
      throw fault(member, "1 to \(AccessCode.lengths.upperBound) digits")
    }
    return code
  }

  /// A strategy.
  func strategy(_ member: String) throws(CoreError) -> AccessStrategy {
    let accepted = OptionType.choice(AccessStrategy.allCases.map(\.rawValue)).accepted
    guard let strategy = AccessStrategy(rawValue: try text(member, accepted)) else {
      throw fault(member, accepted)
    }
    return strategy
  }

  /// A time, in milliseconds since 1970.
  func time(_ member: String) throws(CoreError) -> Int64 {
    let accepted = "a time as yyyy-MM-ddTHH:mm:ss.SSSZ"
    let text = try text(member, accepted)
    if let milliseconds = InstantText.milliseconds(ofPrinted: text) { return milliseconds }
    // What a person writes may have another zone and fewer digits, but never none: there is no local time here.
    let clock = text.utf8.dropFirst(11)
    let signs = [UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-")]
    guard clock.contains(where: signs.contains) else { throw fault(member, accepted) }
    do {
      return try InstantText.read(text).millisecondsSince1970
    } catch {
      throw fault(member, accepted)
    }
  }

  /// A time that may be absent, in milliseconds since 1970.
  func optionalTime(_ member: String) throws(CoreError) -> Int64? {
    self[member] == nil ? nil : try time(member)
  }

  /// A whole number of a range; `absent` when there is no such member.
  func integer(_ member: String, in range: ClosedRange<Int>, absent: Int? = nil) throws(CoreError) -> Int {
    if self[member] == nil, let absent { return absent }
    guard case .integer(let number)? = self[member], let value = Int(exactly: number), range.contains(value)
    else { throw fault(member, OptionType.integer(range).accepted) }
    return value
  }
}
