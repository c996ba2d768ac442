import GMSCallback
import Testing

struct CallbackIDTests {
  @Test(arguments: [
    "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "445-3C8C0A5E-0b4e-4c39-9c7e-6d3f0a5b9e10",
    "000000001-00000000-0000-0000-0000-000000000000",
  ])
  func idsAreKeptAsTheyAre(_ text: String) throws {
    #expect(try CallbackID(text).text == text)
    #expect(try CallbackID(text).description == text)
  }

  @Test(arguments: [
    "", "1", "1-", "-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10",
    "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e1", "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e100",
    "1-3c8c0a5g-0b4e-4c39-9c7e-6d3f0a5b9e10", "x-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10",
    "1-3c8c0a5e0b4e-4c39-9c7e-6d3f0a5b9e10", "1234567890-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10",
    " 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10\n",
    "٣-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "../../etc/passwd",
  ])
  func otherTextIsRefused(_ text: String) {
    do {
      _ = try CallbackID(text)
      Issue.record("taken")
    } catch {
      #expect(error.code == .malformedID)
      #expect(error["value"] == text)
      #expect(error.description.contains("'\(text)' is not the id of a callback; give <number>-<uuid>"))
    }
  }
}
