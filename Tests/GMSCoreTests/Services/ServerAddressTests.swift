import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The address under which devices reach GMS: what can be one, and what is said otherwise.
struct ServerAddressTests {
  private func configuration(_ address: String) -> Configuration {
    Configuration(options: ["server": ["external_url_base": address, "other": "kept"]])
  }

  @Test(
    arguments: [
      ("", "http://localhost:8080"), ("http://gms", "http://gms"), ("https://gms:443/", "https://gms:443"),
      ("https://gms.example.com/a/b//", "https://gms.example.com/a/b"),
      ("http://[::1]:8080", "http://[::1]:8080"),
    ]
  )
  func isReadWithoutSlashesAtItsEnd(_ text: String, _ expected: String) throws {
    try ConfigurationValidator().check(configuration(text))
    let store = MemoryStore(configuration: configuration(text))
    #expect(try store.read { try $0.serverAddress() } == expected)
  }

  @Test func isLocalWhereNothingIsSaid() throws {
    #expect(try MemoryStore().read { try $0.serverAddress() } == "http://localhost:8080")
  }

  @Test(
    arguments: [
      "gms.example.com", "ftp://gms", "http://", "https:///path", "http://:8080", "http://gms x",
      "http://gms?a=b",
      "http://gms#a", "HTTP://gms", "http://gms\n", "http://gm\u{e9}s", "http://\"gms\"",
    ]
  )
  func isRefused(_ text: String) {
    let error = #expect(throws: CoreError.self) { try ConfigurationValidator().check(configuration(text)) }
    #expect(error?.code == .invalidOption)
    #expect(error?["option"] == "external_url_base")
    #expect(error?["value"] == text)
    #expect(error?.description.contains("an address begins with 'http://' or 'https://' and a host") == true)
  }

  @Test func isNoUnknownSection() {
    let findings = ConfigurationValidator().findings(configuration("http://gms"))
    #expect(!findings.contains { $0.place == .section("server") })
  }
}
