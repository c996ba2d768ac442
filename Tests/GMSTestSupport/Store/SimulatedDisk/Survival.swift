/// What is left of the changes that were not synced when the power fails.
package enum Survival: Hashable, Sendable {
  /// None of them.
  case nothing
  /// All of them.
  case everything
  /// All names, and no bytes: the file that was renamed into place is empty.
  case names
  /// All bytes, and no names: what was made is not there, what was renamed has its old name.
  case bytes
  /// All names, and of the bytes only how many they are: zeros stand there.
  case lengths
  /// Of each file and each directory only the last change.
  case onlyLast
  /// All but the last write of one file, of which only the first bytes are there; files count from 0.
  case torn(file: Int, bytes: Int)
  /// Of each file and each directory the first changes up to a random one, which is torn.
  case prefix
  /// Any of them, and of writes any part.
  case anything
}
