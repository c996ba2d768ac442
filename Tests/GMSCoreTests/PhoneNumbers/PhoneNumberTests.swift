import GMSCore
import GMSTestSupport
import Testing

/// Telephone numbers: how they are read, compared and shown, and what is refused.
struct PhoneNumberTests {
  /// A number as it is typed in a country, and what it is.
  struct Spelling: CustomTestStringConvertible, Sendable {
    let country: String?
    let typed: String
    let number: String

    init(_ country: String?, _ typed: String, _ number: String) {
      self.country = country
      self.typed = typed
      self.number = number
    }

    var testDescription: String { "\(country ?? "-") \(typed)" }
  }

  /// A text that is no number, and the whole message.
  struct Refusal: CustomTestStringConvertible, Sendable {
    let country: String?
    let typed: String
    let message: String

    init(_ country: String?, _ typed: String, _ message: String) {
      self.country = country
      self.typed = typed
      self.message = message
    }

    var testDescription: String { "\(country ?? "-") \(typed)" }
  }

  @Test(arguments: national + spellings)
  func isRead(_ spelling: Spelling) throws {
    let number = try PhoneNumber(spelling.typed, defaultCountry: spelling.country)
    #expect(number.description == spelling.number)
    // What is printed reads back as the same, wherever it is read.
    for country in [nil, "US", "IT", "RU", "HU"] {
      #expect(try PhoneNumber(number.description, defaultCountry: country) == number)
      #expect(try PhoneNumber(number.display, defaultCountry: country) == number)
    }
  }

  @Test(arguments: refusals)
  func isRefused(_ refusal: Refusal) throws {
    let error = try #require(throws: CoreError.self) {
      try PhoneNumber(refusal.typed, defaultCountry: refusal.country)
    }
    #expect(error.description == refusal.message)
    #expect(error.category == .refused)
    #expect(error.exceptionName == "PhoneNumberException")
    #expect(error.status == 400)
  }

  @Test func everyCountryIsTested() {
    #expect(Set(Self.national.compactMap(\.country)) == Set(PhoneCountry.all.map(\.code)))
    #expect(PhoneCountry.all.count >= 60)
  }

  /// The national spelling, the international one and those of every other country are one number.
  @Test(arguments: national)
  func spellingsAreEqual(_ spelling: Spelling) throws {
    let home = try PhoneCountry(spelling.country ?? "")
    let number = try PhoneNumber(spelling.typed, defaultCountry: home.code)
    let digits = spelling.number.dropFirst()
    let rest = digits.dropFirst(home.callingCode.count)
    #expect(number.nationalNumber == String(rest))
    var spellings = [
      "+\(digits)", "+\(home.callingCode) \(rest)",
      "+\(home.callingCode)-(\(rest.prefix(2)))\(rest.dropFirst(2))",
    ]
    if home.trunkPrefix.hasPrefix("0") {
      spellings.append("+\(home.callingCode) (\(home.trunkPrefix))\(rest)")
    }
    for country in PhoneCountry.all {
      for spelling in spellings {
        #expect(try PhoneNumber(spelling, defaultCountry: country.code) == number)
      }
      for prefix in country.internationalPrefixes {
        #expect(try PhoneNumber("\(prefix) \(digits)", defaultCountry: country.code) == number)
      }
    }
    for typed in [home.trunkPrefix + rest, number.national ?? ""] {
      #expect(try PhoneNumber(typed, defaultCountry: home.code) == number)
      #expect(try PhoneNumber(typed, defaultCountry: home.code).hashValue == number.hashValue)
    }
  }

  /// Random digits with random punctuation: either a number whose every form reads back, or a refusal with a
  /// reason.
  @Test(arguments: 0..<20)
  func randomTextsReadBackOrAreRefused(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let signs = Array("0123456789000011122334455667789+ -.()/x;ext=")
    var (read, refused) = (0, 0)
    for _ in 0..<500 {
      let country = PhoneCountry.all.randomElement(using: &random)?.code ?? "US"
      let isNoise = random.oneIn(3)
      var text = random.oneIn(2) ? "+" : ""
      for _ in 0..<Int.random(in: 0...16, using: &random) {
        text.append(
          isNoise
            ? signs.randomElement(using: &random) ?? "0"
            : Character(String(Int.random(in: 0...9, using: &random)))
        )
      }
      do throws(CoreError) {
        let number = try PhoneNumber(text, defaultCountry: country)
        read += 1
        #expect((8...16).contains(number.e164.count), "\(text)")
        #expect(number.e164.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }, "\(text)")
        #expect(try PhoneNumber(number.description) == number, "\(text) \(country)")
        #expect(try PhoneNumber(number.display, defaultCountry: country) == number, "\(text) \(country)")
        // After the trunk prefix no number of Japan goes on with 10: 010 is dialled for another country.
        if let national = number.national, let home = number.countries.first,
          !home.internationalPrefixes.contains(where: national.hasPrefix)
        {
          let again = try PhoneNumber(national, defaultCountry: home.code)
          #expect(again.e164 == number.e164, "\(text) \(country)")
        }
      } catch {
        refused += 1
        #expect(error.code == .malformedPhoneNumber)
        #expect(error["reason"]?.isEmpty == false)
      }
    }
    #expect(read > 50)
    #expect(refused > 50)
  }

  @Test func isShown() throws {
    let american = try PhoneNumber("650 466 3204 x12", defaultCountry: "US")
    #expect(american.e164 == "+16504663204")
    #expect(american.extension == "12")
    #expect(american.national == "(650) 466-3204")
    #expect(american.display == "+1 650-466-3204 x12")
    #expect(american != (try PhoneNumber("650 466 3204", defaultCountry: "US")))
    #expect(american.e164 == (try PhoneNumber("650 466 3204", defaultCountry: "US").e164))
    let british = try PhoneNumber("+44 20 7946 0958")
    #expect(british.national == "02079460958")
    #expect(british.display == "+44 2079460958")
    #expect(british.callingCode == "44")
    #expect(try PhoneNumber("+39 06 67791").national == "0667791")
    let foreign = try PhoneNumber("+999 1234567 x3")
    #expect(foreign.national == nil)
    #expect(foreign.nationalNumber == nil)
    #expect(foreign.callingCode == nil)
    #expect(foreign.display == "+9991234567 x3")
  }

  @Test func saysWhatItCannotKnow() throws {
    let british = try PhoneNumber("+44 20 7946 0958").knowledge
    #expect(british.origin == .country("GB"))
    #expect(british.isLengthChecked)
    #expect(british.isPremium == nil)
    #expect(
      british.unknown == [
        "Whether it is assigned to anybody, and whether it is a mobile number, is not known.",
        "Whether it is a premium number is not known.",
      ]
    )
    let premium = try PhoneNumber("1 900 555 0100", defaultCountry: "US").knowledge
    #expect(premium.origin == .shared(["BB", "BS", "CA", "DO", "JM", "PR", "TT", "US"]))
    #expect(premium.isPremium == true)
    #expect(
      premium.unknown.first
        == "Which country it belongs to is not known: BB, BS, CA, DO, JM, PR, TT, US share its calling code."
    )
    #expect(premium.unknown.count == 2)
    let german = try PhoneNumber("+49 30 18400").knowledge
    #expect(!german.isLengthChecked)
    #expect(
      german.unknown.first
        == "Whether it has the right number of digits is not known, only that it has not too many or too few."
    )
    let foreign = try PhoneNumber("+999 1234567").knowledge
    #expect(foreign.origin == .unknown)
    #expect(
      foreign.unknown.first
        == "Which country it belongs to is not known: its calling code is not in the table."
    )
    #expect(foreign.unknown.count == 4)
  }
}
