extension PhoneNumberTests {
  /// A number of each country: as it is written there, and as the world dials it.
  static let national: [Spelling] = [
    Spelling("US", "(650) 466-3204", "+16504663204"), Spelling("CA", "416-555-0134", "+14165550134"),
    Spelling("BB", "246 430 7500", "+12464307500"), Spelling("BS", "242-322-2350", "+12423222350"),
    Spelling("DO", "809 221 8618", "+18092218618"), Spelling("JM", "876 922 9230", "+18769229230"),
    Spelling("PR", "787.722.1700", "+17877221700"), Spelling("TT", "868 625 9110", "+18686259110"),
    Spelling("MX", "55 5345 3000", "+525553453000"), Spelling("CR", "2222 1090", "+50622221090"),
    Spelling("PA", "507 1234", "+5075071234"), Spelling("AR", "011 4349-1200", "+541143491200"),
    Spelling("BR", "(011) 3456-7890", "+551134567890"), Spelling("BR", "011 98765-4321", "+5511987654321"),
    Spelling("CL", "2 2690 4000", "+56226904000"), Spelling("PE", "01 311 3900", "+5113113900"),
    Spelling("VE", "0212-806.31.11", "+582128063111"), Spelling("AT", "01 711 00", "+43171100"),
    Spelling("BE", "02 501 02 11", "+3225010211"), Spelling("CH", "044 668 18 00", "+41446681800"),
    Spelling("DE", "030 18 400", "+493018400"), Spelling("DE", "0151 23456789", "+4915123456789"),
    Spelling("DK", "33 92 33 33", "+4533923333"), Spelling("ES", "91 335 33 33", "+34913353333"),
    Spelling("FI", "09 1601", "+35891601"), Spelling("FR", "01 42 34 20 00", "+33142342000"),
    Spelling("FR", "06 12 34 56 78", "+33612345678"), Spelling("GB", "020 7946 0958", "+442079460958"),
    Spelling("GB", "07700 900123", "+447700900123"), Spelling("GB", "0800 1111", "+448001111"),
    Spelling("IE", "01 645 8000", "+35316458000"), Spelling("IS", "545 8400", "+3545458400"),
    Spelling("IT", "06 67791", "+390667791"), Spelling("IT", "347 123 4567", "+393471234567"),
    Spelling("LU", "27 00 12 34", "+35227001234"), Spelling("MT", "2200 0000", "+35622000000"),
    Spelling("NL", "020 624 1111", "+31206241111"), Spelling("NO", "22 24 90 90", "+4722249090"),
    Spelling("PT", "21 392 35 00", "+351213923500"), Spelling("SE", "08-405 10 00", "+4684051000"),
    Spelling("BG", "02 940 29 99", "+35929402999"), Spelling("CY", "22 400 000", "+35722400000"),
    Spelling("CZ", "224 002 111", "+420224002111"), Spelling("EE", "693 5555", "+3726935555"),
    Spelling("GR", "210 338 5242", "+302103385242"), Spelling("HR", "01 456 9222", "+38514569222"),
    Spelling("HU", "06 1 795 5000", "+3617955000"), Spelling("HU", "06 30 123 4567", "+36301234567"),
    Spelling("LV", "6708 2800", "+37167082800"), Spelling("PL", "22 694 60 00", "+48226946000"),
    Spelling("RO", "021 314 3400", "+40213143400"), Spelling("RU", "8 (495) 123-45-67", "+74951234567"),
    Spelling("SI", "01 478 1000", "+38614781000"), Spelling("SK", "02 5788 8155", "+421257888155"),
    Spelling("UA", "044 256 6333", "+380442566333"), Spelling("EG", "02 2795 8016", "+20227958016"),
    Spelling("KE", "020 222 7411", "+254202227411"), Spelling("MA", "0537 21 94 00", "+212537219400"),
    Spelling("NG", "01 461 0000", "+23414610000"), Spelling("ZA", "012 300 5200", "+27123005200"),
    Spelling("AE", "04 330 4444", "+97143304444"), Spelling("IL", "02-670-5555", "+97226705555"),
    Spelling("KW", "2224 5001", "+96522245001"), Spelling("KZ", "8 (7172) 74 55 01", "+77172745501"),
    Spelling("QA", "4444 0011", "+97444440011"), Spelling("SA", "011 401 5555", "+966114015555"),
    Spelling("TR", "0312 470 11 00", "+903124701100"), Spelling("AU", "(02) 6277 7111", "+61262777111"),
    Spelling("AU", "13 22 21", "+61132221"), Spelling("BD", "02 9550 408", "+88029550408"),
    Spelling("CN", "010 6596 1114", "+861065961114"), Spelling("HK", "2810 2900", "+85228102900"),
    Spelling("ID", "021 384 5678", "+62213845678"), Spelling("IN", "011 2301 2345", "+911123012345"),
    Spelling("JP", "03-3581-0101", "+81335810101"), Spelling("KR", "02-731-2120", "+8227312120"),
    Spelling("LK", "011 232 5371", "+94112325371"), Spelling("MY", "03-8000 8000", "+60380008000"),
    Spelling("NZ", "04 817 9999", "+6448179999"), Spelling("PH", "02 8736 1010", "+63287361010"),
    Spelling("PK", "051 920 6071", "+92519206071"), Spelling("SG", "6332 1200", "+6563321200"),
    Spelling("TH", "02 280 0000", "+6622800000"), Spelling("TW", "02 2311 3731", "+886223113731"),
    Spelling("VN", "024 3845 5678", "+842438455678"),
  ]

  /// Other ways in which people write numbers.
  static let spellings: [Spelling] = [
    Spelling("US", "6504663204", "+16504663204"), Spelling("US", "1 650 466 3204", "+16504663204"),
    Spelling("US", "1-650-466-3204", "+16504663204"), Spelling("US", "+1 (650) 466-3204", "+16504663204"),
    Spelling("US", "650.466.3204", "+16504663204"), Spelling("US", "650/466-3204", "+16504663204"),
    Spelling("US", " 650 466\u{A0}3204\t", "+16504663204"),
    Spelling("US", "tel:+1-650-466-3204", "+16504663204"),
    Spelling("US", "TEL:650-466-3204", "+16504663204"), Spelling("US", "011 1 650 466 3204", "+16504663204"),
    Spelling("US", "011 44 20 7946 0958", "+442079460958"),
    Spelling("US", "011442079460958", "+442079460958"),
    Spelling("US", "+44 (0)20 7946 0958", "+442079460958"),
    Spelling("US", "+44 020 7946 0958", "+442079460958"),
    Spelling("US", "011 44 (0) 20 7946 0958", "+442079460958"),
    Spelling("GB", "00 1 650 466 3204", "+16504663204"), Spelling("GB", "0044 20 7946 0958", "+442079460958"),
    Spelling("GB", "44 20 7946 0958", "+442079460958"), Spelling("GB", "2079460958", "+442079460958"),
    Spelling("DE", "0049 (0)30 18400", "+493018400"), Spelling("DE", "+49 (0) 30 / 18 400", "+493018400"),
    Spelling("DE", "(030) 18-400", "+493018400"), Spelling("DE", "0043 1 71100", "+43171100"),
    Spelling("FR", "33 1 42 34 20 00", "+33142342000"),
    Spelling("FR", "+33 (0)1 42 34 20 00", "+33142342000"),
    Spelling("HU", "+36 06 1 795 5000", "+3617955000"), Spelling("HU", "+36 (06) 1 795 5000", "+3617955000"),
    Spelling("HU", "1 795 5000", "+3617955000"), Spelling("RU", "495 123-45-67", "+74951234567"),
    Spelling("RU", "7 495 123-45-67", "+74951234567"),
    Spelling("RU", "8 10 44 20 7946 0958", "+442079460958"),
    Spelling("RU", "800 100 22 33", "+78001002233"), Spelling("RU", "8 800 100 22 33", "+78001002233"),
    Spelling("AU", "0011 1 650 466 3204", "+16504663204"),
    Spelling("JP", "010-1-650-466-3204", "+16504663204"),
    Spelling("NG", "009 1 650 466 3204", "+16504663204"),
    Spelling("KE", "000 1 650 466 3204", "+16504663204"),
    Spelling("TW", "002 1 650 466 3204", "+16504663204"),
    Spelling("SG", "001 1 650 466 3204", "+16504663204"),
    Spelling("IT", "+39 06 67791", "+390667791"), Spelling("IT", "0039 06 67791", "+390667791"),
    // The zero of Italy's numbers belongs to them, in brackets too.
    Spelling("US", "+39 (0)6 67791", "+390667791"),
    Spelling("US", "1 900 555 0100", "+19005550100"),
    // Calling codes that the table does not have: San Marino, Saint Helena, one that nobody has.
    Spelling("US", "+378 0549 882 312", "+3780549882312"), Spelling("US", "+290 22222", "+29022222"),
    Spelling("US", "+999 1234567", "+9991234567"), Spelling(nil, "+1 650 466 3204", "+16504663204"),
    Spelling(nil, "+ 1 650 466 3204", "+16504663204"),
    // Extensions.
    Spelling("US", "650-466-3204;ext=12", "+16504663204;ext=12"),
    Spelling("US", "650-466-3204 x12", "+16504663204;ext=12"),
    Spelling("US", "650-466-3204X 12", "+16504663204;ext=12"),
    Spelling("US", "650-466-3204 ext. 012 ", "+16504663204;ext=012"),
    Spelling("US", "650-466-3204 Ext 7", "+16504663204;ext=7"),
    Spelling("US", "+16504663204;EXT=7", "+16504663204;ext=7"),
  ]

  /// What is refused, and the whole message.
  static let refusals: [Refusal] = [
    Refusal("US", "", "'' is not a telephone number: it has no digits; write one such as +16504663204"),
    Refusal(
      "US",
      " ()-. ",
      "' ()-. ' is not a telephone number: it has no digits; write one such as +16504663204"
    ),
    Refusal("US", "+", "'+' is not a telephone number: it has no digits; write one such as +16504663204"),
    Refusal(
      "US",
      "tel:",
      "'tel:' is not a telephone number: it has no digits; write one such as +16504663204"
    ),
    Refusal(
      "US",
      "1-800-FLOWERS",
      "'1-800-FLOWERS' is not a telephone number: it has the letter 'F'; write the digits that are dialled"
    ),
    Refusal(
      "US",
      "anonymous",
      "'anonymous' is not a telephone number: it has the letter 'a'; write the digits that are dialled"
    ),
    Refusal(
      "US",
      "x12",
      "'x12' is not a telephone number: it has the letter 'x'; write the digits that are dialled"
    ),
    Refusal(
      "US",
      "650 466 3204 e",
      "'650 466 3204 e' is not a telephone number: it has the letter 'e'; write the digits that are dialled"
    ),
    Refusal(
      "US",
      "٦٥٠٤٦٦٣٢٠٤",
      "'٦٥٠٤٦٦٣٢٠٤' is not a telephone number: it has the character '٦'; write digits, with + in front, and spaces or - . ( ) / between them"
    ),
    Refusal(
      "US",
      "650*466#",
      "'650*466#' is not a telephone number: it has the character '*'; write digits, with + in front, and spaces or - . ( ) / between them"
    ),
    Refusal(
      "US",
      "650\n4663204",
      #"'650\n4663204' is not a telephone number: it has the character '\n'; write digits, with + in front, and spaces or - . ( ) / between them"#
    ),
    Refusal(
      "US",
      "650;466",
      "'650;466' is not a telephone number: it has the character ';'; write digits, with + in front, and spaces or - . ( ) / between them"
    ),
    Refusal(
      "US",
      "++1650",
      "'++1650' is not a telephone number: a + stands only in front; leave this one out"
    ),
    Refusal("US", "1+650", "'1+650' is not a telephone number: a + stands only in front; leave this one out"),
    Refusal(
      "US",
      "6504663204 x",
      "'6504663204 x' is not a telephone number: the extension is not one of 1 to 15 digits at the end; write it as ;ext=12 or x12"
    ),
    Refusal(
      "US",
      "6504663204;ext=1a",
      "'6504663204;ext=1a' is not a telephone number: the extension is not one of 1 to 15 digits at the end; write it as ;ext=12 or x12"
    ),
    Refusal(
      "US",
      "6504663204 x1234567890123456",
      "'6504663204 x1234567890123456' is not a telephone number: the extension is not one of 1 to 15 digits at the end; write it as ;ext=12 or x12"
    ),
    Refusal(
      "US",
      "6504663204 x1 x2",
      "'6504663204 x1 x2' is not a telephone number: the extension is not one of 1 to 15 digits at the end; write it as ;ext=12 or x12"
    ),
    Refusal(
      "US",
      "5115",
      "'5115' is not a telephone number: without what is dialled in front it has 4 digits, and numbers of +1 have 10"
    ),
    Refusal(
      "US",
      "1",
      "'1' is not a telephone number: without what is dialled in front it has 1 digit, and numbers of +1 have 10"
    ),
    Refusal(
      "US",
      "650 466 320",
      "'650 466 320' is not a telephone number: without what is dialled in front it has 9 digits, and numbers of +1 have 10"
    ),
    Refusal(
      "US",
      "2 650 466 3204",
      "'2 650 466 3204' is not a telephone number: without what is dialled in front it has 11 digits, and numbers of +1 have 10"
    ),
    Refusal(
      "US",
      "+1 650 466 32045",
      "'+1 650 466 32045' is not a telephone number: without what is dialled in front it has 11 digits, and numbers of +1 have 10"
    ),
    Refusal(
      "US",
      "050 466 3204",
      "'050 466 3204' is not a telephone number: no area code of North America is 050; the first digit is 2 to 9"
    ),
    Refusal(
      "US",
      "+1 150 466 3204",
      "'+1 150 466 3204' is not a telephone number: no area code of North America is 150; the first digit is 2 to 9"
    ),
    Refusal(
      "US",
      "650 066 3204",
      "'650 066 3204' is not a telephone number: no number of North America goes on with 066 after its area code; the first digit is 2 to 9"
    ),
    Refusal(
      "US",
      "650 166 3204",
      "'650 166 3204' is not a telephone number: no number of North America goes on with 166 after its area code; the first digit is 2 to 9"
    ),
    Refusal(
      "US",
      "+0044 20 7946 0958",
      "'+0044 20 7946 0958' is not a telephone number: no calling code begins with 0; write it without zeros after the +"
    ),
    Refusal(
      "US",
      "011",
      "'011' is not a telephone number: without what is dialled in front it has 3 digits, and numbers of +1 have 10"
    ),
    Refusal(
      "US",
      "011 0 44",
      "'011 0 44' is not a telephone number: no calling code begins with 0; write it without zeros after the +"
    ),
    Refusal(
      "GB",
      "020 7946 09",
      "'020 7946 09' is not a telephone number: without what is dialled in front it has 8 digits, and numbers of +44 have 7, 9 or 10"
    ),
    Refusal(
      "GB",
      "+44 00 7946 0958",
      "'+44 00 7946 0958' is not a telephone number: no number of +44 goes on with 0 after what is dialled in front; for another country write + and its calling code"
    ),
    Refusal(
      "BR",
      "00 21 1 650 466 3204",
      "'00 21 1 650 466 3204' is not a telephone number: no number of +55 goes on with 0 after what is dialled in front; for another country write + and its calling code"
    ),
    Refusal(
      "FR",
      "+33 1 42 34 20 0",
      "'+33 1 42 34 20 0' is not a telephone number: without what is dialled in front it has 8 digits, and numbers of +33 have 9"
    ),
    Refusal(
      "DE",
      "01",
      "'01' is not a telephone number: without what is dialled in front it has 1 digit, and numbers of +49 have 4 to 13"
    ),
    Refusal(
      "DE",
      "+49 30 1234567890123",
      "'+49 30 1234567890123' is not a telephone number: without what is dialled in front it has 15 digits, and numbers of +49 have 4 to 13"
    ),
    Refusal(
      "US",
      "+999 12",
      "'+999 12' is not a telephone number: it has 5 digits, and with a calling code there are at least 7"
    ),
    Refusal(
      "US",
      "+999 1234567890123",
      "'+999 1234567890123' is not a telephone number: it has 16 digits, and with a calling code there are at most 15"
    ),
    Refusal(
      nil,
      "650 466 3204",
      "'650 466 3204' is not a telephone number: it names no country and none is given; write + and the calling code in front"
    ),
    Refusal(
      "XX",
      "650 466 3204",
      "there is no country 'XX' in the table of countries; write two capital letters, such as US or GB"
    ),
    Refusal(
      "",
      "650 466 3204",
      "there is no country '' in the table of countries; write two capital letters, such as US or GB"
    ),
    Refusal("us", "650 466 3204", "there is no country 'us' in the table of countries; did you mean 'US'?"),
    Refusal("UK", "650 466 3204", "there is no country 'UK' in the table of countries; did you mean 'GB'?"),
    Refusal(
      "Germny",
      "650 466 3204",
      "there is no country 'Germny' in the table of countries; did you mean 'DE'?"
    ),
    Refusal("USA", "650 466 3204", "there is no country 'USA' in the table of countries; did you mean 'US'?"),
  ]
}
