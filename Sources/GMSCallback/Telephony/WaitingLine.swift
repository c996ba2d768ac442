/// A line of callbacks that wait for agents, in the order in which they are served (``QueuePlace``).
///
/// For whoever hands callbacks to agents: put a callback in when its actions say `findAgent`, take it out when they say
/// `stopFindingAgent`, and give the next free agent to the ``first``. The place is a callback's own and never changes,
/// so a callback that comes back stands where it stood before.
///
///     var line = WaitingLine()
///     if let place = callback.place { line.insert(place) }
///     line.position(of: callback.id)     // 1 for the one that is served next
///     let next = line.removeFirst()
///
/// It is a balanced tree that knows how many stand in each part of it: everything takes O(log n) steps.
public struct WaitingLine: Sendable {
  /// A callback in the tree; a child is -1 where there is none.
  private struct Node: Sendable {
    var place: QueuePlace
    /// Random, and largest at the top: that is what keeps the tree balanced.
    var rank: UInt64
    var left: Int32 = WaitingLine.none
    var right: Int32 = WaitingLine.none
    /// How many stand in this part of the tree, itself included.
    var count: Int32 = 1
  }

  private static let none: Int32 = -1

  private var nodes: [Node] = []
  private var free: [Int32] = []
  private var root = WaitingLine.none
  private var places: [CallbackID: QueuePlace] = [:]
  private var ranks: UInt64 = 0

  /// A line in which nobody waits.
  public init() {}

  /// How many wait.
  public var count: Int { places.count }

  /// Whether nobody waits.
  public var isEmpty: Bool { places.isEmpty }

  /// Who is served next; nil when nobody waits.
  ///
  /// - Complexity: O(log n).
  public var first: QueuePlace? {
    guard root >= 0 else { return nil }
    var node = root
    while nodes[Int(node)].left >= 0 { node = nodes[Int(node)].left }
    return nodes[Int(node)].place
  }

  /// The place of a callback; nil when it does not wait here.
  public func place(of id: CallbackID) -> QueuePlace? { places[id] }

  /// Puts a callback in line; one that is there already gets the new place.
  ///
  /// - Returns: Whether it was not there.
  /// - Complexity: O(log n).
  @discardableResult
  public mutating func insert(_ place: QueuePlace) -> Bool {
    let old = places.updateValue(place, forKey: place.id)
    if let old {
      if old == place { return false }
      root = removing(old, from: root)
    }
    root = inserting(newNode(place), into: root)
    return old == nil
  }

  /// Takes a callback out of line.
  ///
  /// - Returns: Its place; nil when it did not wait here.
  /// - Complexity: O(log n).
  @discardableResult
  public mutating func remove(_ id: CallbackID) -> QueuePlace? {
    guard let place = places.removeValue(forKey: id) else { return nil }
    root = removing(place, from: root)
    return place
  }

  /// Takes out who is served next.
  ///
  /// - Returns: The place; nil when nobody waits.
  /// - Complexity: O(log n).
  @discardableResult
  public mutating func removeFirst() -> QueuePlace? { first.flatMap { remove($0.id) } }

  /// The position of a callback, 1 for the one that is served next; nil when it does not wait here.
  ///
  /// - Complexity: O(log n).
  public func position(of id: CallbackID) -> Int? {
    guard let place = places[id] else { return nil }
    var (node, before) = (root, 0)
    while node >= 0 {
      let entry = nodes[Int(node)]
      if place < entry.place {
        node = entry.left
      } else {
        before += count(entry.left)
        if place == entry.place { return before + 1 }
        before += 1
        node = entry.right
      }
    }
    return nil
  }

  /// The place at a position; nil outside of 1…``count``.
  ///
  /// - Complexity: O(log n).
  public func place(at position: Int) -> QueuePlace? {
    guard position >= 1, position <= count else { return nil }
    var (node, wanted) = (root, position)
    while node >= 0 {
      let entry = nodes[Int(node)]
      let before = count(entry.left)
      if wanted == before + 1 { return entry.place }
      if wanted <= before {
        node = entry.left
      } else {
        wanted -= before + 1
        node = entry.right
      }
    }
    return nil
  }

  /// All places, in the order in which they are served.
  ///
  /// - Complexity: O(n).
  public var inOrder: [QueuePlace] {
    var result: [QueuePlace] = []
    result.reserveCapacity(count)
    var (path, node): ([Int32], Int32) = ([], root)
    while node >= 0 || !path.isEmpty {
      while node >= 0 {
        path.append(node)
        node = nodes[Int(node)].left
      }
      let next = path.removeLast()
      result.append(nodes[Int(next)].place)
      node = nodes[Int(next)].right
    }
    return result
  }

  // MARK: - The tree

  private func count(_ node: Int32) -> Int { node < 0 ? 0 : Int(nodes[Int(node)].count) }

  private mutating func newNode(_ place: QueuePlace) -> Int32 {
    // The steps of SplitMix64 from the number of insertions: the same line from the same calls, and no luck.
    ranks &+= 0x9E37_79B9_7F4A_7C15
    var rank = ranks
    rank = (rank ^ (rank >> 30)) &* 0xBF58_476D_1CE4_E5B9
    rank = (rank ^ (rank >> 27)) &* 0x94D0_49BB_1331_11EB
    let node = Node(place: place, rank: rank ^ (rank >> 31))
    if let reused = free.popLast() {
      nodes[Int(reused)] = node
      return reused
    }
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  private mutating func inserting(_ new: Int32, into node: Int32) -> Int32 {
    guard node >= 0 else { return new }
    let (index, newIndex) = (Int(node), Int(new))
    if nodes[newIndex].rank > nodes[index].rank {
      (nodes[newIndex].left, nodes[newIndex].right) = split(node, before: nodes[newIndex].place)
      recount(new)
      return new
    }
    if nodes[newIndex].place < nodes[index].place {
      let child = inserting(new, into: nodes[index].left)
      nodes[index].left = child
    } else {
      let child = inserting(new, into: nodes[index].right)
      nodes[index].right = child
    }
    nodes[index].count += 1
    return node
  }

  /// Parts a tree into those before a place and those after it.
  private mutating func split(_ node: Int32, before place: QueuePlace) -> (Int32, Int32) {
    guard node >= 0 else { return (WaitingLine.none, WaitingLine.none) }
    let index = Int(node)
    if place < nodes[index].place {
      let (before, after) = split(nodes[index].left, before: place)
      nodes[index].left = after
      recount(node)
      return (before, node)
    }
    let (before, after) = split(nodes[index].right, before: place)
    nodes[index].right = before
    recount(node)
    return (node, after)
  }

  private mutating func removing(_ place: QueuePlace, from node: Int32) -> Int32 {
    guard node >= 0 else { preconditionFailure("A callback that waits is not in the line's tree.") }
    let index = Int(node)
    if nodes[index].place == place {
      free.append(node)
      return joined(nodes[index].left, nodes[index].right)
    }
    if place < nodes[index].place {
      let child = removing(place, from: nodes[index].left)
      nodes[index].left = child
    } else {
      let child = removing(place, from: nodes[index].right)
      nodes[index].right = child
    }
    nodes[index].count -= 1
    return node
  }

  /// One tree of two, all of the first before all of the second.
  private mutating func joined(_ first: Int32, _ second: Int32) -> Int32 {
    guard first >= 0 else { return second }
    guard second >= 0 else { return first }
    if nodes[Int(first)].rank > nodes[Int(second)].rank {
      let child = joined(nodes[Int(first)].right, second)
      nodes[Int(first)].right = child
      recount(first)
      return first
    }
    let child = joined(first, nodes[Int(second)].left)
    nodes[Int(second)].left = child
    recount(second)
    return second
  }

  private mutating func recount(_ node: Int32) {
    let entry = nodes[Int(node)]
    nodes[Int(node)].count = Int32(1 + count(entry.left) + count(entry.right))
  }
}
