import gmsctl

extension RefusalTests {
  /// Ranges that end before they start, or never.
  static let ranges: [Refusal] = [
    Refusal(
      "hours periods Office --start 2025-01-06 --end 2025-01-05",
      .refused,
      "the end '2025-01-05T00:00:00.000Z' lies before the start '2025-01-06T00:00:00.000Z'"
    ),
    Refusal(
      "capacity periods Capacity --start 2025-01-06 --end 2025-01-05",
      .refused,
      "the end '2025-01-05T00:00:00.000Z' lies before the start '2025-01-06T00:00:00.000Z'"
    ),
    Refusal(
      "callback availability support --start 2025-01-06 --end 2025-01-05",
      .refused,
      """
      '2025-01-05T00:00:00.000Z' cannot be the range's 'end'; give an end at or after the start \
      2025-01-06T00:00:00.000Z
      """
    ),
    Refusal(
      "callback list --from 2025-01-06 --to 2025-01-05",
      .refused,
      """
      '2025-01-05T00:00:00.000Z' cannot be the range's 'to'; give a time at or after \
      2025-01-06T00:00:00.000Z
      """
    ),
    Refusal(
      "hours periods Office --start 0001-01-01 --end 9999-12-31",
      .refused,
      """
      the range '0001-01-01T00:00:00.000Z to 9999-12-31T00:00:00.000Z' is too long; ask for at most \
      100 years
      """
    ),
    Refusal(
      "capacity periods Capacity --start 0001-01-01 --end 9999-12-31",
      .refused,
      """
      the range '0001-01-01T00:00:00.000Z to 9999-12-31T00:00:00.000Z' is too long; ask for at most \
      100 years
      """
    ),
    Refusal(
      "callback availability support --start 0001-01-01 --end 9999-12-31",
      .refused,
      """
      the range '0001-01-01T00:00:00.000Z to 9999-12-31T00:00:00.000Z' is too long; ask for at most \
      5 years
      """
    ),
    Refusal(
      "hours periods Office --start 2025-01-01 --end 12025-01-01",
      .usage,
      """
      the time of '--end' is wrong: '12025-01-01' is not a point in time; write RFC 3339, such as \
      2025-07-04T09:00:00Z (the date needs four, two and two digits)
      """
    ),
    Refusal(
      "hours periods Office --days 3652500",
      .usage,
      "'3652500' of '--days' is out of range; write 0 to 36525"
    ),
    Refusal(
      "hours periods Office --days -1",
      .usage,
      "'-1' of '--days' is out of range; write 0 to 36525"
    ),
    Refusal(
      "hours periods Office --days 1.5",
      .usage,
      "'1.5' of '--days' is not a whole number; write 0 to 36525"
    ),
    Refusal(
      "hours periods Office --end 2025-01-07 --days 1",
      .usage,
      "the options '--end' and '--days' exclude each other"
    ),
    Refusal(
      "callback availability support --max-slots 0",
      .usage,
      "'0' of '--max-slots' is out of range; write 1 or more"
    ),
    Refusal(
      "callback list --max 0",
      .usage,
      "'0' of '--max' is out of range; write 1 or more"
    ),
  ]
}
