import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which thread runs a store's write transaction; it turns a call of the store from inside its own transaction,
/// which would wait for itself, into a message.
struct WriterThread: ~Copyable {
  private let thread = Atomic<UInt>(0)

  /// Runs `body` as the transaction of this thread.
  borrowing func run<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    thread.store(WriterThread.current, ordering: .relaxed)
    defer { thread.store(0, ordering: .relaxed) }
    try body()
  }

  /// Traps when this thread is inside a write transaction.
  borrowing func checkNotInside() {
    // Relaxed suffices: only the thread itself can have stored its own identity.
    precondition(
      thread.load(ordering: .relaxed) != WriterThread.current,
      "A store was called from inside its own write transaction; use the transaction instead."
    )
  }

  private static var current: UInt {
    #if canImport(Glibc)
      UInt(pthread_self())
    #else
      UInt(bitPattern: pthread_self())
    #endif
  }
}
