import gmsctl

extension RefusalTests {
  /// Requests that the rules refuse.
  static let starts: [Refusal] = [
    Refusal(
      "callback start suport --number 5115",
      .notFound,
      "there is no service 'suport'; did you mean 'support'?"
    ),
    Refusal(
      "callback start Office --number 5115",
      .refused,
      "service 'Office' is of template 'office-hours'; this takes one of template 'callback'"
    ),
    Refusal(
      "callback start support --number 5115 --at 2025-01-11T15:00:00Z",
      .refused,
      """
      the office is closed at '2025-01-11T15:00:00.000Z' (option '_business_hours_service' = \
      'Office')
        free: 2025-01-13T14:00:00.000Z (1)
        free: 2025-01-13T14:05:00.000Z (1)
        free: 2025-01-13T14:10:00.000Z (1)
      """
    ),
    Refusal(
      "callback start support --number 5116 --at 2025-01-06T14:32:00Z",
      .refused,
      """
      no capacity is left at '2025-01-06T14:32:00.000Z': its slot takes 1 and has 1 booked (option \
      '_capacity_service' = 'Capacity')
        free: 2025-01-06T14:20:00.000Z (1)
        free: 2025-01-06T14:25:00.000Z (1)
        free: 2025-01-06T14:35:00.000Z (1)
        free: 2025-01-06T14:40:00.000Z (1)
        free: 2025-01-06T14:45:00.000Z (1)
      """
    ),
    Refusal(
      "callback start support --number 5115 --at 2025-01-06T13:00:00Z",
      .refused,
      """
      the desired time '2025-01-06T13:00:00.000Z' is over: a callback lies at or after now, \
      2025-01-06T14:00:00.000Z
      """
    ),
    Refusal(
      "callback start support --number 5115 --at 2025-03-06T15:00:00Z",
      .refused,
      """
      the desired time '2025-03-06T15:00:00.000Z' is too far ahead: a callback can be scheduled \
      until 2025-02-06T14:00:00.000Z (option '_reject_future_desired_time' = '1M')
      """
    ),
    Refusal(
      "callback start support --at 2025-01-06T15:00:00Z",
      .refused,
      "the parameter '_customer_number' is missing; give a value for '_customer_number'"
    ),
    Refusal(
      "callback start support --number x --at 2025-01-06T15:00:00Z",
      .refused,
      """
      the customer's number is not one that can be called; give 3 to 15 digits, with or without \
      punctuation (option '_disallow_impossible_phone_numbers' = 'true')
      """
    ),
    Refusal(
      "callback start support --number 12 --at 2025-01-06T15:00:00Z",
      .refused,
      """
      the customer's number is not one that can be called; give 3 to 15 digits, with or without \
      punctuation (option '_disallow_impossible_phone_numbers' = 'true')
      """
    ),
    Refusal(
      "callback start support --number 1234567890123456 --at 2025-01-06T15:00:00Z",
      .refused,
      """
      the customer's number is not one that can be called; give 3 to 15 digits, with or without \
      punctuation (option '_disallow_impossible_phone_numbers' = 'true')
      """
    ),
    Refusal(
      "callback start support --number '+1 900 555 1234' --at 2025-01-06T15:00:00Z",
      .refused,
      """
      the customer's number is a premium number, which the service does not call; give a number \
      that costs its caller nothing extra (option '_disallow_premium_phone_numbers' = 'true')
      """
    ),
    Refusal(
      "callback start support --number 5115 --at tomorrow",
      .usage,
      """
      the time of '--at' is wrong: 'tomorrow' is not a point in time; write RFC 3339, such as \
      2025-07-04T09:00:00Z (the date needs four, two and two digits)
      """
    ),
    Refusal(
      "callback start support --number 5115 _desired_time=tomorrow",
      .usage,
      """
      the time of '_desired_time' is wrong: 'tomorrow' is not a point in time; write RFC 3339, such \
      as 2025-07-04T09:00:00Z (the date needs four, two and two digits)
      """
    ),
    Refusal(
      """
      callback start support --number 5115 --at 2025-01-06T15:00:00Z \
      _desired_time=2025-01-06T15:00:00Z
      """,
      .usage,
      "the options '--at' and '_desired_time' exclude each other"
    ),
    Refusal(
      "callback start support --number 5115 _customer_number=5115",
      .usage,
      "the options '--number' and '_customer_number' exclude each other"
    ),
    Refusal(
      "callback start support --number 5115 _id=x",
      .refused,
      "'x' cannot be the parameter '_id'; give no '_id': the engine sets it itself"
    ),
    Refusal(
      "callback start support --number 5115 --seed -5",
      .usage,
      "'-5' of '--seed' is out of range; write 0 or more"
    ),
    Refusal(
      "callback start support --number 5115 --seed 99999999999999999999",
      .usage,
      "'99999999999999999999' of '--seed' is out of range; write 0 or more"
    ),
    Refusal(
      "callback reschedule {ID} --at 2025-01-06T13:00:00Z",
      .refused,
      """
      the desired time '2025-01-06T13:00:00.000Z' is over: a callback lies at or after now, \
      2025-01-06T14:00:00.000Z
      """
    ),
    Refusal(
      "callback reschedule {ID} --at 2025-01-06T23:00:00Z",
      .refused,
      """
      the office is closed at '2025-01-06T23:00:00.000Z' (option '_business_hours_service' = \
      'Office')
        free: 2025-01-06T15:50:00.000Z (3)
        free: 2025-01-06T15:55:00.000Z (3)
        free: 2025-01-13T14:00:00.000Z (1)
        free: 2025-01-13T14:05:00.000Z (1)
        free: 2025-01-13T14:10:00.000Z (1)
      """
    ),
    Refusal(
      "callback reschedule {ID} --at 2025-01-06T14:60:00Z",
      .usage,
      """
      the time of '--at' is wrong: there is no time '14:60:00' in '2025-01-06T14:60:00Z'; a day has \
      00:00 to 24:00
      """
    ),
    Refusal(
      "init",
      .refused,
      "there is a store at '{DIR}/store' already; use it, or name another directory"
    ),
  ]
}
