import GMSCore
import Testing

/// Names of services, and names of options.
struct NameTests {
  static let goodNames = [
    "Federal USA Holidays", "a", "cb-1", "Büro", "東京", "a.b", "New York (24/7)".replacing("/", with: "-"),
    String(repeating: "x", count: 200), "_", "1", "a=b", "#1", "😀",
  ]
  static let badNames = [
    "", " ", " a", "a ", "\ta", "a\u{A0}", "a[b", "a]b", "a/b", "a\nb", "a\r\nb", "a\u{0}b", "a\u{2028}b",
    "a\u{85}b",
    "a\u{202E}b", "a\u{200B}b", String(repeating: "x", count: 201), String(repeating: "ü", count: 101),
  ]

  @Test(arguments: goodNames)
  func nameIsTaken(text: String) throws {
    let name = try ServiceName(text)
    #expect(name.text == text)
    #expect(name.description == text)
  }

  @Test(arguments: badNames)
  func nameIsRefused(text: String) throws {
    let error = try #require(throws: CoreError.self) { try ServiceName(text) }
    #expect(error.code == .malformedServiceName)
    #expect(error["value"] == text)
    #expect(error.description.hasSuffix("and without a space at either end"))
  }

  @Test
  func namesAreOrderedAsPeopleExpect() throws {
    #expect(try ServiceName("office 2") < ServiceName("office 10"))
  }

  @Test(arguments: ["_bh_regular1", "foo", "$", "_", "a1", "größe", "filterKeys", "日本", "classes"])
  func identifierIsTaken(name: String) throws {
    try OptionIdentifier.check(name, of: "s")
  }

  @Test(arguments: [
    "foo.foo", "foo-foo", "", " ", "1st", "a b", "class", "true", "a=b", "a\n", "😀", "-", "[x]",
  ])
  func identifierIsRefused(name: String) throws {
    let error = try #require(throws: CoreError.self) { try OptionIdentifier.check(name, of: "s") }
    #expect(error.code == .malformedOptionName)
    #expect(error["value"] == name)
    #expect(error["service"] == "s")
  }
}
