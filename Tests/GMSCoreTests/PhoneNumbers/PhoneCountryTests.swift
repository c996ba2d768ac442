import GMSCore
import Testing

/// The table of countries holds together.
struct PhoneCountryTests {
  @Test(arguments: PhoneCountry.all.map(\.code))
  func isSound(_ code: String) throws {
    let country = try PhoneCountry(code)
    #expect(country.code == code)
    #expect(code.utf8.count == 2)
    #expect(code.utf8.allSatisfy { (0x41...0x5A).contains($0) })
    #expect((1...3).contains(country.callingCode.count))
    #expect(!country.callingCode.hasPrefix("0"))
    #expect(PhoneCountry.all(callingCode: country.callingCode).contains(country))
    for digits in [country.trunkPrefix] + country.internationalPrefixes {
      #expect(digits.utf8.allSatisfy { (0x30...0x39).contains($0) })
    }
    for length in country.lengths ?? [] {
      #expect(length + country.callingCode.count <= 15)
      #expect(length + country.callingCode.count >= 7)
    }
    // What is dialled for another country cannot be taken for a national number's own beginning.
    for other in PhoneCountry.all where other.callingCode != country.callingCode {
      #expect(!other.callingCode.hasPrefix(country.callingCode), "\(other.code) and \(code)")
    }
  }

  @Test func namesAndCodesAreUnique() {
    #expect(Set(PhoneCountry.all.map(\.code)).count == PhoneCountry.all.count)
    #expect(Set(PhoneCountry.all.map(\.name)).count == PhoneCountry.all.count)
    #expect(PhoneCountry.all.map(\.code) == PhoneCountry.all.map(\.code).sorted())
  }

  @Test func sharedCallingCodesHaveOneSetOfRules() {
    for country in PhoneCountry.all {
      for other in PhoneCountry.all(callingCode: country.callingCode) {
        #expect(other.trunkPrefix == country.trunkPrefix)
        #expect(other.lengths == country.lengths)
        #expect(other.isNorthAmerican == country.isNorthAmerican)
      }
    }
    #expect(PhoneCountry.all(callingCode: "999").isEmpty)
  }
}
