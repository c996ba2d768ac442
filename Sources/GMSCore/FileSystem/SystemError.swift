#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A system call that failed.
package struct SystemError: Error, Hashable, Sendable {
  /// The system's number for the reason (`errno`).
  package let number: Int32

  /// An error from its number.
  package init(number: Int32) { self.number = number }

  /// There is nothing of that name.
  package static let notFound = SystemError(number: ENOENT)
  /// A part of the path is no directory.
  package static let notADirectory = SystemError(number: ENOTDIR)
  /// There is something of that name.
  package static let exists = SystemError(number: EEXIST)
  /// A symbolic link where none may be.
  package static let symbolicLink = SystemError(number: ELOOP)
  /// No permission.
  package static let noPermission = SystemError(number: EACCES)
  /// The file system is mounted for reading only.
  package static let readOnly = SystemError(number: EROFS)
  /// The disk is full.
  package static let noSpace = SystemError(number: ENOSPC)
  /// The device failed.
  package static let inputOutput = SystemError(number: EIO)
}

extension SystemError: CustomStringConvertible {
  /// The reason in words; `strerror` is not used, since it may share its buffer among threads.
  package var description: String {
    switch number {
    case ENOENT: "there is nothing of that name"
    case ENOTDIR: "a part of the path is no directory"
    case EISDIR: "it is a directory"
    case EEXIST: "there is something of that name already"
    case ELOOP: "a symbolic link stands in its place"
    case EACCES, EPERM: "there is no permission"
    case EROFS: "the file system is read-only"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be too large"
    case EIO: "the disk failed (input/output error)"
    case EMFILE, ENFILE: "too many files are open"
    case ENAMETOOLONG: "the name is too long"
    case ENOLCK: "the file system grants no locks"
    case ENXIO: "it is no file that can be read"
    default: "system error \(number)"
    }
  }
}
