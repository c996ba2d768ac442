import GMSCore
import Testing

@Suite("JSON arrays in place of a configuration")
struct ConfigurationArrayTests {
  @Test(
    "are refused, and not taken for a section's heading",
    arguments: [#"["services"]"#, "\n[ {} ]", "[[]]\n"]
  )
  func refused(text: String) throws {
    let error = #expect(throws: CoreError.self) { try ConfigurationReader.read(text) }
    #expect(error?.code == .malformedConfiguration)
    #expect(
      error?.description
        == "'an array' is not part of a configuration: a configuration is a JSON object, or options text"
    )
  }

  @Test("leave headings alone", arguments: [#"["a"]"# + "\nb = c\n", "[1]\n", "[callback]\n"])
  func headings(text: String) throws {
    #expect(try ConfigurationReader.read(text).sections.count == 1)
  }

  @Test("are not what an empty section of a quoted name is printed as")
  func roundTrip() throws {
    let configuration = try ConfigurationReader.read(##"{"options":{"\"a\"":{}}}"##)
    let text = try ConfigurationWriter.print(configuration, as: .options)
    #expect(try ConfigurationReader.read(text) == configuration)
  }
}
