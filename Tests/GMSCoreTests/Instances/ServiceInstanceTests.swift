import Foundation
import GMSCore
import GMSTestSupport
import Testing

struct ServiceInstanceTests {
  static let id = "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"
  static let now = instant("2025-01-06T14:00:00Z")

  static func instance(id: String = id, timeToLive: Int = 7200) -> ServiceInstance {
    ServiceInstance(id: id, service: "iPhoneService", node: 1, created: now, timeToLive: timeToLive)
  }

  @Test
  func isOverWhenItsTimeToLiveHasPassed() {
    let instance = Self.instance()
    #expect(instance.expires == Self.now + 7200)
    #expect(!instance.isExpired(at: Self.now))
    #expect(!instance.isExpired(at: Self.now + 7199.999))
    #expect(instance.isExpired(at: Self.now + 7200))
    #expect(Self.instance(timeToLive: 0).isExpired(at: Self.now))
  }

  @Test
  func endsWithTheYear9999AtTheLatest() throws {
    let last = instant("9999-12-31T23:59:59Z")
    let instance = ServiceInstance(id: Self.id, service: "s", node: 1, created: last, timeToLive: .max)
    #expect(instance.expires == last + 0.999)
    #expect(try ServiceInstance(stored: instance.stored) == instance)
    #expect(Self.instance(timeToLive: .max).expires == Self.now + 3_155_760_000)
  }

  @Test
  func isOneObjectInAFixedOrder() throws {
    var instance = Self.instance()
    #expect(
      instance.stored.body == """
        {"_id":"\(Self.id)","_service_name":"iPhoneService","_state":"ACTIVE","_node":"1",\
        "created":"2025-01-06T14:00:00.000Z","expires":"2025-01-06T16:00:00.000Z"}
        """
    )
    instance.phoneNumber = "650 466"
    instance.dataID = try ServiceID("2-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e11")
    instance.state = .matched
    #expect(
      instance.stored.body == """
        {"_id":"\(Self.id)","_service_name":"iPhoneService","_state":"MATCHED","_node":"1",\
        "created":"2025-01-06T14:00:00.000Z","expires":"2025-01-06T16:00:00.000Z",\
        "_phone_number":"650 466","_data_id":"2-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e11"}
        """
    )
    #expect(try ServiceInstance(stored: instance.stored) == instance)
    let keys = instance.stored.keys
    #expect(keys.service == "iPhoneService")
    #expect(keys.state == "MATCHED")
    #expect(keys.due == instance.expires)
    #expect(keys.created == instance.created)
  }

  @Test
  func aChatSessionHasNoNodeInItsName() throws {
    let instance = Self.instance(id: "3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")
    #expect(try ServiceInstance(stored: instance.stored) == instance)
  }

  @Test
  func linesMayHaveTheirMembersInAnyOrder() throws {
    let text = """
      {"expires":"2025-01-06T16:00:00.000Z", "created":"2025-01-06T14:00:00.000Z", "_node":"01",
       "_state":"ACTIVE", "_service_name":"iPhoneService", "_id":"\(Self.id)"}
      """
    #expect(try RecordCodec.instance.read(text) == Self.instance().stored)
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    /// What is put in place of a part of the body.
    let part: String
    let replacement: String
    let message: String

    init(_ part: String, _ replacement: String, _ message: String) {
      self.part = part
      self.replacement = replacement
      self.message = message
    }

    var testDescription: String { "\(part) → \(replacement)" }
  }

  static let uuid = "<number>-<uuid>, such as 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"
  static let faults = [
    Fault("{\"_id\"", "{\"_id", "'body': '_'; give ',' or '}' is expected"),
    Fault("\"\(id)\"", "\"1-x\"", "'_id': '1-x'; give \(uuid), or a UUID alone"),
    Fault("\"\(id)\"", "7", "'_id': '7'; give text"),
    Fault("\"\(id)\"", "{}", "'_id'; give text"),
    Fault("\"_id\":\"\(id)\",", "", "'_id'; give text"),
    Fault("\"iPhoneService\"", "\"\"", "'_service_name': ''; give text"),
    Fault("ACTIVE", "active", "'_state': 'active'; give ACTIVE or MATCHED"),
    Fault("\"_node\":\"1\"", "\"_node\":\"-1\"", "'_node': '-1'; give a whole number of 1 to 9 digits"),
    Fault("\"_node\":\"1\"", "\"_node\":\"1e3\"", "'_node': '1e3'; give a whole number of 1 to 9 digits"),
    Fault(
      "\"_node\":\"1\"",
      "\"_node\":\"1000000000\"",
      "'_node': '1000000000'; give a whole number of 1 to 9 digits"
    ),
    Fault(
      "2025-01-06T14:00:00.000Z",
      "2025-01-06",
      "'created': '2025-01-06'; give a time as yyyy-MM-ddTHH:mm:ss.SSSZ"
    ),
    Fault(
      "2025-01-06T16",
      "2025-01-06T13",
      "'expires': '2025-01-06T13:00:00.000Z'; give a time that is not before 'created'"
    ),
    Fault("\"_node\"", "\"_nod\"", "'_nod'; give '_node'"),
    Fault("\"_node\"", "\"colour\":1,\"_node\"", "'colour'; give no member of this name"),
    Fault(
      "\"_node\"",
      "\"_data_id\":\"3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10\",\"_node\"",
      "'_data_id': '3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10'; give \(uuid)"
    ),
    Fault("\"_node\"", "\"_phone_number\":null,\"_node\"", "'_phone_number': 'null'; give text"),
  ]

  @Test(arguments: faults)
  func aFaultIsNamed(_ fault: Fault) throws {
    var record = Self.instance().stored
    record.body = record.body.replacingOccurrences(of: fault.part, with: fault.replacement)
    #expect(record.body != Self.instance().stored.body)
    let malformed = try #require(throws: CoreError.self) { try RecordCodec.instance.read(record.body) }
    let damaged = try #require(throws: CoreError.self) { try ServiceInstance(stored: record) }
    #expect(malformed.code == .malformedRecord)
    #expect(damaged.code == .damagedRecord)
    if fault.part.hasPrefix("{") { return }
    #expect(malformed.description == "the instance record is damaged at \(fault.message)")
    #expect(damaged.description == "the instance record '\(Self.id)' is damaged at \(fault.message)")
  }

  @Test
  func aRecordUnderAnotherNameIsDamaged() throws {
    var record = Self.instance().stored
    record.id = "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e11"
    let error = try #require(throws: CoreError.self) { try ServiceInstance(stored: record) }
    #expect(
      error.description
        == "the instance record '\(record.id)' is damaged at '_id': '\(Self.id)'; give '\(record.id)'"
    )
  }

  @Test
  func aRecordThatIsNoObjectIsDamaged() throws {
    let error = try #require(throws: CoreError.self) { try ServiceInstance(json: ["a"]) }
    #expect(error.description == "the instance record is damaged at 'record'; give an object")
  }
}
