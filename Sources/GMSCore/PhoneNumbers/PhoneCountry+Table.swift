/// The table of countries, by continents.
///
/// Lengths are those of all subscribers' numbers, free and premium ones included; where a plan has numbers of
/// many lengths, or grows by itself, no length is certain and none is claimed.
extension PhoneCountry {
  static let table =
    northAmerica + southAmerica + westernEurope
    + easternEurope + africa + westernAsia + asia

  private static func northAmerican(_ code: String, _ name: String) -> PhoneCountry {
    PhoneCountry(code, name, "1", trunk: "1", international: ["011"], lengths: [10])
  }

  private static let northAmerica = [
    northAmerican("US", "United States"), northAmerican("CA", "Canada"),
    northAmerican("BB", "Barbados"), northAmerican("BS", "Bahamas"),
    northAmerican("DO", "Dominican Republic"), northAmerican("JM", "Jamaica"),
    northAmerican("PR", "Puerto Rico"), northAmerican("TT", "Trinidad and Tobago"),
    PhoneCountry("MX", "Mexico", "52", trunk: "", lengths: [10]),
    PhoneCountry("CR", "Costa Rica", "506", trunk: "", lengths: [8, 10]),
    PhoneCountry("PA", "Panama", "507", trunk: "", lengths: nil),
  ]

  // Where a carrier is chosen between prefix and number, the prefix is not fixed.
  private static let southAmerica = [
    PhoneCountry("AR", "Argentina", "54", trunk: "0", lengths: [10, 11]),
    PhoneCountry("BR", "Brazil", "55", trunk: "0", international: [], lengths: nil),
    PhoneCountry("CL", "Chile", "56", trunk: "", international: [], lengths: nil),
    PhoneCountry("PE", "Peru", "51", trunk: "0", lengths: [8, 9]),
    PhoneCountry("VE", "Venezuela", "58", trunk: "0", lengths: [10]),
  ]

  private static let westernEurope = [
    PhoneCountry("AT", "Austria", "43", trunk: "0", lengths: nil),
    PhoneCountry("BE", "Belgium", "32", trunk: "0", lengths: nil),
    PhoneCountry("CH", "Switzerland", "41", trunk: "0", lengths: [9, 12]),
    PhoneCountry("DE", "Germany", "49", trunk: "0", lengths: nil),
    PhoneCountry("DK", "Denmark", "45", trunk: "", lengths: [8]),
    PhoneCountry("ES", "Spain", "34", trunk: "", lengths: [9]),
    PhoneCountry("FI", "Finland", "358", trunk: "0", lengths: nil),
    PhoneCountry("FR", "France", "33", trunk: "0", lengths: [9]),
    PhoneCountry("GB", "United Kingdom", "44", trunk: "0", lengths: [7, 9, 10]),
    PhoneCountry("IE", "Ireland", "353", trunk: "0", lengths: [7, 8, 9, 10]),
    PhoneCountry("IS", "Iceland", "354", trunk: "", lengths: [7, 9]),
    PhoneCountry("IT", "Italy", "39", trunk: "", lengths: nil),
    PhoneCountry("LU", "Luxembourg", "352", trunk: "", lengths: nil),
    PhoneCountry("MT", "Malta", "356", trunk: "", lengths: [8]),
    PhoneCountry("NL", "Netherlands", "31", trunk: "0", lengths: nil),
    PhoneCountry("NO", "Norway", "47", trunk: "", lengths: nil),
    PhoneCountry("PT", "Portugal", "351", trunk: "", lengths: [9]),
    PhoneCountry("SE", "Sweden", "46", trunk: "0", lengths: nil),
  ]

  private static let easternEurope = [
    PhoneCountry("BG", "Bulgaria", "359", trunk: "0", lengths: nil),
    PhoneCountry("CY", "Cyprus", "357", trunk: "", lengths: [8]),
    PhoneCountry("CZ", "Czechia", "420", trunk: "", lengths: [9, 10, 11, 12]),
    PhoneCountry("EE", "Estonia", "372", trunk: "", lengths: nil),
    PhoneCountry("GR", "Greece", "30", trunk: "", lengths: [10, 11, 12]),
    PhoneCountry("HR", "Croatia", "385", trunk: "0", lengths: nil),
    PhoneCountry("HU", "Hungary", "36", trunk: "06", lengths: [8, 9]),
    PhoneCountry("LV", "Latvia", "371", trunk: "", lengths: [8]),
    PhoneCountry("PL", "Poland", "48", trunk: "", lengths: [6, 7, 8, 9, 10]),
    PhoneCountry("RO", "Romania", "40", trunk: "0", lengths: [6, 9]),
    PhoneCountry("RU", "Russia", "7", trunk: "8", international: ["810"], lengths: [10, 14]),
    PhoneCountry("SI", "Slovenia", "386", trunk: "0", lengths: nil),
    PhoneCountry("SK", "Slovakia", "421", trunk: "0", lengths: [6, 7, 9]),
    PhoneCountry("UA", "Ukraine", "380", trunk: "0", lengths: [9, 10]),
  ]

  private static let africa = [
    PhoneCountry("EG", "Egypt", "20", trunk: "0", lengths: nil),
    PhoneCountry("KE", "Kenya", "254", trunk: "0", international: ["000"], lengths: nil),
    PhoneCountry("MA", "Morocco", "212", trunk: "0", lengths: [9]),
    PhoneCountry("NG", "Nigeria", "234", trunk: "0", international: ["009"], lengths: nil),
    PhoneCountry("ZA", "South Africa", "27", trunk: "0", lengths: nil),
  ]

  private static let westernAsia = [
    PhoneCountry("AE", "United Arab Emirates", "971", trunk: "0", lengths: nil),
    PhoneCountry("IL", "Israel", "972", trunk: "0", lengths: nil),
    PhoneCountry("KW", "Kuwait", "965", trunk: "", lengths: nil),
    PhoneCountry("KZ", "Kazakhstan", "7", trunk: "8", international: ["810"], lengths: [10, 14]),
    PhoneCountry("QA", "Qatar", "974", trunk: "", lengths: nil),
    PhoneCountry("SA", "Saudi Arabia", "966", trunk: "0", lengths: nil),
    PhoneCountry("TR", "Turkey", "90", trunk: "0", lengths: [7, 10, 12, 13]),
  ]

  private static let asia = [
    PhoneCountry("AU", "Australia", "61", trunk: "0", international: ["0011"], lengths: nil),
    PhoneCountry("BD", "Bangladesh", "880", trunk: "0", lengths: nil),
    PhoneCountry("CN", "China", "86", trunk: "0", lengths: nil),
    PhoneCountry("HK", "Hong Kong", "852", trunk: "", international: ["001"], lengths: nil),
    PhoneCountry(
      "ID",
      "Indonesia",
      "62",
      trunk: "0",
      international: ["001", "007", "008", "009"],
      lengths: nil
    ),
    PhoneCountry("IN", "India", "91", trunk: "0", lengths: nil),
    PhoneCountry("JP", "Japan", "81", trunk: "0", international: ["010"], lengths: nil),
    PhoneCountry("KR", "South Korea", "82", trunk: "0", international: ["001", "002"], lengths: nil),
    PhoneCountry("LK", "Sri Lanka", "94", trunk: "0", lengths: nil),
    PhoneCountry("MY", "Malaysia", "60", trunk: "0", lengths: nil),
    PhoneCountry("NZ", "New Zealand", "64", trunk: "0", lengths: nil),
    PhoneCountry("PH", "Philippines", "63", trunk: "0", lengths: nil),
    PhoneCountry("PK", "Pakistan", "92", trunk: "0", lengths: nil),
    PhoneCountry(
      "SG",
      "Singapore",
      "65",
      trunk: "",
      international: ["000", "001", "008"],
      lengths: [8, 10, 11]
    ),
    PhoneCountry("TH", "Thailand", "66", trunk: "0", international: ["001"], lengths: nil),
    PhoneCountry("TW", "Taiwan", "886", trunk: "0", international: ["002"], lengths: nil),
    PhoneCountry("VN", "Vietnam", "84", trunk: "0", lengths: nil),
  ]
}
