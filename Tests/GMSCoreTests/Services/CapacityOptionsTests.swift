import GMSCalendar
import GMSCore
import Testing

/// Capacities from the JSON of options.
struct CapacityOptionsTests {
  @Test
  func readsWeekdaysAndDates() throws {
    let service = try ConfiguredService(
      "c",
      [
        "_type": "builtin", "_service": "capacity",
        "_capacity_1": #"{"1":{"0900":5,"1000":7,"2300":0}}"#,
        "_capacity_weekend": #"{"6":{"0000":1},"7":{}}"#,
        "_capacity_add_20160508": #"{"20160508":{"0900":5}}"#,
        "_capacity_add_leap": #"{"20240229":{"1200":1000},"20261225":{}}"#,
        "_capacity_empty": "",
      ]
    )
    let capacity = try CapacityOptions(service)
    #expect(
      capacity.week == [.monday: [9: 5, 10: 7, 23: 0], .saturday: [0: 1], .sunday: [:]]
    )
    #expect(
      try capacity.overrides == [
        CivilDate("2016-05-08"): [9: 5], CivilDate("2024-02-29"): [12: 1000], CivilDate("2026-12-25"): [:],
      ]
    )
  }

  @Test
  func withoutOptionsThereIsNone() throws {
    let capacity = try CapacityOptions([], maximum: 10, service: "c")
    #expect(capacity.week.isEmpty && capacity.overrides.isEmpty)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let options: [String: String]
    let code: CoreError.Code
    let option: String
    let value: String
    let sentence: String

    init(
      _ options: [String: String],
      _ code: CoreError.Code,
      in option: String,
      value: String,
      _ sentence: String
    ) {
      self.options = options
      self.code = code
      self.option = option
      self.value = value
      self.sentence = sentence
    }

    var testDescription: String { "\(options)" }
  }

  static let cases: [Case] =
    [
      ("-1", "-1"), ("2.5", "2.5"), ("5.0", "5.0"), ("1e2", "1e2"), (#""5""#, "5"), ("true", "true"),
      ("null", "null"),
    ]
    .map { json, value in
      Case(
        ["_capacity_1": #"{"1":{"0900":\#(json)}}"#],
        .invalidOption,
        in: "_capacity_1",
        value: value,
        """
        option '_capacity_1' of service 'c' is refused: '\(value)' is not a capacity; \
        write a whole number of 0 or more
        """
      )
    }
    + ["1001", "9223372036854775807", "99999999999999999999"].map { value in
      Case(
        ["_capacity_1": #"{"1":{"0900":\#(value)}}"#],
        .capacityAboveMaximum,
        in: "_capacity_1",
        value: value,
        """
        the capacity '\(value)' in option '_capacity_1' of service 'c' is above the maximum of 1000; \
        lower it, or raise '_max_capacity'
        """
      )
    }
    + [
      ("2400", ""), ("0930", "0900"), ("9", "0900"), ("09:00", "0900"), (" 0900", "0900"), ("-100", "0100"),
      ("noon", ""),
    ]
    .map { hour, nearest in
      Case(
        ["_capacity_1": #"{"1":{"\#(hour)":5}}"#],
        .invalidOption,
        in: "_capacity_1",
        value: hour,
        "option '_capacity_1' of service 'c' is refused: '\(hour)' is not an hour of a capacity; "
          + "write 0000, 0100 … 2300" + (nearest.isEmpty ? "" : ". Did you mean '\(nearest)'?")
      )
    }
    + ["8", "0", "Mon", "01", ""].map { day in
      Case(
        ["_capacity_x": #"{"\#(day)":{"0900":5}}"#],
        .invalidOption,
        in: "_capacity_x",
        value: day,
        """
        option '_capacity_x' of service 'c' is '\(day)'; write capacities by hour of days \
        from 1 (Monday) to 7, such as {"1":{"0900":5,"1000":7}}
        """
      )
    }
    + [("[]", "[…]"), ("5", "5"), ("null", "null"), (#"{"1":5}"#, "5"), (#"{"1":[]}"#, "[…]")].map {
      json,
      found in
      Case(
        ["_capacity_1": json],
        .invalidOption,
        in: "_capacity_1",
        value: found,
        """
        option '_capacity_1' of service 'c' is '\(found)'; write capacities by hour of days \
        from 1 (Monday) to 7, such as {"1":{"0900":5,"1000":7}}
        """
      )
    }
    + [
      Case(
        ["_capacity_1": #"{"2":{"0900":5}}"#],
        .capacityKeyMismatch,
        in: "_capacity_1",
        value: "2",
        """
        option '_capacity_1' of service 'c' holds the capacity of '2', which its name contradicts; \
        write '1' in the value, or give the option another name
        """
      ),
      Case(
        ["_capacity_1": #"{"1":{},"2":{"0900":5}}"#],
        .capacityKeyMismatch,
        in: "_capacity_1",
        value: "2",
        """
        option '_capacity_1' of service 'c' holds the capacity of '2', which its name contradicts; \
        write '1' in the value, or give the option another name
        """
      ),
      Case(
        ["_capacity_add_20160508": #"{"20160509":{"0900":5}}"#],
        .capacityKeyMismatch,
        in: "_capacity_add_20160508",
        value: "20160509",
        """
        option '_capacity_add_20160508' of service 'c' holds the capacity of '20160509', which its name \
        contradicts; write '20160508' in the value, or give the option another name
        """
      ),
      Case(
        ["_capacity_1": #"{"1":{"0900":5}}"#, "_capacity_monday": #"{"1":{"1000":5}}"#],
        .repeatedCapacity,
        in: "_capacity_monday",
        value: "1",
        """
        option '_capacity_monday' of service 'c' gives the capacity of '1', which option '_capacity_1' \
        gives too; keep one
        """
      ),
      Case(
        [
          "_capacity_add_a": #"{"20160508":{"0900":5}}"#,
          "_capacity_add_20160508": #"{"20160508":{"0900":5}}"#,
        ],
        .repeatedCapacity,
        in: "_capacity_add_a",
        value: "20160508",
        """
        option '_capacity_add_a' of service 'c' gives the capacity of '20160508', which option \
        '_capacity_add_20160508' gives too; keep one
        """
      ),
      Case(
        ["_capacity_add_x": #"{"20260230":{"0900":5}}"#],
        .invalidOption,
        in: "_capacity_add_x",
        value: "20260230",
        """
        option '_capacity_add_x' of service 'c' is refused: there is no date '2026-02-30'; 2026-02 has the days 01 to 28
        """
      ),
      Case(
        ["_capacity_add_20261301": "{}"],
        .invalidOption,
        in: "_capacity_add_20261301",
        value: "20261301",
        """
        option '_capacity_add_20261301' of service 'c' is refused: there is no date '2026-13-01'; months are 01 to 12
        """
      ),
      Case(
        ["_capacity_add_x": #"{"2026-05-08":{"0900":5}}"#],
        .invalidOption,
        in: "_capacity_add_x",
        value: "2026-05-08",
        """
        option '_capacity_add_x' of service 'c' is '2026-05-08'; write capacities by hour of dates, \
        such as {"20260508":{"0900":5}}
        """
      ),
      // The endings that are no day are only names.
      Case(
        ["_capacity_8": #"{"9":{}}"#],
        .invalidOption,
        in: "_capacity_8",
        value: "9",
        """
        option '_capacity_8' of service 'c' is '9'; write capacities by hour of days \
        from 1 (Monday) to 7, such as {"1":{"0900":5,"1000":7}}
        """
      ),
    ]

  @Test(arguments: cases)
  func refuses(_ expected: Case) throws {
    var options: Options = ["_type": "builtin", "_service": "capacity"]
    for (option, value) in expected.options { options[option] = value }
    let service = try ConfiguredService("c", options)
    let error = try #require(throws: CoreError.self) { try CapacityOptions(service) }
    #expect(error.code == expected.code)
    #expect(error["service"] == "c")
    #expect(error["option"] == expected.option)
    #expect(error["value"] == expected.value)
    #expect(error.description == expected.sentence)
    // Writing such a service is refused for the same reason.
    let written = try #require(throws: CoreError.self) {
      try ConfigurationValidator().check(Configuration(services: ["c": options]))
    }
    #expect(written.code == expected.code)
  }

  @Test
  func brokenJSONSaysWhere() throws {
    let service = try ConfiguredService(
      "c",
      ["_type": "builtin", "_service": "capacity", "_capacity_1": #"{"1":{"0900":5}"#]
    )
    let error = try #require(throws: CoreError.self) { try CapacityOptions(service) }
    #expect(error.code == .invalidOption)
    #expect(error["option"] == "_capacity_1")
    #expect(error.facts.contains(.init("line", .integer(1))))
    #expect(error.facts.contains(.init("column", .integer(16))))
  }

  @Test
  func endingsThatAreNoDayAreOnlyNames() throws {
    let capacity = try CapacityOptions(
      [
        ("_capacity_8", .object([.init("1", .object([.init("0900", .integer(2))]))])),
        ("_capacity_add_1", .object([.init("20260508", .object([]))])),
      ],
      maximum: 2,
      service: "c"
    )
    #expect(capacity.week == [.monday: [9: 2]])
    #expect(try capacity.overrides == [CivilDate("2026-05-08"): [:]])
  }
}
