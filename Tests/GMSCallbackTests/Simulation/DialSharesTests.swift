import GMSCallback
import Testing

struct DialSharesTests {
  @Test func readsThoseThatAreNamed() throws {
    let shares = try DialShares("busy=0.05,no-answer=0.1,machine=0.2,invalid=0.01")
    let expected = DialShares(busy: 0.05, noAnswer: 0.1, answeringMachine: 0.2, invalidNumber: 0.01)
    #expect(shares == expected)
    #expect(try DialShares("none") == .allAnswered)
    #expect(try DialShares("machine=1") == DialShares(answeringMachine: 1))
  }

  private static let form =
    "shares whose sum is at most 1, such as 'busy=0.05,no-answer=0.1,machine=0.05,invalid=0.01', or 'none'"

  @Test(arguments: [
    "", "busy", "busy=", "busy=2", "busy=-0.1", "busy=0.6,machine=0.6", "busy=0.1,busy=0.1", "busy=0.1,",
    "busy=nan", "0.1",
  ])
  func refuses(_ text: String) {
    do {
      _ = try DialShares(text)
      Issue.record("'\(text)' was taken")
    } catch {
      #expect(error.description == "'\(text)' cannot be the simulation's 'dial'; give \(Self.form)")
    }
  }

  @Test func namesTheNearestShare() {
    do {
      _ = try DialShares("bussy=0.1")
      Issue.record("taken")
    } catch {
      #expect(
        error.description
          == "'bussy=0.1' cannot be the simulation's 'dial'; give \(Self.form). Did you mean 'busy'?"
      )
    }
  }
}
