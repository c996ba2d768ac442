import GMSCore
import GMSTestSupport
import Testing

/// How the address and the parameters of an `urs-stat` service are joined with those of a request.
struct StatisticsQueryTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var url: String = "http://urs:2828/urs/call/max/lvq"
    var configured: String = ""
    var requested: Options = [:]
    let joined: String

    var testDescription: String { name }
  }

  private static let address = "http://urs:2828/urs/call/max/lvq"

  static let cases: [Case] = [
    Case(
      name: "all of it configured",
      configured: "name=MyCallbackVQ&tenant=Environment&aqt=urs",
      joined: "\(address)?name=MyCallbackVQ&tenant=Environment&aqt=urs"
    ),
    Case(
      name: "all of it requested",
      requested: ["name": "VQ1", "tenant": "Environment", "aqt": "urs"],
      joined: "\(address)?aqt=urs&name=VQ1&tenant=Environment"
    ),
    Case(
      name: "the request adds the queue",
      configured: "scale=true&tenant=Environment&aqt=urs",
      requested: ["name": "VQ1"],
      joined: "\(address)?scale=true&tenant=Environment&aqt=urs&name=VQ1"
    ),
    Case(
      name: "the request replaces, in place",
      configured: "name=VQ1&tenant=Environment",
      requested: ["name": "VQ2"],
      joined: "\(address)?name=VQ2&tenant=Environment"
    ),
    Case(
      name: "an empty value replaces nothing",
      configured: "name=VQ1",
      requested: ["name": ""],
      joined: "\(address)?name=VQ1"
    ),
    Case(name: "nothing", joined: address),
    Case(
      name: "GMS's own parameters stay here",
      requested: ["_ttl": "5", "_urs_url": "http://evil/", "_caching_policy": "0", "name": "VQ1"],
      joined: "\(address)?name=VQ1"
    ),
    Case(
      name: "an address with a query of its own",
      url: "https://balancer/lvq?site=a&name=x",
      configured: "name=VQ1",
      joined: "https://balancer/lvq?site=a&name=VQ1"
    ),
    Case(name: "no address", url: "", configured: "name=VQ1", joined: "?name=VQ1"),
    Case(
      name: "escapes are read and written",
      configured: "name=Sales+%26%20Service&t%C3%A9nant=a%2Bb&empty&twice=1&twice=2&",
      requested: ["q": "50% off? yes/no ü"],
      joined:
        "\(address)?name=Sales%20%26%20Service&t%C3%A9nant=a%2Bb&empty=&twice=2&q=50%25%20off%3F%20yes%2Fno%20%C3%BC"
    ),
    Case(name: "an IPv6 host", url: "http://[2001:db8::1]:80/lvq", joined: "http://[2001:db8::1]:80/lvq"),
    Case(name: "a scheme in capitals", url: "HTTP://urs/", joined: "HTTP://urs/"),
    Case(
      name: "a token",
      url: "http://urs/$site$/lvq",
      requested: ["site": "eu"],
      joined: "http://urs/eu/lvq?site=eu"
    ),
  ]

  @Test(arguments: cases)
  func joins(_ test: Case) throws {
    let provider = ScriptedStatistics { _, _ in nil }
    let fixture = DeskFixture(
      ["my-urs-stat": ["_urs_url": test.url, "_urs_stat_url_parameters": test.configured]],
      statistics: provider
    )
    #expect(try fixture.answer("my-urs-stat", test.requested) == "200 {}")
    #expect(provider.queries.map(\.url) == [test.joined])
    #expect(provider.queries.first?.secondsKept == 30)
    #expect(provider.queries.first?.now == DeskFixture.now)
  }

  @Test(
    "an address that is none is refused",
    arguments: [
      "urs:2828/lvq", "ftp://urs/lvq", "http:/urs", "http://", "http:///lvq", "http://u rs/", "http://urs:0/",
      "http://urs:65536/", "http://urs:x/", "http://urs:/", "http://user@urs/", "http://urs/#top",
      "http://urs/%2",
      "http://urs/%zz", "http://<urshost>:<ursport>/urs/call/max/lvq", "http://ürs/", "http://[::1",
      "http://[]/",
      "://urs/", "http",
    ]
  )
  func malformedAddress(_ url: String) {
    let provider = ScriptedStatistics { _, _ in nil }
    let fixture = DeskFixture(["my-urs-stat": ["_urs_url": url]], statistics: provider)
    let error = #expect(throws: CoreError.self) { try fixture.answer("my-urs-stat") }
    #expect(
      error?.description == """
        option '_urs_url' of service 'my-urs-stat' is '\(url)'; write a URL such as http://host:2828/urs/call/max/lvq
        """
    )
    #expect(provider.queries.isEmpty)
  }

  @Test(
    "parameters that do not decode are refused",
    arguments: ["name=%", "name=%4", "name=%zz", "=VQ1", "name=%00", "name=%ff", "a=1&=2"]
  )
  func malformedParameters(_ text: String) {
    let fixture = DeskFixture(["my-urs-stat": ["_urs_stat_url_parameters": text]])
    let error = #expect(throws: CoreError.self) { try fixture.answer("my-urs-stat") }
    #expect(
      error?.description == """
        option '_urs_stat_url_parameters' of service 'my-urs-stat' is '\(text)'; write URL-encoded parameters such as \
        name=Sales&tenant=Main, with % before two hexadecimal digits
        """
    )
  }

  @Test("a caching policy below zero is refused")
  func malformedPolicy() {
    let fixture = DeskFixture(["my-urs-stat": ["_caching_policy": "-1"]])
    let error = #expect(throws: CoreError.self) { try fixture.answer("my-urs-stat") }
    #expect(
      error?.description
        == "option '_caching_policy' of service 'my-urs-stat' is '-1'; write a whole number of seconds of 0 or more"
    )
  }

  @Test("any text survives encoding and decoding")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 11)
    let letters = Array("aZ09-._~ %&=+?#/\\\"<>äß漢🙂'$")
    for _ in 0..<500 {
      let value = String(
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? "a"
        }
      )
      let query = StatisticsQuery(
        service: "s",
        address: "http://urs/",
        parameters: [.init("name", value), .init("other", "x")],
        now: DeskFixture.now
      )
      let encoded = try #require(query.url.split(separator: "?").last)
      let provider = ScriptedStatistics { _, _ in nil }
      let fixture = DeskFixture(
        ["my-urs-stat": ["_urs_url": "", "_urs_stat_url_parameters": String(encoded)]],
        statistics: provider
      )
      _ = try fixture.answer("my-urs-stat")
      #expect(provider.queries.first?.parameters == query.parameters)
      #expect(provider.queries.first?["name"] == value)
    }
  }
}
