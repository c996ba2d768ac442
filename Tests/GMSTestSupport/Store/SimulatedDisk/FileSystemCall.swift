/// The calls of a file system, by what they do.
package enum FileSystemCall: String, CaseIterable, Sendable {
  case open, openNew, openUpdating, openLock, close, read, write, truncate, sync, syncData, syncDirectory
  case rename, remove, makeDirectory, list, statusOfFile, statusAtPath, setPermissions, setOwner, lock, unlock
}
