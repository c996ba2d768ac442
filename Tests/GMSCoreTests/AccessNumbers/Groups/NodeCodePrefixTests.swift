import GMSCore
import Testing

/// The options section in which nodes are told how their access codes begin.
struct NodeCodePrefixTests {
  @Test(
    arguments: [
      ["access_code_prefix_1": "0-4", "access_code_prefix_2": "5-9"],
      ["access_code_prefix_1": "0", "access_code_prefix_999999999": "1", "other": "x"],
      ["access_code_prefix_1": ""],
    ] as [Options]
  )
  func isTaken(_ options: Options) throws {
    try ConfigurationValidator().check(Configuration(options: ["node": options]))
  }

  @Test(
    arguments: [
      (
        ["access_code_prefix_1": "a"],
        "option 'access_code_prefix_1' is refused: 'a' cannot begin access codes; write one digit such as 7, or a "
          + "range such as 7-9"
      ),
      (
        ["access_code_prefix_1": "9-7"],
        "option 'access_code_prefix_1' is refused: '9-7' cannot begin access codes; write one digit such as 7, or "
          + "a range such as 7-9"
      ),
      (
        ["access_code_prefix_x": "1"],
        "option 'access_code_prefix_x' is refused: its name ends in the number of a node, of 1 to 9 digits, the first no 0"
      ),
      (
        ["access_code_prefix_": "1"],
        "option 'access_code_prefix_' is refused: its name ends in the number of a node, of 1 to 9 digits, the first no 0"
      ),
      (
        ["access_code_prefix_1": "0-5", "access_code_prefix_2": "5-9"],
        "option 'access_code_prefix_2' is refused: codes that begin with '5-9' can be those of "
          + "'access_code_prefix_1', '0-5'; give each node digits of its own"
      ),
    ] as [(Options, String)]
  )
  func isRefused(_ options: Options, _ message: String) {
    let error = #expect(throws: CoreError.self) {
      try ConfigurationValidator().check(Configuration(options: ["node": options]))
    }
    #expect(error?.description == message)
    #expect(error?.code == .invalidOption)
  }
}
