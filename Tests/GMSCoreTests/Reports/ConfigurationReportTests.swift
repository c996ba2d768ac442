import GMSCore
import Testing

/// Files line by line.
struct ConfigurationReportTests {
  private func told(_ report: ConfigurationReport) -> [String] {
    report.lines.map { "\($0.verdict) \($0)" }
  }

  private static let options = """
    # A company
    [service.Office]
    _type = built-in
    _service = office-hours
    _timezone = "America/New_York"  # quoted
    _holliday1 = 12-24
    _bh_regular1 = Mon-Fri 9-17
    _bh_regular2 =

    nonsense
    [service.support]
    _type = ors
    _service = callback
    _wait_for_user_confirm = true
    _customer_number = 5115
    _business_hours_service = Ofice
    _ttl = 86400
    _ttl = 60
    [servce.lost]
    _type = ors
    [resource.DNIS]
    numbers = 5115,5116
    strategy = locl
    [callback]
    filter-keys = lob
    [log]
    verbose = all
    [account.kate]
    roles = Supervisor
    """

  private static let report = [
    "used 3: service.Office: '_type' is 'built-in', which is read as 'builtin'",
    "used 4: service.Office: '_service' is 'office-hours'",
    "used 5: service.Office: '_timezone' is 'America/New_York'",
    """
    unknown 6: service.Office: '_holliday1' is not an option of template 'office-hours'; it is kept; did you mean \
    '_holiday1'?
    """,
    """
    refused 7: service.Office: option '_bh_regular1' of service 'Office' is refused: '9' in 'Mon-Fri 9-17' \
    is not a time; write HH:mm, such as 09:00, up to 24:00
    """,
    "ignored 8: service.Office: '_bh_regular2' is set to nothing",
    """
    refused 10: service.Office: 'nonsense' is not part of a configuration: write an option as name = value
    """,
    "used 12: service.support: '_type' is 'ors'", "used 13: service.support: '_service' is 'callback'",
    "used 14: service.support: '_wait_for_user_confirm' is 'true'",
    """
    overridden 15: service.support: '_customer_number' is '5115', which wins over what requests say; leave it to \
    them
    """,
    """
    refused 16: service.support: option '_business_hours_service' of service 'support' names service 'Ofice', \
    which does not exist; did you mean 'Office'?
    """, "used 17: service.support: '_ttl' is '86400'",
    """
    refused 18: service.support: '_ttl' is not part of a configuration: this option stands in line 17 already; \
    keep one
    """,
    """
    refused 19: 'servce.lost' is not part of a configuration: before the dot a section has service, resource, \
    pattern, account or template; did you mean 'service'?
    """, "unused 21: resource.DNIS: no service names it",
    "used 22: resource.DNIS: 'numbers' is '5115,5116'",
    """
    refused 23: resource.DNIS: option 'strategy' of resource group 'DNIS' is 'locl'; write random, round-robin, \
    least-recently-used, local or cluster; did you mean 'local'?
    """, "used 25: callback: 'filter-keys' is 'lob'",
    "unknown 26: log: nothing reads this section; it is kept",
    "unknown 27: log: nothing reads this section; it is kept",
    "used 29: account.kate: 'roles' is 'Supervisor'",
  ]

  @Test
  func eachLineOfOptionsTextIsJudged() {
    let report = ConfigurationReport(Self.options)
    #expect(report.format == .options)
    #expect(report.isRefused)
    let found = told(report)
    for (index, line) in Self.report.enumerated() where index < found.count { #expect(found[index] == line) }
    #expect(found.count == Self.report.count)
  }

  @Test
  func windowsLinesAndAMarkInFrontChangeNothing() {
    let windows =
      "\u{FEFF}"
      + Self.options.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(told(ConfigurationReport(windows)) == told(ConfigurationReport(Self.options)))
  }

  @Test
  func eachOptionOfJSONHasItsLine() {
    let report = ConfigurationReport(
      """
      {
        "services": {
          "Office": { "_type": "builtin",
                      "_service": "office-hours", "_bh_regular1": "Mon-Fri 25:00-26:00",
                      "_timezone": null },
          "Hours": "x",
          "Office": { "_holiday1": "12-25" }
        },
        "service": {},
        "resources": {"DNIS": {
          "numbers": ["5115",
                      "5115"],
          "":"x" }}
      }
      """
    )
    #expect(report.format == .json)
    let found = told(report)
    let expected = [
      "used 3: service.Office: '_type' is 'builtin'", "used 4: service.Office: '_service' is 'office-hours'",
      "refused 4: service.Office: option '_bh_regular1' of service 'Office' is refused: ",
      """
      refused 5: service.Office: 'services/Office/_timezone' is not part of a configuration: write a string, or \
      leave the option out
      """,
      """
      refused 6: service.Hours: option '_type' of service 'Hours' is mandatory and cannot be missing; it takes \
      builtin or ors
      """,
      """
      refused 6: service.Hours: 'services/Hours' is not part of a configuration: write an object with a member \
      for each option
      """,
      """
      refused 7: service.Office: 'service.Office' is not part of a configuration: this section stands in line 3 \
      already; keep one
      """, "used 7: service.Office: '_holiday1' is '12-25'",
      """
      refused 9: 'service' is not part of a configuration: a configuration has options, services, resources, \
      patterns, accounts and templates; did you mean 'services'?
      """, "unused 10: resource.DNIS: no service names it",
      """
      refused 11: resource.DNIS: access number '5115' of resource group 'DNIS' stands in this group already; \
      keep it once
      """,
      """
      refused 13: resource.DNIS: 'resources/DNIS/' is not part of a configuration: an option needs a name
      """,
    ]
    for line in expected { #expect(found.contains { $0.hasPrefix(line) }, "\(line)\n\(found)") }
  }

  @Test
  func brokenJSONIsJudgedUpToTheBreak() {
    let report = ConfigurationReport(
      "{\"options\":{\"callback\":{\n\"filter-keys\":\"a\",\n\"returned-keys\":\"b\"\n\"x\":1}}}"
    )
    #expect(
      told(report) == [
        "used 2: callback: 'filter-keys' is 'a'", "used 3: callback: 'returned-keys' is 'b'",
        """
        refused 4: this is not JSON at line 4, column 1: a comma or } is missing here, found '"'
        """,
      ]
    )
  }

  @Test(arguments: [
    (
      "",
      "this is not a configuration: it has neither an object nor a section; write {} for an empty configuration"
    ),
    (
      "[\"a\"]",
      "'an array' is not part of a configuration: a configuration is a JSON object, or options text"
    ),
    ("{} x", "this is not JSON at line 1, column 4: nothing may follow the value, found 'x'"),
  ])
  func whatIsNoConfigurationIsRefused(_ text: String, _ sentence: String) {
    let report = ConfigurationReport(text)
    #expect(told(report) == ["refused 1: \(sentence)"])
    #expect(report.configuration == Configuration())
  }

  @Test
  func aFileMayNameWhatIsThereAlready() throws {
    let text = """
      [service.support]
      _type = ors
      _service = callback
      _business_hours_service = New York
      """
    #expect(ConfigurationReport(text).isRefused)
    let report = ConfigurationReport(text, over: Fixture.configuration)
    #expect(!report.isRefused)
    #expect(
      told(report).contains("missing 1: service.support: '_target' is not set; 'support' stands in for it")
    )
    // Of the other services nothing is said.
    #expect(Set(report.lines.map(\.section)) == [ConfigurationSection(.services, "support")])
    #expect(try report.lines(ofService: "support") == report.lines)
    let error = try #require(throws: CoreError.self) { try report.lines(ofService: "suport") }
    #expect(error.description == "there is no service 'suport'; did you mean 'support'?")
  }
}
