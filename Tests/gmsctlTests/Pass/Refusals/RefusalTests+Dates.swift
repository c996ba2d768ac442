import gmsctl

extension RefusalTests {
  /// Dates and times that the calendar does not have.
  static let dates: [Refusal] = [
    Refusal(
      "service create X --template office-hours _holiday1=02-30",
      .refused,
      """
      option '_holiday1' of service 'X' is refused: there is no date '02-30'; month 02 has the days \
      01 to 29
      """
    ),
    Refusal(
      "service create X --template office-hours _holiday1=2025-02-29",
      .refused,
      """
      option '_holiday1' of service 'X' is refused: there is no date '2025-02-29'; 2025-02 has the \
      days 01 to 28
      """
    ),
    Refusal(
      "service create X --template office-hours _holiday1=2026-13-01",
      .refused,
      """
      option '_holiday1' of service 'X' is refused: there is no date '2026-13-01'; months are 01 to \
      12
      """
    ),
    Refusal(
      "service create X --template office-hours _holiday1=07/04",
      .refused,
      """
      option '_holiday1' of service 'X' is refused: '07/04' is not a date; write yyyy-MM-dd, or \
      MM-dd for every year, such as 12-25
      """
    ),
    Refusal(
      "service create X --template office-hours _holiday1=0000-01-01",
      .refused,
      """
      option '_holiday1' of service 'X' is refused: there is no date '0000-01-01'; years are 0001 \
      to 9999
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_add1=2025-02-29 09:00-12:00'",
      .refused,
      """
      option '_bh_add1' of service 'X' is refused: there is no date '2025-02-29' in '2025-02-29 \
      09:00-12:00'; 2025-02 has the days 01 to 28
      """
    ),
    Refusal(
      "service create X --template office-hours _effective_dates1=2025-02-30",
      .refused,
      """
      option '_effective_dates1' of service 'X' is refused: there is no date '2025-02-30'; 2025-02 \
      has the days 01 to 28
      """
    ),
    Refusal(
      "hours periods Office --start 2026-13-01",
      .usage,
      "the time of '--start' is wrong: there is no date '2026-13-01'; months are 01 to 12"
    ),
    Refusal(
      "hours periods Office --start 2025-01-06 --end tomorrow",
      .usage,
      """
      the time of '--end' is wrong: 'tomorrow' is not a point in time; write RFC 3339, such as \
      2025-07-04T09:00:00Z (the date needs four, two and two digits)
      """
    ),
    Refusal(
      "hours status Office --at 2026-13-01",
      .usage,
      "the time of '--at' is wrong: there is no date '2026-13-01'; months are 01 to 12"
    ),
    Refusal(
      "hours status Office --at 2025-02-29T09:00:00Z",
      .usage,
      """
      the time of '--at' is wrong: there is no date '2025-02-29' in '2025-02-29T09:00:00Z'; 2025-02 \
      has the days 01 to 28
      """
    ),
    Refusal(
      "hours status Office --at 2025-01-06T25:00:00Z",
      .usage,
      """
      the time of '--at' is wrong: there is no time '25:00:00' in '2025-01-06T25:00:00Z'; a day has \
      00:00 to 24:00
      """
    ),
    Refusal(
      "hours next Office --after 9999-12-31T23:59:59-12:00",
      .usage,
      """
      the time of '--after' is wrong: '9999-12-31T23:59:59-12:00' lies outside the years 1 to 9999
      """
    ),
    Refusal(
      "hours month Office --month 2026-13",
      .usage,
      "the time of '--month' is wrong: '2026-13' is not a month; write yyyy-MM, such as 2026-11"
    ),
    Refusal(
      "hours month Office --month nov",
      .usage,
      "the time of '--month' is wrong: 'nov' is not a month; write yyyy-MM, such as 2026-11"
    ),
    Refusal(
      "hours status Office --now soon",
      .usage,
      """
      the time of '--now' is wrong: 'soon' is not a point in time; write RFC 3339, such as \
      2025-07-04T09:00:00Z (the date needs four, two and two digits)
      """
    ),
    Refusal(
      "run --until 2025-13-01",
      .usage,
      "the time of '--until' is wrong: there is no date '2025-13-01'; months are 01 to 12"
    ),
    Refusal(
      "callback list --from 2025-13-01",
      .usage,
      "the time of '--from' is wrong: there is no date '2025-13-01'; months are 01 to 12"
    ),
    Refusal(
      "capacity set Capacity 2025-02-29 09:00-10:00 5",
      .refused,
      "there is no date '2025-02-29'; 2025-02 has the days 01 to 28"
    ),
  ]
}
