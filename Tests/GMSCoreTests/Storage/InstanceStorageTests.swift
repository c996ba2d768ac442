import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The storage of a running service, found by the service's id.
struct InstanceStorageTests {
  private func store(_ instance: ServiceInstance) throws -> (any Store, StorageService) {
    let store = MemoryStore()
    try store.put(instance.stored)
    return (store, StorageService(store: store))
  }

  @Test
  func beginsWithTheFirstValueAndEndsWithTheService() throws {
    let instance = ServiceInstanceTests.instance(timeToLive: 100)
    let (store, storage) = try store(instance)
    #expect(throws: CoreError(.unknownStorage, ["id": instance.id])) {
      try storage.item(ofService: instance.id, StorageTests.context())
    }
    let item = try storage.update(ofService: instance.id, ["a": .text("1")], StorageTests.context(1))
    #expect(item.instance == instance.id)
    #expect(item.expires == instance.expires)
    #expect(try storage.item(ofService: instance.id, StorageTests.context(2)) == item)
    #expect(try storage.item(item.id.text, StorageTests.context(2)) == item, "it has an id of its own too")

    let more = try storage.update(ofService: instance.id, ["b": .text("2")], StorageTests.context(3))
    #expect(more.id == item.id)
    #expect(more.answer == ["a": "1", "b": "2"])
    try storage.delete(ofService: instance.id, key: "a", StorageTests.context(4))
    #expect(try storage.item(ofService: instance.id, StorageTests.context(4)).answer == ["b": "2"])

    let over =
      "there is no running service '\(instance.id)'; its time to live ended at '2025-01-06T14:01:40.000Z'"
    #expect(
      StorageTests.message { _ = try storage.item(ofService: instance.id, StorageTests.context(100)) } == over
    )
    #expect(
      StorageTests.message {
        try storage.update(ofService: instance.id, ["a": .text("")], StorageTests.context(100))
      } == over
    )
    #expect(try store.sweep(at: StorageTests.now + 100) == 2)
  }

  @Test
  func canBeTakenAwayAndBeginAnew() throws {
    let instance = ServiceInstanceTests.instance()
    let (_, storage) = try store(instance)
    let first = try storage.update(ofService: instance.id, ["a": .text("1")], StorageTests.context())
    try storage.delete(ofService: instance.id, StorageTests.context())
    #expect(throws: CoreError(.unknownStorage, ["id": instance.id])) {
      try storage.delete(ofService: instance.id, StorageTests.context())
    }
    let second = try storage.update(ofService: instance.id, ["b": .text("2")], StorageTests.context())
    #expect(second.answer == ["b": "2"])
    #expect(second.id != first.id)
    // Taken away by its own id, it begins anew as well.
    try storage.delete(second.id.text, StorageTests.context())
    let third = try storage.update(ofService: instance.id, ["c": .text("3")], StorageTests.context())
    #expect(third.answer == ["c": "3"])
  }

  @Test
  func needsAServiceThatRuns() throws {
    let storage = StorageService(store: MemoryStore())
    let message = "there is no running service '1-x'; it was never there, was taken away, or is long over"
    #expect(
      StorageTests.message { _ = try storage.item(ofService: "1-x", StorageTests.context()) } == message
    )
    #expect(
      StorageTests.message { try storage.update(ofService: "1-x", [:], StorageTests.context()) } == message
    )
    #expect(StorageTests.message { try storage.delete(ofService: "1-x", StorageTests.context()) } == message)
  }
}
