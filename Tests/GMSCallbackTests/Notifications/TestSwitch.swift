import GMSCallback
import Synchronization

/// What a test changes while something that must be Sendable looks at it.
final class TestSwitch: Sendable {
  private let values = Mutex<(id: CallbackID?, countdown: Int?)>((nil, nil))

  var id: CallbackID? {
    get { values.withLock { $0.id } }
    set { values.withLock { $0.id = newValue } }
  }

  var countdown: Int? {
    get { values.withLock { $0.countdown } }
    set { values.withLock { $0.countdown = newValue } }
  }
}
