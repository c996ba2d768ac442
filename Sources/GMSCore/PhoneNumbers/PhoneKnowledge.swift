/// What can be known of a number from its digits, and what cannot.
public struct PhoneKnowledge: Hashable, Sendable {
  /// The country of a number, as far as its calling code says it.
  public enum Origin: Hashable, Sendable {
    /// The one country of the table with that calling code, by its two letters.
    case country(String)
    /// Several countries of the table share the calling code; which one it is cannot be known.
    case shared([String])
    /// The calling code is not in the table.
    case unknown
  }

  /// Where the number belongs.
  public let origin: Origin
  /// Whether the lengths of such numbers are known, so that the number was checked against them.
  public let isLengthChecked: Bool
  /// True for a premium number that the table knows, which are those of North America's area code 900; nil
  /// for all others, of which nothing is known.
  public let isPremium: Bool?

  /// What is not known of this number, a sentence each.
  public var unknown: [String] {
    var sentences: [String] = []
    switch origin {
    case .country: break
    case .shared(let codes):
      sentences.append(
        "Which country it belongs to is not known: \(codes.joined(separator: ", ")) share its calling code."
      )
    case .unknown:
      sentences.append("Which country it belongs to is not known: its calling code is not in the table.")
    }
    if !isLengthChecked {
      sentences.append(
        "Whether it has the right number of digits is not known, only that it has not too many or too few."
      )
    }
    sentences.append("Whether it is assigned to anybody, and whether it is a mobile number, is not known.")
    if isPremium == nil { sentences.append("Whether it is a premium number is not known.") }
    return sentences
  }
}

extension PhoneNumber {
  /// What can be known of the number from its digits, and what cannot.
  public var knowledge: PhoneKnowledge {
    let countries = countries
    let codes = countries.map(\.code)
    let origin: PhoneKnowledge.Origin =
      codes.isEmpty ? .unknown : codes.count == 1 ? .country(codes[0]) : .shared(codes)
    let isPremium = callingCode == "1" && nationalNumber?.hasPrefix("900") == true
    return PhoneKnowledge(
      origin: origin,
      isLengthChecked: countries.first?.lengths != nil,
      isPremium: isPremium ? true : nil
    )
  }
}
