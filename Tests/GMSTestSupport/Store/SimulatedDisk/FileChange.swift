/// A change of a file's bytes.
struct FileChange: Sendable {
  enum Action: Sendable {
    case write(offset: Int, bytes: [UInt8])
    case truncate(length: Int)
  }

  let action: Action
  /// Whether it is on the disk, though one before it is not.
  var isSynced = false
  /// Whether a sync that failed has lost it: no later sync brings it to the disk.
  var isLost = false

  init(_ action: Action) { self.action = action }

  /// What becomes of a change that was not synced when the power fails.
  enum Outcome: Sendable {
    case kept
    case dropped
    /// Of a write only so many of the first bytes.
    case head(Int)
    /// Of a write only the bytes from here on.
    case tail(Int)
    /// Of a write only that it made the file longer: zeros stand there.
    case lengthOnly
  }

  /// How many bytes are written; nil when it is no write.
  var writtenCount: Int? {
    switch action {
    case .write(_, let bytes): bytes.count
    case .truncate: nil
    }
  }

  /// Makes the change, as far as an outcome says; a gap is filled with zeros.
  func apply(to content: inout [UInt8], _ outcome: Outcome = .kept) {
    switch action {
    case .write(let offset, let bytes):
      switch outcome {
      case .dropped: return
      case .kept: FileChange.put(bytes[...], at: offset, in: &content)
      case .head(let count): FileChange.put(bytes.prefix(count), at: offset, in: &content)
      case .tail(let start): FileChange.put(bytes.dropFirst(start), at: offset + start, in: &content)
      case .lengthOnly: FileChange.lengthen(&content, to: offset + bytes.count)
      }
    case .truncate(let length):
      if case .dropped = outcome { return }
      if length < content.count {
        content.removeLast(content.count - length)
      } else {
        FileChange.lengthen(&content, to: length)
      }
    }
  }

  private static func lengthen(_ content: inout [UInt8], to length: Int) {
    if content.count < length { content.append(contentsOf: repeatElement(0, count: length - content.count)) }
  }

  private static func put(_ bytes: ArraySlice<UInt8>, at offset: Int, in content: inout [UInt8]) {
    // Nothing written makes nothing longer.
    guard !bytes.isEmpty else { return }
    lengthen(&content, to: offset)
    let overlap = min(content.count - offset, bytes.count)
    content.replaceSubrange(offset..<(offset + overlap), with: bytes)
  }
}
