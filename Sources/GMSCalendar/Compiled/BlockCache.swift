internal import Synchronization

/// Keeps compiled blocks: those of 1934 to 2140 for ever behind one atomic load each, a few others under a lock.
///
/// A block is compiled when it is first asked for. Two threads may compile the same one; the first to finish
/// is kept, so every reader sees one block.
final class BlockCache: Sendable {
  /// The blocks that are kept for ever: 1934-10 to 2140-02.
  private static let kept = -33..<160
  /// How many other blocks are kept before they are all dropped.
  private static let othersLimit = 64

  // The memory is allocated in init, freed in deinit and never replaced; its elements are atomic.
  nonisolated(unsafe) private let slots: UnsafeMutablePointer<AtomicLazyReference<CompiledBlock>>
  private let others = Mutex<[Int: CompiledBlock]>([:])

  init() {
    slots = .allocate(capacity: BlockCache.kept.count)
    for slot in 0..<BlockCache.kept.count { (slots + slot).initialize(to: AtomicLazyReference()) }
  }

  deinit {
    slots.deinitialize(count: BlockCache.kept.count)
    slots.deallocate()
  }

  /// The block of an index, compiled by `compile` when it is not there yet.
  func block(_ index: Int, _ compile: (Int) -> CompiledBlock) -> CompiledBlock {
    guard BlockCache.kept.contains(index) else { return other(index, compile) }
    let slot = index - BlockCache.kept.lowerBound
    if let block = slots[slot].load() { return block }
    return slots[slot].storeIfNil(compile(index))
  }

  private func other(_ index: Int, _ compile: (Int) -> CompiledBlock) -> CompiledBlock {
    if let block = others.withLock({ $0[index] }) { return block }
    let block = compile(index)
    others.withLock {
      if $0.count >= BlockCache.othersLimit { $0.removeAll() }
      $0[index] = block
    }
    return block
  }

  /// The blocks that are kept now.
  var blocks: [CompiledBlock] {
    (0..<BlockCache.kept.count).compactMap { slots[$0].load() } + others.withLock { Array($0.values) }
  }
}
