import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// What a request for a callback can say about the options of its service.
struct RequestedOptionTests {
  private let monday = Company.monday

  @Test func tokensAreReplacedForTheWholeLifeOfACallback() throws {
    let company = try Company([
      "_max_dial_attempts": "$tries$", "_ttl": "$hours$00", "_target": "$group$@Stat.GA",
    ])
    let callback = try company.book(
      "5115",
      at: monday + Minutes(60),
      now: monday,
      ["tries": "1", "hours": "36", "group": "Gold"]
    )
    #expect(callback.expiration == (monday + Minutes(60)).addingTimeInterval(3600))
  }

  @Test func aTokenWithoutItsParameterIsRefused() throws {
    let company = try Company(["_ttl": "$hours$00"])
    let error = #expect(throws: CoreError.self) {
      try company.book("5115", at: monday + Minutes(60), now: monday, [:])
    }
    #expect(error?.code == .tokenWithoutValue)
    #expect(try company.engine.callbacks().isEmpty)
  }

  @Test func aValueThatATokenMakesIsChecked() throws {
    let company = try Company(["_ttl": "$hours$00"])
    let error = #expect(throws: CoreError.self) {
      try company.book("5115", at: monday + Minutes(60), now: monday, ["hours": "many"])
    }
    #expect(error?.code == .invalidOption)
    #expect(error?["value"] == "many00")
  }

  @Test func aRequestLiftsNoLimit() throws {
    let company = try Company()
    let callback = try company.book("5115", at: monday + Minutes(60), now: monday, ["_ttl": "5"])
    #expect(callback.expiration == (monday + Minutes(60)).addingTimeInterval(86_400))
    // Tokens elsewhere make no difference.
    let other = try Company(["note": "$who$"])
    let second = try other.book("5115", at: monday + Minutes(60), now: monday, ["_ttl": "5", "who": "me"])
    #expect(second.expiration == (monday + Minutes(60)).addingTimeInterval(86_400))
  }

  @Test func aTokenThatComesLaterDoesNotStopACallback() throws {
    let company = try Company()
    let callback = try company.book("5115", at: monday + Minutes(60), now: monday, [:])
    try company.store.write(StoreChange(time: monday, command: "test")) { writer in
      var configuration = try writer.configuration()
      configuration.services["support"]?["_ttl"] = "$hours$00"
      try writer.setConfiguration(configuration)
    }
    let cancelled = try company.engine.cancel(callback.id.text, RequestContext(now: monday))
    #expect(cancelled.state.name == .completed)
  }
}
