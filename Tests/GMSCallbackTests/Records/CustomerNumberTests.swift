import GMSCallback
import Testing

struct CustomerNumberTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let typed: String
    let normalised: String
    let isPossible: Bool
    var testDescription: String { "'\(typed)'" }
  }

  static let cases = [
    Case(typed: "5115", normalised: "5115", isPossible: true),
    Case(typed: "80808080", normalised: "80808080", isPossible: true),
    Case(typed: "+1 (650) 466-3204", normalised: "16504663204", isPossible: true),
    Case(typed: "1.650.466/3204", normalised: "16504663204", isPossible: true),
    Case(typed: "123", normalised: "123", isPossible: true),
    Case(typed: "12", normalised: "12", isPossible: false),
    Case(typed: "123456789012345", normalised: "123456789012345", isPossible: true),
    Case(typed: "1234567890123456", normalised: "1234567890123456", isPossible: false),
    Case(typed: "", normalised: "", isPossible: false),
    Case(typed: "+-()", normalised: "", isPossible: false),
    Case(typed: "650-CALL-ANN", normalised: "650callann", isPossible: false),
    Case(typed: "٦٥٠٤٦٦", normalised: "٦٥٠٤٦٦", isPossible: false),
  ]

  @Test(arguments: cases)
  func numbers(_ test: Case) {
    let number = CustomerNumber(test.typed)
    #expect(number.typed == test.typed)
    #expect(number.normalised == test.normalised)
    #expect(number.isPossible == test.isPossible)
  }

  @Test func spellingsOfOneNumberAreEqual() {
    #expect(CustomerNumber("+1 (650) 466-3204") == CustomerNumber("16504663204"))
    #expect(Set([CustomerNumber("650 466"), CustomerNumber("650-466"), CustomerNumber("650467")]).count == 2)
  }

  /// Numbers of ASCII alone take a way of their own, to the same end: a letter beyond ASCII changes nothing
  /// else.
  @Test func bothWaysOfNormalisingAgree() {
    for byte: UInt8 in 0x01..<0x80 {
      let typed = "1\(Character(Unicode.Scalar(byte)))2"
      #expect(CustomerNumber(typed).normalised + "é" == CustomerNumber(typed + "é").normalised, "\(byte)")
    }
  }
}
