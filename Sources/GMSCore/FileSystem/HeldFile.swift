/// An open file that is closed when nothing uses it any more.
package final class HeldFile: Sendable {
  /// The file.
  package let file: OpenFile
  /// What it was opened on.
  package let fileSystem: any FileSystem

  /// Takes an open file over.
  package init(_ file: OpenFile, _ fileSystem: any FileSystem) {
    self.file = file
    self.fileSystem = fileSystem
  }

  deinit { try? fileSystem.closeFile(file) }
}
