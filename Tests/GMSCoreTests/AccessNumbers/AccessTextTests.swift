import GMSCore
import GMSTestSupport
import Testing

/// What people write about access numbers: numbers, codes, prefixes, ids.
struct AccessTextTests {
  struct Text: CustomTestStringConvertible, Sendable {
    let text: String
    let expected: String?

    init(_ text: String, _ expected: String?) {
      self.text = text
      self.expected = expected
    }

    var testDescription: String { "'\(text)'" }
  }

  static let numbers: [Text] = [
    Text("6504663204", "6504663204"), Text("650-466-3204", "6504663204"),
    Text("(650) 466.3204", "6504663204"), Text("+1 650 466 3204", "+16504663204"),
    Text("*72#", "*72#"), Text("5", "5"), Text("(+1) 650", "+1650"),
    Text("", nil), Text("+", nil), Text("*#", nil), Text(" 650", nil), Text("650 ", nil), Text("65+0", nil),
    Text("++650", nil), Text("CALL-ME", nil), Text("650\u{A0}1", nil), Text("٦٥٠", nil), Text("650\n", nil),
    Text("650,651", nil), Text("650/1", nil), Text("6\u{301}", nil),
  ]

  @Test(arguments: numbers)
  func accessNumbers(_ text: Text) throws {
    guard let expected = text.expected else {
      let error = #expect(throws: CoreError.self) { try AccessNumber(text.text) }
      #expect(error == CoreError(.malformedNumber, ["value": text.text]))
      return
    }
    let number = try AccessNumber(text.text)
    #expect(number.dialled == expected)
    #expect(number.written == text.text && number.description == text.text)
    #expect(try number == AccessNumber(expected))
    #expect(try number.hashValue == AccessNumber(expected).hashValue)
  }

  static let codes: [Text] = [
    Text("1", "1"), Text("007", "007"), Text("123 456#", "123456"), Text("12-34", "1234"),
    Text("000000000000000", "000000000000000"), Text("999999999999999", "999999999999999"),
    Text("1234567890123456", nil), Text("", nil), Text("#", nil), Text("12#3", nil), Text("12##", nil),
    Text("12a", nil), Text("１２", nil), Text("+1", nil), Text("n/a", nil),
  ]

  @Test(arguments: codes)
  func accessCodes(_ text: Text) {
    #expect(AccessCode(text.text)?.text == text.expected)
    #expect(AccessCode(text.text)?.description == text.expected)
  }

  @Test
  func codesOfDifferentLengthsDiffer() {
    let codes = ["7", "07", "007", "70", "0"].map(AccessCode.init)
    #expect(Set(codes).count == 5)
    #expect(AccessCode("12 34") == AccessCode("1234#"))
  }

  static let prefixes: [Text] = [
    Text("7", "7"), Text("0", "0"), Text("7-9", "7-9"), Text("0-9", "0-9"), Text("5-5", "5"),
    Text("", nil), Text("-", nil), Text("9-7", nil), Text("77", nil), Text("7-", nil), Text("-7", nil),
    Text("7-10", nil), Text(" 7", nil), Text("a", nil), Text("7–9", nil), Text("7 - 9", nil),
  ]

  @Test(arguments: prefixes)
  func codePrefixes(_ text: Text) throws {
    guard let expected = text.expected else {
      let error = #expect(throws: CoreError.self) { try AccessCodePrefix(text.text) }
      #expect(
        error?.description
          == "'\(text.text)' cannot begin access codes; write one digit such as 7, or a range such as 7-9"
      )
      return
    }
    let prefix = try AccessCodePrefix(text.text)
    #expect(prefix.description == expected)
    #expect(try AccessCodePrefix(prefix.description) == prefix)
  }

  @Test
  func prefixesOverlapWhereADigitIsInBoth() throws {
    let low = try AccessCodePrefix("0-3")
    #expect(try low.overlaps(AccessCodePrefix("3")))
    #expect(try !low.overlaps(AccessCodePrefix("4-9")))
    #expect(AccessCodePrefix.any.overlaps(low))
  }

  static let ids: [Text] = [
    Text("6504663204-123456-9f86d081884c7d65", "123456"), Text("+1650--0000000000000001", ""),
    Text("*72#-007-ffffffffffffffff", "007"),
    Text("", nil), Text("650", nil), Text("650-1", nil), Text("650-1-1", nil),
    Text("650-1-9F86D081884C7D65", nil), Text("650-a-9f86d081884c7d65", nil),
    Text("65 0-1-9f86d081884c7d65", nil), Text("-1-9f86d081884c7d65", nil),
    Text("650-1-+f86d081884c7d65", nil), Text("650-1-9f86d081884c7d6", nil),
    Text("650-1-9f86d081884c7d65-", nil), Text("650-1234567890123456-9f86d081884c7d65", nil),
  ]

  @Test(arguments: ids)
  func bookingIDs(_ text: Text) throws {
    guard let expected = text.expected else {
      let error = #expect(throws: CoreError.self) { try AccessBookingID(text.text) }
      #expect(error == CoreError(.malformedBookingID, ["value": text.text]))
      return
    }
    let id = try AccessBookingID(text.text)
    #expect(id.text == text.text && id.description == text.text)
    #expect((id.code?.text ?? "") == expected)
  }

  static let callers: [Text] = [
    Text("+1 (650) 466-3204", "16504663204"), Text("1.650.466/3204", "16504663204"),
    Text("\t5115", "5115"), Text("", nil), Text(" - ", nil), Text("+", nil), Text("anonymous", "anonymous"),
  ]

  @Test(arguments: callers)
  func callerNumbers(_ text: Text) {
    #expect(CallerNumber(text.text)?.normalised == text.expected)
    #expect(CallerNumber(text.text)?.given == text.expected.map { _ in text.text })
  }

  @Test
  func callersAreComparedWithoutPunctuation() {
    #expect(CallerNumber("+1 650 1") == CallerNumber("1-650-1"))
    #expect(CallerNumber("+1 650 1") != CallerNumber("6501"))
    #expect(CallerNumber(nil) == nil)
  }
}
