import GMSCore

extension CountLimitTests {
  private static let unchecked = "_enable_in_queue_checking"

  /// Both windows, by option, seconds and what the refusal of a second request begins with.
  static let throttles: [Case] = [
    ("_throttle_callbacks_per_service_1", 300), ("_throttle_callbacks_per_service_2", 3_600),
  ].flatMap { option, seconds -> [Case] in
    let window = seconds * 1_000
    func refused(_ next: String, limit: Int = 2, found: Int = 2) -> String {
      """
      the service 'support' had \(found) request\(found == 1 ? "" : "s") in \(seconds) seconds, and \(limit) is the \
      most (option '\(option)' = '\(limit)'); \(next)
      """
    }
    let isFirst = seconds == 300
    // What the second window lets pass must not be stopped by the first one, and the other way round.
    let two: Options = [option: "2", unchecked: "false"]
    return [
      Case(what: "\(option): one of two", options: two, earlier: [Earlier()]),
      Case(
        what: "\(option): two of two, the older a millisecond inside",
        options: two,
        earlier: [Earlier(ago: window - 1), Earlier(ago: 1_000)],
        refusal: refused("the next is taken from 2025-01-06T14:00:00.001Z on")
      ),
      Case(
        what: "\(option): two of two, the older exactly so long ago",
        options: two,
        earlier: [Earlier(ago: window), Earlier(ago: 1_000)]
      ),
      Case(
        what: "\(option): two at this very moment",
        options: two,
        earlier: [Earlier(ago: 0), Earlier(ago: 0)],
        refusal: refused(
          "the next is taken from 2025-01-06T\(isFirst ? "14:05" : "15:00"):00.000Z on"
        )
      ),
      Case(
        what: "\(option): what a clock that was put back dates later",
        options: two,
        earlier: [Earlier(ago: -60_000), Earlier(ago: -120_000)],
        refusal: refused(
          "the next is taken from 2025-01-06T\(isFirst ? "14:06" : "15:01"):00.000Z on"
        )
      ),
      Case(
        what: "\(option): a request for later is one",
        options: two,
        earlier: [Earlier(), Earlier(minutes: 90)],
        minutes: 120,
        refusal: refused(
          "the next is taken from 2025-01-06T\(isFirst ? "14:04" : "14:59"):59.000Z on"
        )
      ),
      Case(
        what: "\(option): a cancelled one was one",
        options: two,
        earlier: [Earlier(), Earlier(events: ["cancelled"])],
        refusal: refused(
          "the next is taken from 2025-01-06T\(isFirst ? "14:04" : "14:59"):59.000Z on"
        )
      ),
      Case(
        what: "\(option): one of this service and two of the other",
        options: two,
        earlier: [Earlier(), Earlier(service: "sales"), Earlier(service: "sales")]
      ),
      Case(
        what: "\(option): none",
        options: [option: "0"],
        refusal: refused("it takes none", limit: 0, found: 0)
      ),
    ]
  }

  // MARK: - _throttle_request_parameters

  private static let day = 86_400_000
  private static let two: Options = ["_throttle_request_parameters_limit": "2", unchecked: "false"]

  private static func byParameters(_ names: String) -> Options {
    ["_throttle_request_parameters_limit": "2", "_throttle_request_parameters": names, unchecked: "false"]
  }

  private static func refused(
    _ parameter: String,
    _ next: String = "the next is taken from 2025-01-07T13:59:59.000Z on",
    found: Int = 2,
    limit: Int = 2
  ) -> String {
    """
    \(found) requests in 24 hours brought the same '\(parameter)', and \(limit) is the most \
    (option '_throttle_request_parameters_limit' = '\(limit)'); \(next)
    """
  }

  static let values: [Case] = [
    Case(what: "a number: one of two", options: two, earlier: [Earlier()]),
    Case(
      what: "a number: two of two",
      options: two,
      earlier: [Earlier(), Earlier()],
      refusal: refused("_customer_number")
    ),
    Case(
      what: "a number: the older exactly a day ago",
      options: two,
      earlier: [Earlier(ago: day), Earlier()]
    ),
    Case(
      what: "a number: the older a millisecond inside the day",
      options: two,
      earlier: [Earlier(ago: day - 1), Earlier()],
      refusal: refused("_customer_number", "the next is taken from 2025-01-06T14:00:00.001Z on")
    ),
    Case(
      what: "a number in three spellings, for later",
      options: two,
      earlier: [Earlier(number: "+1 650 466 3204", minutes: 30), Earlier(number: "(1650) 466-3204")],
      number: "16504663204",
      minutes: 60,
      refusal: refused("_customer_number")
    ),
    Case(
      what: "a number: none",
      options: ["_throttle_request_parameters_limit": "0"],
      refusal: refused("_customer_number", "it takes none", found: 0, limit: 0)
    ),
    Case(
      what: "a number: two of the other service",
      options: two,
      earlier: [Earlier(service: "sales"), Earlier(service: "sales")]
    ),
    Case(
      what: "six are the most where nothing is set",
      options: [unchecked: "false"],
      earlier: (0..<6).map { Earlier(ago: 1_000 * ($0 + 1)) },
      refusal: refused(
        "_customer_number",
        "the next is taken from 2025-01-07T13:59:54.000Z on",
        found: 6,
        limit: 6
      )
    ),
    Case(
      what: "five are one less where nothing is set",
      options: [unchecked: "false"],
      earlier: (0..<5).map { Earlier(ago: 1_000 * ($0 + 1)) }
    ),
    Case(
      what: "another parameter: two of two",
      options: byParameters("_email"),
      earlier: [
        Earlier(number: "5116", parameters: ["_email": "a@b.example"]),
        Earlier(number: "5117", parameters: ["_email": "a@b.example"]),
      ],
      parameters: ["_email": "a@b.example"],
      refusal: refused("_email")
    ),
    Case(
      what: "another parameter: values that only begin alike, or differ in case",
      options: byParameters("_email"),
      earlier: [
        Earlier(parameters: ["_email": "a@b.example.org"]), Earlier(parameters: ["_email": "A@b.example"]),
        Earlier(parameters: ["_email": "a@b.example"]), Earlier(parameters: ["_mail": "a@b.example"]),
      ],
      parameters: ["_email": "a@b.example"]
    ),
    Case(
      what: "another parameter: one exactly a day ago",
      options: byParameters("account"),
      earlier: [
        Earlier(ago: day, parameters: ["account": "7"]), Earlier(parameters: ["account": "7"]),
      ],
      parameters: ["account": "7"]
    ),
    Case(
      what: "another parameter: one a millisecond inside the day",
      options: byParameters("account"),
      earlier: [
        Earlier(ago: day - 1, parameters: ["account": "7"]), Earlier(parameters: ["account": "7"]),
      ],
      parameters: ["account": "7"],
      refusal: refused("account", "the next is taken from 2025-01-06T14:00:00.001Z on")
    ),
    Case(
      what: "a value with quotes, line breaks and a name beyond ASCII",
      options: byParameters("größe"),
      earlier: [
        Earlier(parameters: ["größe": "\"a\\\n\u{1F600}\""]),
        Earlier(parameters: ["größe": "\"a\\\n\u{1F600}\""]),
      ],
      parameters: ["größe": "\"a\\\n\u{1F600}\""],
      refusal: refused("größe")
    ),
    Case(
      what: "a name that the record has elsewhere: the agent of its history is none of the request's",
      options: byParameters("agent"),
      earlier: [Earlier(events: ["agent-reserved"]), Earlier(events: ["agent-reserved"])],
      parameters: ["agent": "kate"]
    ),
    Case(
      what: "a value that contains the text of the other member",
      options: byParameters("a"),
      earlier: [
        Earlier(parameters: ["b": #""a":"1""#]), Earlier(parameters: ["b": #""a":"1""#]),
      ],
      parameters: ["a": "1"]
    ),
    Case(
      what: "a value longer than what is searched for",
      options: byParameters("note"),
      earlier: [
        Earlier(parameters: ["note": String(repeating: "x", count: 400) + "1"]),
        Earlier(parameters: ["note": String(repeating: "x", count: 400) + "2"]),
      ],
      parameters: ["note": String(repeating: "x", count: 400) + "1"]
    ),
    Case(
      what: "two parameters: the second is the one",
      options: byParameters("_email, _customer_number"),
      earlier: [
        Earlier(parameters: ["_email": "a"]), Earlier(parameters: ["_email": "b"]),
      ],
      parameters: ["_email": "c"],
      refusal: refused("_customer_number")
    ),
    Case(
      what: "a request that brings none of them",
      options: byParameters("_email"),
      earlier: [Earlier(), Earlier()]
    ),
    Case(
      what: "an empty value is none",
      options: byParameters("_email"),
      earlier: [Earlier(parameters: ["_email": ""]), Earlier(parameters: ["_email": ""])],
      parameters: ["_email": ""]
    ),
  ]
}
