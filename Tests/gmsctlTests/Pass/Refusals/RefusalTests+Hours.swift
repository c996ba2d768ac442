import gmsctl

extension RefusalTests {
  /// Hours that cannot be read.
  static let hours: [Refusal] = [
    Refusal(
      "service create X --template office-hours '_bh_regular1=Mon-Fri 9-17'",
      .refused,
      """
      option '_bh_regular1' of service 'X' is refused: '9' in 'Mon-Fri 9-17' is not a time; write \
      HH:mm, such as 09:00, up to 24:00
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_regular1=Mon-Fri 25:00-26:00'",
      .refused,
      """
      option '_bh_regular1' of service 'X' is refused: there is no time '25:00' in 'Mon-Fri \
      25:00-26:00'; a day has 00:00 to 24:00
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_regular1=Mon-Fri 09:00-09:00'",
      .refused,
      """
      option '_bh_regular1' of service 'X' is refused: '09:00-09:00' in 'Mon-Fri 09:00-09:00' ends \
      when it starts; write 00:00-24:00 for a whole day
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_regular1=Funday 9:00-17:00'",
      .refused,
      """
      option '_bh_regular1' of service 'X' is refused: 'Funday' in 'Funday 9:00-17:00' is not a day \
      of the week; write Mon, Tue, Wed, Thu, Fri, Sat or Sun
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_regular1=Mon-Fry 9:00-17:00'",
      .refused,
      """
      option '_bh_regular1' of service 'X' is refused: 'Fry' in 'Mon-Fry 9:00-17:00' is not a day \
      of the week; write Mon, Tue, Wed, Thu, Fri, Sat or Sun. Did you mean 'Fri'?
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_regular1=Mon-Fri'",
      .refused,
      """
      option '_bh_regular1' of service 'X' is refused: 'Mon-Fri' are not hours; write days and \
      hours, such as Mon-Fri 09:00-17:00
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_regular1=Mon 24:00-02:00'",
      .refused,
      """
      option '_bh_regular1' of service 'X' is refused: '24:00-02:00' in 'Mon 24:00-02:00' starts at \
      24:00; write 00:00 of the next day
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_regular1=Mon 9:60-10:00'",
      .refused,
      """
      option '_bh_regular1' of service 'X' is refused: there is no time '09:60' in 'Mon \
      9:60-10:00'; a day has 00:00 to 24:00
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_regular1=Mon 9:00-17:00 extra'",
      .refused,
      """
      option '_bh_regular1' of service 'X' is refused: 'Mon 9:00-17:00 extra' are not hours; write \
      days and hours, such as Mon-Fri 09:00-17:00
      """
    ),
    Refusal(
      "service set Office '_bh_regular1=Mon-Fri 9-17'",
      .refused,
      """
      option '_bh_regular1' of service 'Office' is refused: '9' in 'Mon-Fri 9-17' is not a time; \
      write HH:mm, such as 09:00, up to 24:00
      """
    ),
    Refusal(
      "service create X --template office-hours '_bh_add1=2025-02-28'",
      .refused,
      """
      option '_bh_add1' of service 'X' is refused: '2025-02-28' are not hours; write a day and \
      hours, such as 2025-11-30 10:00-14:00
      """
    ),
    Refusal(
      "service create X --template office-hours '_effective_dates1=2025-03-01 to 2025-02-01'",
      .refused,
      """
      option '_effective_dates1' of service 'X' is refused: the end '2025-02-01' in '2025-03-01 to \
      2025-02-01' lies before the start '2025-03-01'
      """
    ),
  ]
}
