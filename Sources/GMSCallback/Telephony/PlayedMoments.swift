/// What happens when in a played day: a heap of instants.
///
/// Of moments at one instant the one that was planned first comes first. Nothing is taken out when a plan changes:
/// whoever takes a moment out sees by its token whether it still holds.
struct PlayedMoments {
  /// Who or what brings a moment about.
  enum Slot: UInt8 {
    /// A timer of the callback falls due.
    case due
    /// The customer's part in a call, an offer or a question; or the end of the conversation.
    case customer
    /// The agent's part in a preview or a call.
    case agent
    /// The customer on the line loses patience.
    case line
    /// The customer who waits loses patience.
    case wait
  }

  /// Something that happens to a callback at an instant.
  struct Moment {
    /// In milliseconds since 1970.
    let time: Int64
    let order: UInt32
    let party: Int32
    let token: UInt32
    let slot: Slot

    fileprivate func isBefore(_ other: Moment) -> Bool {
      time != other.time ? time < other.time : order < other.order
    }
  }

  private var moments: [Moment] = []
  private var planned: UInt32 = 0

  /// When something happens next; nil for never.
  var nextTime: Int64? { moments.first?.time }

  /// Plans a moment.
  ///
  /// - Complexity: O(log n).
  mutating func plan(_ slot: Slot, of party: Int, at time: Int64, token: UInt32) {
    planned &+= 1
    let moment = Moment(time: time, order: planned, party: Int32(party), token: token, slot: slot)
    moments.append(moment)
    var position = moments.count - 1
    while position > 0 {
      let parent = (position - 1) / 4
      guard moment.isBefore(moments[parent]) else { break }
      moments[position] = moments[parent]
      position = parent
    }
    moments[position] = moment
  }

  /// Takes out the next moment up to an instant; nil when there is none.
  ///
  /// - Complexity: O(log n).
  mutating func next(upTo limit: Int64) -> Moment? {
    guard let first = moments.first, first.time <= limit else { return nil }
    let last = moments.removeLast()
    guard !moments.isEmpty else { return first }
    var position = 0
    while true {
      let firstChild = 4 * position + 1
      guard firstChild < moments.count else { break }
      var least = firstChild
      for child in (firstChild + 1)..<max(firstChild + 1, min(firstChild + 4, moments.count))
      where moments[child].isBefore(moments[least]) { least = child }
      guard moments[least].isBefore(last) else { break }
      moments[position] = moments[least]
      position = least
    }
    moments[position] = last
    return first
  }
}
