import gmsctl

extension RefusalTests {
  /// Capacities that cannot be.
  static let capacities: [Refusal] = [
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0900":-1}}'"#,
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: '-1' is not a capacity; write a whole number \
      of 0 or more
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0900":1.5}}'"#,
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: '1.5' is not a capacity; write a whole number \
      of 0 or more
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0900":"5"}}'"#,
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: '5' is not a capacity; write a whole number \
      of 0 or more
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0900":1001}}'"#,
      .refused,
      """
      the capacity '1001' in option '_capacity_1' of service 'X' is above the maximum of 1000; \
      lower it, or raise '_max_capacity'
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0900":99999999999999999999}}'"#,
      .refused,
      """
      the capacity '99999999999999999999' in option '_capacity_1' of service 'X' is above the \
      maximum of 1000; lower it, or raise '_max_capacity'
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0900":11}}' _max_capacity=10"#,
      .refused,
      """
      the capacity '11' in option '_capacity_1' of service 'X' is above the maximum of 10; lower \
      it, or raise '_max_capacity'
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"2400":5}}'"#,
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: '2400' is not an hour of a capacity; write \
      0000, 0100 … 2300
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":{"0930":5}}'"#,
      .refused,
      """
      option '_capacity_1' of service 'X' is refused: '0930' is not an hour of a capacity; write \
      0000, 0100 … 2300. Did you mean '0900'?
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"8":{"0900":5}}'"#,
      .refused,
      #"""
      option '_capacity_1' of service 'X' is '8'; write capacities by hour of days from 1 (Monday) \#
      to 7, such as {"1":{"0900":5,"1000":7}}
      """#
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"2":{"0900":5}}'"#,
      .refused,
      """
      option '_capacity_1' of service 'X' holds the capacity of '2', which its name contradicts; \
      write '1' in the value, or give the option another name
      """
    ),
    Refusal(
      #"service create X --template capacity '_capacity_1={"1":5}'"#,
      .refused,
      #"""
      option '_capacity_1' of service 'X' is '5'; write capacities by hour of days from 1 (Monday) \#
      to 7, such as {"1":{"0900":5,"1000":7}}
      """#
    ),
    Refusal(
      #"service create X --template capacity '_capacity_add_20250230={"20250230":{"0900":5}}'"#,
      .refused,
      """
      option '_capacity_add_20250230' of service 'X' is refused: there is no date '2025-02-30'; \
      2025-02 has the days 01 to 28
      """
    ),
    Refusal(
      "service create X --template capacity _max_capacity=-1",
      .refused,
      "option '_max_capacity' of service 'X' is '-1'; write a whole number from 0 to 1000000"
    ),
    Refusal(
      "service create X --template capacity _max_capacity=1.5",
      .refused,
      "option '_max_capacity' of service 'X' is '1.5'; write a whole number from 0 to 1000000"
    ),
    Refusal(
      "service set Capacity _max_capacity=2",
      .refused,
      """
      the capacity '3' in option '_capacity_1' of service 'Capacity' is above the maximum of 2; \
      lower it, or raise '_max_capacity'
      """
    ),
    Refusal(
      "capacity set Capacity mon 09:00-17:00 -1",
      .usage,
      "'-1' of 'CAPACITY' is out of range; write 0 or more"
    ),
    Refusal(
      "capacity set Capacity mon 09:00-17:00 1.5",
      .usage,
      "'1.5' of 'CAPACITY' is not a whole number; write 0 or more"
    ),
    Refusal(
      "capacity set Capacity mon 09:00-17:00 1001",
      .refused,
      "the capacity '1001' is above the maximum of 1000"
    ),
    Refusal(
      "capacity set Capacity funday 09:00-17:00 5",
      .refused,
      "'funday' is not a day of the week; write Mon, Tue, Wed, Thu, Fri, Sat or Sun"
    ),
    Refusal(
      "capacity set Capacity mon 09:30-17:00 5",
      .refused,
      """
      '09:30-17:00' are not hours of a capacity; write whole hours of one day, such as 09:00-17:00
      """
    ),
    Refusal(
      "capacity set Capacity mon 24:00-24:00 5",
      .refused,
      "'24:00-24:00' starts at 24:00; write 00:00 of the next day"
    ),
    Refusal(
      "capacity set Capacity mon 22:00-02:00 5",
      .refused,
      """
      '22:00-02:00' are not hours of a capacity; write whole hours of one day, such as 09:00-17:00
      """
    ),
    Refusal(
      "capacity set Office mon 09:00-17:00 5",
      .refused,
      "service 'Office' is of template 'office-hours'; this takes one of template 'capacity'"
    ),
  ]
}
