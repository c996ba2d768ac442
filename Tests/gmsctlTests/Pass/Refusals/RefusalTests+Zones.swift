import gmsctl

extension RefusalTests {
  /// Time zones that do not exist, or are abbreviations.
  static let zones: [Refusal] = [
    Refusal(
      "service create X --template office-hours _timezone=America/NewYork",
      .refused,
      """
      option '_timezone' of service 'X' is refused: there is no time zone 'America/NewYork'. Did \
      you mean 'America/New_York'?
      """
    ),
    Refusal(
      "service create X --template office-hours _timezone=Mars/Olympus",
      .refused,
      "option '_timezone' of service 'X' is refused: there is no time zone 'Mars/Olympus'"
    ),
    Refusal(
      "service create X --template office-hours _timezone=EST",
      .refused,
      """
      option '_timezone' of service 'X' is refused: 'EST' is an abbreviation, not a time zone; use \
      'America/New_York'
      """
    ),
    Refusal(
      "service create X --template capacity _timezone=PST",
      .refused,
      """
      option '_timezone' of service 'X' is refused: 'PST' is an abbreviation, not a time zone; use \
      'America/Los_Angeles'
      """
    ),
    Refusal(
      "service create X --template office-hours _timezone=../../etc/passwd",
      .refused,
      """
      option '_timezone' of service 'X' is refused: '../../etc/passwd' cannot be a time zone's \
      name; write a name such as 'America/New_York'
      """
    ),
    Refusal(
      "service set Office _timezone=CET/",
      .refused,
      """
      option '_timezone' of service 'Office' is refused: 'CET/' cannot be a time zone's name; write \
      a name such as 'America/New_York'
      """
    ),
    Refusal(
      "hours periods Office --start 2025-01-06 --timezone EST",
      .usage,
      """
      the time zone of '--timezone' is wrong: 'EST' is an abbreviation, not a time zone; use \
      'America/New_York'
      """
    ),
    Refusal(
      "hours periods Office --start 2025-01-06 --timezone America/NewYork",
      .usage,
      """
      the time zone of '--timezone' is wrong: there is no time zone 'America/NewYork'. Did you mean \
      'America/New_York'?
      """
    ),
    Refusal(
      "hours month Office --timezone PST",
      .usage,
      """
      the time zone of '--timezone' is wrong: 'PST' is an abbreviation, not a time zone; use \
      'America/Los_Angeles'
      """
    ),
    Refusal(
      "callback availability support --timezone Mars/Olympus",
      .usage,
      "the time zone of '--timezone' is wrong: there is no time zone 'Mars/Olympus'"
    ),
    Refusal(
      "callback start support --number 5115 --at 2025-01-06T10:00:00 --timezone EST",
      .usage,
      """
      the time zone of '--timezone' is wrong: 'EST' is an abbreviation, not a time zone; use \
      'America/New_York'
      """
    ),
  ]
}
