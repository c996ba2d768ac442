import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Random transactions through two instances, with everything else that happens to a store between them, against
/// a model that is kept for each transaction.
@Suite(.timeLimit(.minutes(20))) struct StoreRandomTests {
  @Test(arguments: 0..<6) func againstAModelOfEachState(_ seed: Int) throws {
    var run = try StoreRandomRun(seed: UInt64(seed))
    for step in 0..<220 { try run.step(step) }
    try run.finish()
    // The run did what it is for.
    #expect(run.counts.values.allSatisfy { $0 > 0 }, "\(run.counts)")
    #expect(run.counts.count >= 6)
  }
}
