import gmsctl

extension RefusalTests {
  /// JSON in options, with the place where it breaks.
  static let brokenJSON: [Refusal] = [
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0900":5}'"#,
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: this is not JSON at line 1, column 16: a \
      comma or } is missing here, found 'the end of the text'
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0900":5,}}'"#,
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: this is not JSON at line 1, column 16: a name \
      in double quotes is missing here, found '}'
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0900":5,"0900":6}}'"#,
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: this is not JSON at line 1, column 16: a name \
      may stand only once in an object, found '0900'
      """
    ),
    Refusal(
      "service create X --template capacity '_capacity_1={'",
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: this is not JSON at line 1, column 2: a name \
      in double quotes is missing here, found 'the end of the text'
      """
    ),
    Refusal(
      "service create X --template capacity '_capacity_1=five'",
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: this is not JSON at line 1, column 1: a value \
      is missing here, found 'five'
      """
    ),
    Refusal(
      "apply -f {DIR}/broken-option.json",
      .refused,
      """
      option '_capacity_1' of service 'A' is refused: this is not JSON at line 2, column 8: a name \
      in double quotes is missing here, found ']'
      """
    ),
    Refusal(
      #"service set support '_target=[{"target":"x"'"#,
      .refused,
      """
      option '_target' of service 'support' is refused: this is not JSON at line 1, column 15: a \
      comma or } is missing here, found 'the end of the text'
      """
    ),
  ]
}
