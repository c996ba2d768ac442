import GMSTestSupport
import Testing

/// That the operations do what the loops take them to do, when nothing fails.
@Suite struct StoreOperationTests {
  @Test(arguments: StoreOperation.all) func itDoesWhatItSays(_ operation: StoreOperation) throws {
    let (disk, plan) = (try operation.disk(), try operation.plan())
    #expect(try StoreSession.contents(of: disk) == plan.states.first)
    var session = StoreSession(on: disk)
    for (step, state) in zip(plan.steps, plan.states.dropFirst()) {
      try step.onDisk(&session)
      #expect(try StoreSession.contents(of: disk) == state)
      // It is durable as soon as it is acknowledged.
      #expect(try StoreSession.contents(of: disk.crashed()) == state)
    }
    session.close()
    #expect(session.process.openFileCount == 0)
    #expect(session.process.calls.count > 4)
  }
}
