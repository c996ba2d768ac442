import Foundation
import GMSCallback
import GMSCore
import Testing

struct CallbackAnswerTests {
  @Test func answerOfAScheduledCallback() throws {
    let callback = try newCallback(
      Policies.customerFirst,
      properties: ["_customer_number": "+1 (650) 466-3204", "name": "Ann", "_media_type": "voice"]
    )
    let answer = callback.answer(keys: ["name", "_customer_number", "absent", "_media_type", "name"])
    #expect(
      answer
        == .object([
          .init("_id", .string("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")),
          .init("_desired_time", .string("2026-11-23T09:00:00.000Z")),
          .init("_service_name", .string("support")),
          .init("_callback_state", .string("SCHEDULED")),
          .init("_expiration_time", .string("2026-11-24T09:00:00.000Z")),
          .init("_customer_number", .string("+1 (650) 466-3204")),
          .init(
            "_url",
            .string("/genesys/1/service/callback/support/1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")
          ),
          .init("name", .string("Ann")),
          .init("_media_type", .string("voice")),
        ])
    )
  }

  @Test func reasonIsAnsweredWhenCompleted() throws {
    var callback = try newCallback(Policies.customerFirst, properties: [:])
    #expect(callback.answer()["_callback_reason"] == nil)
    #expect(callback.answer()["_customer_number"]?.stringValue == "")
    try callback.apply(.cancelled, at: nine(-60), policy: Policies.customerFirst)
    #expect(callback.answer()["_callback_state"]?.stringValue == "COMPLETED")
    #expect(callback.answer()["_callback_reason"]?.stringValue == "CANCELLED")
  }

  @Test func addressIsPercentEncoded() throws {
    let callback = Callback(
      id: try CallbackID("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"),
      service: "Büro 1/a?",
      desired: nine,
      created: nine,
      policy: CallbackPolicy()
    )
    #expect(
      callback.url
        == "/genesys/1/service/callback/B%C3%BCro%201%2Fa%3F/1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"
    )
  }

  @Test func placesAreServedByPriorityThenTimeThenID() throws {
    let ids = try ["1", "2"].map { try CallbackID("\($0)-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10") }
    let places = [
      QueuePlace(priority: 5, enteredAt: nine(10), id: ids[1]),
      QueuePlace(priority: 0, enteredAt: nine, id: ids[0]),
      QueuePlace(priority: 0, enteredAt: nine, id: ids[1]),
      QueuePlace(priority: 0, enteredAt: nine(1), id: ids[0]),
      QueuePlace(priority: -1, enteredAt: nine(-100), id: ids[0]),
    ]
    #expect(places.reversed().sorted() == places)
  }

  @Test func propertiesAreMerged() throws {
    var callback = try newCallback(
      Policies.customerFirst,
      properties: ["a": "1", "b": "2", "_state": "x", "_id": "forged"]
    )
    #expect(callback.properties == ["a": "1", "b": "2", "_state": "x"])
    #expect(callback.userData == ["a": "1", "b": "2"])
    callback.merge(["a": "", "b": "3", "c": "4", "_desired_time": "forged", "absent": ""])
    #expect(callback.properties == ["b": "3", "c": "4", "_state": "x"])
  }
}
